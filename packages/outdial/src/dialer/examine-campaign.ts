/** Examines the text of a campaign file as a floor would take it: every problem, and the law's review. */
import { dirname, resolve } from 'node:path';
import { isOutdialError } from '@outdial/core';
import { CampaignFileError, type CampaignFileProblem } from '../campaign-file/campaign-file-error.js';
import { parseCampaignFile, type LoadedCampaign } from '../campaign-file/read-campaign-file.js';
import type { CampaignFinding } from '../gate/campaign-refused.js';
import { prepareCampaign } from './prepare-campaign.js';

/** What was found in the text of a campaign. */
export interface CampaignExamination {
  /** Null where it cannot be used. */
  readonly loaded: LoadedCampaign | null;
  /** Settings that cannot be used, each with its place and the remedy. */
  readonly problems: readonly CampaignFileProblem[];
  /** What the law's review finds; those that block keep the campaign from starting. */
  readonly findings: readonly CampaignFinding[];
}

/** Examines a text. `path`: of its file, from which its own paths count. `at`: epoch ms of the review. */
export async function examineCampaign(
  text: string,
  { path, at }: { readonly path: string; readonly at: number },
): Promise<CampaignExamination> {
  const whole = resolve(path);
  try {
    const file = parseCampaignFile(text, whole);
    const loaded = { path: whole, folder: dirname(whole), file };
    const { law } = await prepareCampaign(loaded);
    return { loaded, problems: [], findings: law.review(at) };
  } catch (error) {
    return { loaded: null, problems: problemsOf(error), findings: [] };
  }
}

function problemsOf(error: unknown): readonly CampaignFileProblem[] {
  if (error instanceof CampaignFileError) return error.problems;
  if (isOutdialError(error) && error.code === 'do-not-call-list-unavailable')
    return [{ path: 'doNotCall.lists', message: error.message }];
  throw error;
}
