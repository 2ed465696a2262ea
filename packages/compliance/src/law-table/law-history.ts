/**
 * Earlier tables of law, kept as what differs from the table after them, so that two versions of the rule set
 * can be compared without their programs.
 */
import { ComplianceInputError } from '../errors.js';
import type { LawRule, LawTable } from './law-table.js';

/** An earlier table, as far as it differs from the one after it. */
export interface EarlierLaw {
  readonly version: string;
  /** Rules as they were, by place and id as {@link lawKey} writes them; empty: there was none. */
  readonly was: Readonly<Record<string, readonly LawRule[]>>;
}

/** Place and id: rules that share both are kept together. */
export function lawKey({ jurisdiction, id }: LawRule): string {
  return `${jurisdiction} ${id}`;
}

/** What differs between a table and the one after it. */
export function earlierLaw(table: LawTable, after: LawTable): EarlierLaw {
  const [left, right] = [byKey(table), byKey(after)];
  const keys = [...new Set([...left.keys(), ...right.keys()])].filter(
    (key) => JSON.stringify(left.get(key)) !== JSON.stringify(right.get(key)),
  );
  return {
    version: table.version,
    was: Object.fromEntries(keys.map((key) => [key, left.get(key) ?? []])),
  };
}

/**
 * The table of a version.
 *
 * @param latest the latest table
 * @param earlier oldest first
 * @throws ComplianceInputError for a version that is not kept
 */
export function lawOfVersion(version: string, latest: LawTable, earlier: readonly EarlierLaw[]): LawTable {
  const wanted = version.split('+', 1)[0];
  let table = latest;
  if (table.version === wanted) return table;
  for (const step of [...earlier].reverse()) {
    table = before(table, step);
    if (table.version === wanted) return table;
  }
  const known = [...earlier.map((step) => step.version), latest.version];
  throw new ComplianceInputError(
    'version',
    `'${version}' is not a version of the rule set that is kept; there are ${known.join(', ')}`,
  );
}

function before(table: LawTable, { version, was }: EarlierLaw): LawTable {
  const groups = new Map(byKey(table));
  for (const [key, rules] of Object.entries(was))
    if (rules.length === 0) groups.delete(key);
    else groups.set(key, rules);
  return { version, rules: [...groups.values()].flat() };
}

function byKey(table: LawTable): ReadonlyMap<string, readonly LawRule[]> {
  const groups = new Map<string, LawRule[]>();
  for (const rule of table.rules) groups.set(lawKey(rule), [...(groups.get(lawKey(rule)) ?? []), rule]);
  return groups;
}
