/** Titles of everything that may refuse a call: rules of law, policies and interlocks. */
import { ruleTitle } from '@outdial/compliance';
import { interlockTitle } from './interlocks.js';

/** The title of a rule or an interlock; undefined for a rule of the client's own. */
export function titleOfRule(id: string): string | undefined {
  return interlockTitle(id) ?? ruleTitle(id);
}
