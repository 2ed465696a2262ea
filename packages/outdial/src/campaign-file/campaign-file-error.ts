/** One thing wrong in a campaign file. */
export interface CampaignFileProblem {
  /**
   * Where: 'dialing.ringTimeoutSeconds', 'telephony.trunks[0].endpoint'; '(file)' for the file as a whole.
   */
  readonly path: string;
  /** What stands there, shortened; absent where nothing does. */
  readonly value?: string;
  /** What is wrong with it, and what to write instead. */
  readonly message: string;
}

/** Thrown when a campaign file cannot be used. The message lists every problem, one a line. */
export class CampaignFileError extends Error {
  override readonly name = 'CampaignFileError';
  readonly code = 'campaign-file';
  readonly retryable = false;
  readonly file: string;
  readonly problems: readonly CampaignFileProblem[];

  constructor(file: string, problems: readonly CampaignFileProblem[], cause?: unknown) {
    super(
      [`${file} cannot be used:`, ...problems.map((problem) => `  ${problemText(problem)}`)].join('\n'),
      cause === undefined ? undefined : { cause },
    );
    this.file = file;
    this.problems = problems;
  }
}

/** A problem as one line: path, value and what to write instead. */
export function problemText(problem: CampaignFileProblem): string {
  const value = problem.value === undefined ? '' : ` (${problem.value})`;
  return `${problem.path}${value} ${problem.message}`;
}
