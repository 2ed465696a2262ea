/** The federal texts the rules cite. */
import type { Source } from '../../engine/parameter.js';

/** TCPA rules of the FCC, 47 CFR 64.1200. */
export const tcpa = (pinpoint: string): Source => ({
  title: 'TCPA rules, 47 CFR 64.1200',
  href: 'https://www.ecfr.gov/current/title-47/section-64.1200',
  pinpoint,
});
/** Caller identification rules of the FCC. */
export const callerId = (pinpoint: string): Source => ({
  title: 'Caller identification rules, 47 CFR Part 64',
  href: 'https://www.ecfr.gov/current/title-47/part-64',
  pinpoint,
});
/** Telemarketing Sales Rule of the FTC, 16 CFR 310. */
export const tsr = (pinpoint: string): Source => ({
  title: 'Telemarketing Sales Rule, 16 CFR Part 310',
  href: 'https://www.ecfr.gov/current/title-16/part-310',
  pinpoint,
});
/** Regulation F of the CFPB, 12 CFR 1006. */
export const regulationF = (pinpoint: string): Source => ({
  title: 'Regulation F, 12 CFR Part 1006',
  href: 'https://www.ecfr.gov/current/title-12/part-1006',
  pinpoint,
});
/** A state statute or rule, cited by its usual short form. */
export const stateLaw = (
  title: string,
  pinpoint: string,
  href = 'https://www.law.cornell.edu/states/listing',
): Source => ({ title, href, pinpoint });
