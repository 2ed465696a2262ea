/** `outdial leads count`: how many leads an expression takes, before a campaign file says it. */
import { countOf, DEFAULT_DISPOSITIONS, defined, errorFrom, visibleText } from '@outdial/core';
import {
  countLeads,
  expressionProblemText,
  mendLeadCounts,
  markedExpression,
  parseLeadCondition,
  type LeadCountDifference,
  type LeadSelection,
  type ListCount,
} from '@outdial/store';
import type { CampaignFile } from '../../campaign-file/types.js';
import { doubtfulValues, type CampaignWords } from '../../leads/doubtful-values.js';
import { loadSelection } from '../../campaign-file/load-selection.js';
import { COMMAND_ERRORS } from '../command-errors.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import type { CommandIo } from '../io.js';
import { countDifferencesText } from '../../doctor/check-lead-counts.js';
import { listOfCampaign } from '../list-of-campaign.js';
import type { LeadsCountGiven } from '../syntax/list-commands.js';
import { withStore } from '../with-store.js';

/** `outdial leads count`. */
export async function countOfLeads(io: CommandIo, options: LeadsCountGiven): Promise<ExitCode> {
  return withStore(io, options.campaign, async (store, campaign) => {
    const { file } = campaign;
    const { score, filter: ofFile } = await loadSelection(campaign);
    const filter = options.filter === undefined ? ofFile : await readFilter(options.filter, score);
    const lists =
      options.list === undefined ? file.lists.map(({ id }) => id) : [listOfCampaign(file, options.list)];
    if (options.recount) io.out.write(`${recounted(await mendLeadCounts(store))}\n`);
    const counted = await countLeads(store, { lists, ...defined({ filter }) });
    io.out.write(`${counted.lists.map(lineOf).join('\n')}\n`);
    for (const { name, position } of counted.missing)
      io.out.write(
        `character ${position}: no lead has a column '${visibleText(name)}'. ` +
          `Columns: ${counted.columns.map(visibleText).join(', ') || 'none'}.\n`,
      );
    for (const doubt of filter ? doubtfulValues(filter, wordsOf(file)) : [])
      io.out.write(`${expressionProblemText(doubt)}\n`);
    const taken = counted.lists.reduce((sum, list) => sum + list.taken, 0);
    return taken > 0 ? EXIT.done : EXIT.findings;
  });
}

function wordsOf({ lists, dispositions }: CampaignFile): CampaignWords {
  return {
    lists: lists.map(({ id }) => id),
    dispositions: (dispositions ?? DEFAULT_DISPOSITIONS).map(({ code }) => code),
  };
}

async function readFilter(
  text: string,
  score: LeadSelection['score'],
): Promise<NonNullable<LeadSelection['filter']>> {
  const read = await parseLeadCondition(text, score);
  if (read.ok) return read.expression;
  const [shown = '', mark = ''] = markedExpression(text, read.problem);
  throw errorFrom(COMMAND_ERRORS, 'filter-unreadable', {
    why: `${expressionProblemText(read.problem)}\n  ${visibleText(shown)}\n  ${mark}`,
  });
}

/** What a recount has set right, by list and state. */
function recounted(wrong: readonly LeadCountDifference[]): string {
  if (wrong.length === 0) return 'The counts of leads were right.';
  return `Set right: ${countDifferencesText(wrong)}.`;
}

function lineOf({ listId, leads, open, taken, takenOpen, called }: ListCount): string {
  return (
    `${listId}: ${taken} of ${countOf(leads, 'lead')}, ${takenOpen} of ${open} open ones; ` +
    `${called} called at least once (${leads === 0 ? 0 : Math.round((100 * called) / leads)} %)`
  );
}
