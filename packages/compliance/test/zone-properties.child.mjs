// Run by zones.long.test.ts in a process of its own time zone: random instants and zones against temporal-polyfill.
// Usage: TZ=Asia/Kolkata node zone-properties.child.mjs <runs> <seed>. Needs the built package (npm run build).
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { Zone, instantOf } from '../dist/time/zone.js';
import { ZONE_CORRECTIONS } from '../dist/time/tzdata.js';

const [runs, seed] = process.argv.slice(2).map(Number);
const stale = new Set([...ZONE_CORRECTIONS.map((known) => known.zone)]);
const ids = Intl.supportedValuesOf('timeZone').filter((id) => !stale.has(id));
const zones = new Map();
const zoneOf = (id) => zones.get(id) ?? zones.set(id, new Zone(id, [])).get(id);
const DAY = 86_400_000;

fc.assert(fc.property(fc.constantFrom(...ids), fc.integer({ min: Date.UTC(2010, 0, 1), max: Date.UTC(2037, 0, 1) }), (id, at) => {
  const zone = zoneOf(id);
  const oracle = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(id);
  const local = at + zone.offsetAt(at);
  const day = Math.floor(local / DAY);
  if (zone.offsetAt(at) !== oracle.offsetNanoseconds / 1e6) throw new Error(`${id} ${at}: offset ${zone.offsetAt(at)}, oracle ${oracle.offsetNanoseconds / 1e6}`);
  const wall = oracle.toPlainDateTime();
  for (const disambiguation of ['earlier', 'later']) {
    const back = Number(wall.toZonedDateTime(id, { disambiguation }).epochMilliseconds);
    const ours = instantOf(zone, day, local - day * DAY, disambiguation);
    if (ours !== back) throw new Error(`${id} ${at} ${disambiguation}: ${ours}, oracle ${back}`);
  }
}), { numRuns: runs, seed });
process.stdout.write(`${runs} instants over ${ids.length} zones agree in ${process.env.TZ}\n`);
