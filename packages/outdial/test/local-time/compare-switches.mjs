/**
 * Compares the printed local time with Intl around every zone switch of some years, as `2025-2028`, in every
 * zone that the runtime knows, or in those named after the years. Prints counts and the first differences as
 * JSON.
 */
import { localClock, localHour, localInstant } from '../../dist/local-time/local-time.js';

const DAY_MS = 86_400_000;
const [years, ...named] = process.argv.slice(2);
const [firstYear, lastYear] = years.split('-').map(Number);
const FROM = Date.UTC(firstYear, 0, 1);
const TO = Date.UTC(lastYear + 1, 0, 1);
/**
 * Shorter than the shortest time between two switches of one zone: four weeks, around a Ramadan in Morocco.
 */
const STEP_MS = 13 * DAY_MS;
const AROUND_MS = [-3_600_001, -1001, -1, 0, 999, 1000, 3_599_999, 3_600_000, 7_200_000];

/** The reference: every field from Intl, the weekday and the offset included. */
function referenceOf(timeZone) {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'longOffset',
  });
  return (at) => {
    const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
    const { year, month, day, hour, minute, second, weekday, timeZoneName } = parts;
    const offset = timeZoneName === 'GMT' ? '+00:00' : timeZoneName.replace('GMT', '');
    return {
      offset,
      instant: `${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`,
      clock: `${weekday} ${hour}:${minute}:${second}`,
      hour: `${weekday} ${hour}:${minute}`,
    };
  };
}

/** The offset alone, for the search: it takes half the time. */
function offsetsOf(timeZone) {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  return (at) => format.format(at).split(', ')[1];
}

/** The first instant after `before` at which the offset is no longer the one at `before`. */
function switchBetween(offsetAt, before, after) {
  const offset = offsetAt(before);
  let [low, high] = [before, after];
  while (high - low > 1000) {
    const middle = Math.floor((low + high) / 2000) * 1000;
    if (offsetAt(middle) === offset) low = middle;
    else high = middle;
  }
  return high;
}

const differences = [];
let [switches, compared] = [0, 0];

function compare(zone, reference, at) {
  const expected = reference(at);
  const printed = {
    instant: localInstant(at, zone),
    clock: localClock(at, zone),
    hour: localHour(at, zone),
  };
  compared += 1;
  for (const kind of ['instant', 'clock', 'hour']) {
    if (printed[kind] !== expected[kind] && differences.length < 10)
      differences.push({ zone, at, kind, printed: printed[kind], expected: expected[kind] });
  }
}

const zones = named.length > 0 ? named : Intl.supportedValuesOf('timeZone');
for (const zone of zones) {
  const reference = referenceOf(zone);
  const offsetAt = offsetsOf(zone);
  let last = offsetAt(FROM);
  for (let at = FROM + STEP_MS; at < TO; at += STEP_MS) {
    const offset = offsetAt(at);
    if (offset === last) continue;
    const turn = switchBetween(offsetAt, at - STEP_MS, at);
    for (const away of AROUND_MS) compare(zone, reference, turn + away);
    switches += 1;
    last = offset;
  }
  for (let at = FROM; at < TO; at += 97 * DAY_MS + 1_234_567) compare(zone, reference, at);
}
console.log(JSON.stringify({ zones: zones.length, switches, compared, differences }));
