/**
 * Registrations that end while a campaign runs: the review that keeps a campaign from starting holds every
 * call back from that instant, too.
 */
import type { CallRefusal } from '@outdial/core';
import type { CampaignFinding } from './campaign-refused.js';

/** Rule of the review for registrations, permits and subscriptions that have ended. */
const REGISTRATION = 'policy.registration';
const DAY_MS = 86_400_000;

/**
 * What holds back every call at an instant, epoch ms: a registration of the campaign that has ended.
 *
 * @param review the review of the campaign at an instant: registrations end with a day of UTC, so that it is
 *   asked once a day
 */
export function createRegistrationHold(
  review: (at: number) => readonly CampaignFinding[],
): (at: number) => CallRefusal | undefined {
  const known = new Map<number, CallRefusal | undefined>();
  return (at) => {
    const day = Math.floor(at / DAY_MS);
    if (!known.has(day)) {
      if (known.size >= DAYS_KEPT) known.clear();
      known.set(day, holdBy(review(at)));
    }
    return known.get(day);
  };
}

/** Calls are asked about now, and explanations about days to come. */
const DAYS_KEPT = 50;

function holdBy(findings: readonly CampaignFinding[]): CallRefusal | undefined {
  const ended = findings.filter(({ rule, blocks }) => blocks && rule === REGISTRATION);
  const [first] = ended;
  if (!first) return undefined;
  const said = ended.map(({ message }) => message).join(' ');
  return {
    rule: REGISTRATION,
    citation: 'outdial policy',
    message: `${said} ${first.remedy} Then start the campaign anew.`,
    scope: 'campaign',
    nextAllowedAt: null,
  };
}
