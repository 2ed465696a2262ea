/** The error of a campaign, given as a file or as data, that cannot be used: every problem with its place. */
import { errorFacts } from '@outdial/core';
import { listed, ListingError } from '../error-catalogue/listing-error.js';

/** One thing wrong in a campaign file. */
export interface CampaignFileProblem {
  /**
   * Where: 'dialing.ringTimeoutSeconds', 'telephony.trunks[0].endpoint'; '(file)' for the file as a whole.
   */
  readonly path: string;
  /** The value there, shortened; absent where there is none. */
  readonly value?: string;
  /** What is wrong with it, and what to write instead. */
  readonly message: string;
}

/** Code of {@link CampaignFileError}. */
export const CAMPAIGN_FILE_ERRORS = {
  'campaign-file': {
    what: '{file} cannot be used:\n{problems}',
    remedy: 'Correct it where the problems say. docs/reference/campaign-file.md explains every setting.',
    retryable: false,
  },
} as const;

/** Thrown when a campaign file cannot be used. The message lists every problem, one a line. */
export class CampaignFileError extends ListingError<'campaign-file'> {
  override readonly name = 'CampaignFileError';
  readonly file: string;
  readonly problems: readonly CampaignFileProblem[];

  constructor(file: string, problems: readonly CampaignFileProblem[], cause?: unknown) {
    const values = { file, problems: listed(problems.map(problemText)) };
    const facts = errorFacts(CAMPAIGN_FILE_ERRORS, 'campaign-file', values, { cause });
    // The texts of the problems may quote a telephone number; the context of an error holds none.
    super({ ...facts, context: { file, paths: problems.map(({ path }) => path) } });
    this.file = file;
    this.problems = problems;
  }
}

/** A problem as one line: path, value and what to write instead. */
export function problemText(problem: CampaignFileProblem): string {
  const value = problem.value === undefined ? '' : ` (${problem.value})`;
  return `${problem.path}${value} ${problem.message}`;
}
