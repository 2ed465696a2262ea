/** Ids that rules had before: records of earlier versions name them. */

const RENAMED: ReadonlyMap<string, string> = new Map([['policy.healthcare_hours', 'policy.courtesy_hours']]);

/** The id that a rule has today: a record's id, or the one it was renamed to. */
export function currentRuleId(id: string): string {
  return RENAMED.get(id) ?? id;
}
