/** The error of a campaign that the law forbids to start, with the findings of the review. */
import { errorFacts } from '@outdial/core';
import { listed, ListingError } from '../error-catalogue/listing-error.js';
import { titledRule } from '../report/titled-rule.js';

/** One finding of the campaign review. */
export interface CampaignFinding {
  readonly rule: string;
  readonly message: string;
  /** What to change. */
  readonly remedy: string;
  /** True: the campaign must not start. False: a notice. */
  readonly blocks: boolean;
}

/** Code of {@link CampaignRefused}. */
export const CAMPAIGN_REFUSED_ERRORS = {
  'campaign-refused': {
    what: 'The campaign must not start as it is:\n{findings}',
    remedy: "Correct the campaign file, or the lists it names, and run 'outdial doctor'.",
    retryable: false,
  },
} as const;

/** The law forbids the campaign as it is. The message lists what to change, one finding a line. */
export class CampaignRefused extends ListingError<'campaign-refused'> {
  override readonly name = 'CampaignRefused';
  /** Everything that the review found, notices included. */
  readonly findings: readonly CampaignFinding[];

  constructor(findings: readonly CampaignFinding[]) {
    const blocking = findings.filter(({ blocks }) => blocks);
    const lines = blocking.map(({ message, remedy, rule }) => `${message} ${remedy} (${titledRule(rule)})`);
    const facts = errorFacts(CAMPAIGN_REFUSED_ERRORS, 'campaign-refused', { findings: listed(lines) });
    super({ ...facts, context: { rules: blocking.map(({ rule }) => rule) } });
    this.findings = findings;
  }
}
