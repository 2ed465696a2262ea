/**
 * Rules of states that are not decided call by call: a duty to register, or the finding that no rule exists.
 */
import type { DatedValue } from '../../../engine/parameter.js';
import { rule, type Rule, type RuleSpec } from '../../../engine/rule.js';

/** A note as a state's file writes it; `remarks` says why no call is refused. */
export interface ReviewNoteSpec extends Omit<RuleSpec<string>, 'parameter' | 'check'> {
  readonly values: readonly DatedValue<string>[];
  readonly remarks: string;
}

/** Builds a note; with a `review` it is given to campaigns before they start. */
export function reviewNote(spec: ReviewNoteSpec): Rule {
  const { values, ...note } = spec;
  return rule<string>({ ...note, parameter: { unit: 'text', values } });
}
