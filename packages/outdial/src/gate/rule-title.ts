/** Titles of everything that may refuse a call: rules of law, policies and interlocks. */
import { ruleTitle as titleOfLaw } from '@outdial/compliance';
import { interlockTitle } from './interlocks.js';

/** The title of a rule; undefined for a rule of the client's own. */
export function ruleTitle(id: string): string | undefined {
  return interlockTitle(id) ?? titleOfLaw(id);
}
