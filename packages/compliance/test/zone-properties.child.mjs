// Run by zones.long.test.ts in a process of its own time zone: random instants and zones against
// temporal-polyfill. Usage: TZ=Asia/Kolkata node zone-properties.child.mjs <runs> <seed>. Needs the built
// package (npm run build).
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { createCompliance, sha256Hex } from '../dist/index.js';
import { Zone, instantOf } from '../dist/time/zone.js';
import { ZONE_CORRECTIONS } from '../dist/time/tzdata.js';

const [runs, seed] = process.argv.slice(2).map(Number);
const stale = new Set([...ZONE_CORRECTIONS.map((known) => known.zone)]);
const ids = Intl.supportedValuesOf('timeZone').filter((id) => !stale.has(id));
const zones = new Map();
const zoneOf = (id) => zones.get(id) ?? zones.set(id, new Zone(id, [])).get(id);
const DAY = 86_400_000;

fc.assert(
  fc.property(
    fc.constantFrom(...ids),
    fc.integer({ min: Date.UTC(2010, 0, 1), max: Date.UTC(2037, 0, 1) }),
    (id, at) => {
      const zone = zoneOf(id);
      const oracle = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(id);
      const local = at + zone.offsetAt(at);
      const day = Math.floor(local / DAY);
      if (zone.offsetAt(at) !== oracle.offsetNanoseconds / 1e6)
        throw new Error(`${id} ${at}: offset ${zone.offsetAt(at)}, oracle ${oracle.offsetNanoseconds / 1e6}`);
      const wall = oracle.toPlainDateTime();
      for (const disambiguation of ['earlier', 'later']) {
        const back = Number(wall.toZonedDateTime(id, { disambiguation }).epochMilliseconds);
        const ours = instantOf(zone, day, local - day * DAY, disambiguation);
        if (ours !== back) throw new Error(`${id} ${at} ${disambiguation}: ${ours}, oracle ${back}`);
      }
    },
  ),
  { numRuns: runs, seed },
);
// Decisions, too, must not know the zone of the process: the test compares the digests of all zones.
const PHONES = [
  '+12125550100',
  '+18505550100',
  '+16055550100',
  '+14165550100',
  '+17095550100',
  '+442079460100',
  '+33199000100',
  '+262262000000',
  '+34600000000',
  '+390600000100',
  '+61491570100',
  '+911100000000',
  '+27110000000',
  '+559230000000',
  '+526640000000',
];
const compliance = createCompliance();
const decisions = fc
  .sample(
    fc.tuple(
      fc.constantFrom(...PHONES),
      fc.integer({ min: Date.UTC(2023, 0, 1), max: Date.UTC(2028, 0, 1) }),
      fc.array(fc.integer({ min: 1, max: 30 * 24 * 3_600_000 }), { maxLength: 5 }),
    ),
    { numRuns: 5000, seed },
  )
  .map(([phone, at, ago]) =>
    compliance.evaluate({
      at,
      lead: { phone, lineType: 'landline' },
      campaign: { purpose: 'telemarketing', mode: 'preview', voice: 'live', humanInitiated: true },
      history: ago.map((ms) => ({ at: at - ms, direction: 'outbound', outcome: 'no-answer' })),
    }),
  );
process.stdout.write(`digest ${sha256Hex(JSON.stringify(decisions))}\n`);
process.stdout.write(`${runs} instants over ${ids.length} zones agree in ${process.env.TZ}\n`);
