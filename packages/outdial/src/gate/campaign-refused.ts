/** The error that a campaign meets which the law forbids to start, with what the review found. */

/** One finding of the campaign review. */
export interface CampaignFinding {
  readonly rule: string;
  readonly message: string;
  /** What to change. */
  readonly remedy: string;
  /** True: the campaign must not start. False: a notice. */
  readonly blocks: boolean;
}

/** The law forbids the campaign as it is. The message lists what to change, one finding a line. */
export class CampaignRefused extends Error {
  override readonly name = 'CampaignRefused';
  readonly code = 'campaign-refused';
  readonly retryable = false;
  readonly findings: readonly CampaignFinding[];

  constructor(findings: readonly CampaignFinding[]) {
    super(
      [
        'The campaign must not start as it is:',
        ...findings
          .filter((finding) => finding.blocks)
          .map((finding) => `  ${finding.message} ${finding.remedy} (${finding.rule})`),
      ].join('\n'),
    );
    this.findings = findings;
  }
}
