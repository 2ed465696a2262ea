/** The lists that a command works on. */
import type { CampaignFile } from '../campaign-file/types.js';
import { CommandError } from './command-errors.js';
import { choiceText } from './syntax/command-syntax.js';

/** The id of a list that the command line names. Throws `list-not-of-campaign`. */
export function listOfCampaign({ lists }: CampaignFile, list: string): string {
  const ids = lists.map(({ id }) => id);
  if (ids.includes(list)) return list;
  throw new CommandError('list-not-of-campaign', { list, lists: choiceText(ids) });
}
