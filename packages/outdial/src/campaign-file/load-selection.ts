/** Reads the expressions of a campaign file: a faulty filter stops the start and not a claim. */
import { defined } from '@outdial/core';
import {
  expressionProblemText,
  parseLeadCondition,
  parseLeadScore,
  type LeadScore,
  type LeadSelection,
  type Parsed,
} from '@outdial/store';
import { CampaignFileError, type CampaignFileProblem } from './campaign-file-error.js';
import type { CampaignFile } from './types.js';

/** Longest part of an expression that an error repeats. */
const SHOWN_MOST = 80;

/** What a campaign file says of its leads. Throws {@link CampaignFileError} with the place in the text. */
export async function loadSelection({
  file,
  path,
}: {
  readonly file: CampaignFile;
  readonly path: string;
}): Promise<LeadSelection> {
  const { filter, score, order, seed } = file.leads;
  const problems: CampaignFileProblem[] = [];
  const used = <Expression>(name: string, text: string, read: Parsed<Expression>): Expression | undefined => {
    if (read.ok) return read.expression;
    const value = JSON.stringify(text.length > SHOWN_MOST ? `${text.slice(0, SHOWN_MOST)}…` : text);
    problems.push({ path: `leads.${name}`, value, message: expressionProblemText(read.problem) });
    return undefined;
  };
  const scored: LeadScore | undefined =
    score === undefined ? undefined : used('score', score, await parseLeadScore(score));
  const filtered =
    filter === undefined ? undefined : used('filter', filter, await parseLeadCondition(filter, scored));
  if (problems.length > 0) throw new CampaignFileError(path, problems);
  return {
    order,
    ...defined({ filter: filtered, score: scored, seed }),
    lists: file.lists.map(({ id, priority, share }) => ({ listId: id, ...defined({ priority, share }) })),
  };
}
