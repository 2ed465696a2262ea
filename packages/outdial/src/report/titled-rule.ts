/** Rules as people read them: the id, which records keep, with its title beside it. */
import { titleOfRule } from '../gate/rule-title.js';

/** 'us.fl.hours, Florida calling hours'; the id alone where the rule is the client's own. */
export function titledRule(id: string): string {
  const title = titleOfRule(id);
  return title === undefined ? id : `${id}, ${title}`;
}
