/** The version of a table of rules. It is derived from the table, so it changes with every value. */
import { DAY_MS, formatCivilDate } from '../time/civil-date.js';
import type { HolidayCalendar } from '../time/holidays.js';
import { fingerprint } from './fingerprint.js';
import type { Packs } from './pack.js';
import { latestVerification, type DatedValue } from './parameter.js';
import type { Rule } from './rule.js';

/** Years whose holidays are part of the version. */
const HOLIDAY_YEARS: readonly number[] = Array.from({ length: 12 }, (_, index) => 2024 + index);

const known = new WeakMap<Packs, string>();

/**
 * Epoch ms of the day on which a value of the packs was last compared with its source. It is the default
 * instant where a caller gives none.
 */
export function tableDate(packs: Packs): number {
  return latestVerification(
    [...packs.values()].flatMap((pack) => pack.rules.flatMap((rule) => rule.periods)),
  );
}

/**
 * Version of the packs, such as '2026-11-22.1a2b3c4d': the date of the latest comparison with a source, and a
 * name of all rules with their values, dates and sources. It changes with the table, not with the code that
 * applies it.
 */
export function tableVersion(packs: Packs): string {
  let version = known.get(packs);
  if (version === undefined) {
    const text = JSON.stringify(
      [...packs.values()].map(({ country, rules }) => [country, rules.map(contentOf)]),
    );
    version = `${formatCivilDate(tableDate(packs) / DAY_MS)}.${fingerprint(text)}`;
    known.set(packs, version);
  }
  return version;
}

/** The parts of a rule that the version covers, in a fixed order. */
function contentOf({ audience, ...rule }: Rule): unknown {
  return [
    rule.id,
    rule.jurisdiction,
    rule.kind,
    rule.citation,
    rule.effects,
    rule.scope,
    rule.needs,
    [...audience.purposes],
    audience.voices,
    rule.unit,
    rule.periods.map(({ dated }) => valueContent(dated)),
  ];
}

function valueContent({
  from,
  until,
  value,
  source,
  verification,
  verifiedOn,
}: DatedValue<unknown>): unknown {
  const { title, href, pinpoint } = source;
  return [from, until, plainValue(value), title, href, pinpoint, verification, verifiedOn];
}

/** A value without functions. A calendar of holidays becomes the list of its days. */
function plainValue(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (isCalendar(value)) return HOLIDAY_YEARS.map((year) => value.ofYear(year).map(({ day }) => day));
  if (Array.isArray(value)) return value.map(plainValue);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plainValue(part)]));
}

function isCalendar(value: object): value is HolidayCalendar {
  return 'ofYear' in value && typeof value.ofYear === 'function';
}
