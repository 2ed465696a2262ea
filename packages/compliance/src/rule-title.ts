/** Titles of rules by id: records and reports store ids, and people read titles. */
import { locationUnknown, notedPolicies, tzdataFresh, unmodelled } from './engine/engine-policies.js';
import { courtesyHours } from './engine/courtesy-hours.js';
import { personPolicies } from './engine/person-policies.js';
import { PACKS } from './jurisdictions/packs.js';
import { currentRuleId } from './renamed-rules.js';

let titles: ReadonlyMap<string, string> | undefined;

/**
 * The title of a rule or policy of this module, whatever its dates. Where several rules share an id (the
 * hours of two kinds of call, a register and its age) their titles are joined by '; '. An id of an earlier
 * version has the title of today's rule.
 *
 * @returns undefined for an id that is not of this module: a client's own policy, an interlock
 */
export function ruleTitle(id: string): string | undefined {
  titles ??= readTitles();
  return titles.get(currentRuleId(id));
}

function readTitles(): ReadonlyMap<string, string> {
  const found = new Map<string, Set<string>>();
  const rules = [
    ...[...PACKS.values()].flatMap((pack) => pack.rules),
    locationUnknown,
    tzdataFresh(new Set()),
    unmodelled({ name: 'anything else' }),
    courtesyHours([]),
    ...personPolicies,
    ...notedPolicies,
  ];

  for (const { id, title } of rules) found.set(id, (found.get(id) ?? new Set()).add(title));
  return new Map([...found].map(([id, several]) => [id, [...several].join('; ')]));
}
