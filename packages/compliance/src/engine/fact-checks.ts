/** How single facts are read: each check names the field and what is expected there. */
import { ComplianceInputError } from '../errors.js';

/** Instants that the zone arithmetic supports: the years 1970 to 2200. */
const LAST_INSTANT = 7_258_118_400_000;
/** As seconds these are the years 1973 to 2286, as milliseconds some months of 1970. */
const FIRST_SECONDS = 100_000_000;
const LAST_SECONDS = 10_000_000_000;
const INSTANT = 'must be epoch milliseconds between 1970 and 2200, not seconds';

/** True for epoch milliseconds. Seconds would be the year 1970, before any law. */
export function isInstant(value: unknown): value is number {
  return (
    typeof value === 'number' &&
    value >= 0 &&
    value < LAST_INSTANT &&
    (value >= LAST_SECONDS || value < FIRST_SECONDS)
  );
}

/** @throws ComplianceInputError where the value is not an instant */
export function requireInstant(field: string, value: unknown): void {
  if (!isInstant(value)) throw new ComplianceInputError(field, INSTANT);
}

/** An instant may be absent. A text or another unit is an error: with it a revocation could be overlooked. */
export function checkInstant(field: string, value: unknown): void {
  if (value !== undefined) requireInstant(field, value);
}

/** @throws ComplianceInputError where the value is not one of the known */
export function checkMember(field: string, value: unknown, known: ReadonlySet<unknown>): void {
  if (!known.has(value)) throw new ComplianceInputError(field, `must be one of ${[...known].join(', ')}`);
}

/** @throws ComplianceInputError where the value is given and not a boolean */
export function checkFlag(field: string, value: unknown): void {
  if (value !== undefined && typeof value !== 'boolean')
    throw new ComplianceInputError(field, 'must be true or false');
}

/** @throws ComplianceInputError where the value is given and not a text */
export function checkText(field: string, value: unknown): void {
  if (value !== undefined && typeof value !== 'string')
    throw new ComplianceInputError(field, 'must be a text');
}

/** @throws ComplianceInputError where the value is given and not an amount */
export function checkAmount(field: string, value: unknown): void {
  if (value !== undefined && !(typeof value === 'number' && value >= 0))
    throw new ComplianceInputError(field, 'must be a number, zero or more');
}

/**
 * A text in place of a list would be searched for a part of itself: sellers 'Acme Corp' would name 'Acme'.
 *
 * @throws ComplianceInputError where the value is given and not a list of texts, of the known ones if given
 */
export function checkTexts(field: string, value: unknown, known?: ReadonlySet<unknown>): void {
  if (value === undefined) return;
  if (!Array.isArray(value) || value.some((text: unknown) => typeof text !== 'string'))
    throw new ComplianceInputError(field, 'must be a list of texts');
  if (known !== undefined) for (const text of value) checkMember(field, text, known);
}

/** What is said of a number that is not one. */
export const PHONE = 'must be an E.164 text such as +12025550100';

/** The letters of a name in lower case, without the s of a plural: 'time_zones' is 'timezone'. */
function plain(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '')
    .replace(/s$/, '');
}

/** Names of facts, and those that are easily taken for them. */
export interface FactNames {
  readonly known: ReadonlySet<string>;
  readonly meant: ReadonlyMap<string, string>;
}

/** Names of facts with further words for them. */
export function factNames(
  names: Readonly<Record<string, true>>,
  words: Readonly<Record<string, string>> = {},
): FactNames {
  const known = Object.keys(names);
  return {
    known: new Set(known),
    meant: new Map([...known.map((name) => [plain(name), name] as const), ...Object.entries(words)]),
  };
}

/**
 * A fact under another spelling of its name would be no fact, and the law that reads it ignored. Other names
 * are the caller's own.
 *
 * @throws ComplianceInputError
 */
export function checkName(path: string, name: string, { known, meant }: FactNames): void {
  if (known.has(name)) return;
  const fact = meant.get(plain(name));
  if (fact !== undefined)
    throw new ComplianceInputError(`${path}.${name}`, `is no fact; it is ${path}.${fact}`);
}

/** Checks every name of an object as {@link checkName} does. */
export function checkNames(path: string, value: object, names: FactNames): void {
  for (const name in value) checkName(path, name, names);
}
