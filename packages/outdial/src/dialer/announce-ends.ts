/**
 * Says what ends or begins while a campaign runs: registrations, permits, subscriptions and copies of
 * registries that end, whatever else the review of a start would refuse on a later day, and emergencies.
 */
import { utcText } from '@outdial/core';
import type { DeclaredEmergency } from '@outdial/compliance';
import type { CampaignFinding } from '../gate/campaign-refused.js';
import type { DeclaredEmergencies } from '../gate/declared-emergencies.js';
import type { Dialer } from './dialer.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** What is looked at, and who hears of it. */
export interface EndsToAnnounce {
  /** The review that a start at an instant, epoch ms, would have. */
  readonly review: (at: number) => readonly CampaignFinding[];
  readonly emergencies: DeclaredEmergencies;
  readonly onNotice: (finding: CampaignFinding) => void;
}

/**
 * Looks at the start, then every hour and at each midnight of UTC. What would keep the campaign from
 * starting is said once within the day before, and once when it holds.
 */
export function announceEnds(dialer: Dialer, { review, emergencies, onNotice }: EndsToAnnounce): void {
  let said: ReadonlySet<string> = new Set();
  const look = (): void => {
    if (dialer.state === 'stopped' || dialer.state === 'halted') return;
    const now = dialer.now();
    const found = new Map<string, CampaignFinding>();
    const ended = review(now).filter(({ blocks }) => blocks);
    for (const finding of ended) found.set(keyOf(finding), finding);
    for (const finding of review(now + DAY_MS))
      if (finding.blocks && !found.has(keyOf(finding))) found.set(`${keyOf(finding)} soon`, soon(finding));
    for (const finding of emergencies.current.flatMap((one) => inForce(one, now)))
      found.set(keyOf(finding), finding);
    const before = said;
    // What was mended and ends again is said again.
    said = new Set(found.keys());
    for (const [key, finding] of found) if (!before.has(key)) onNotice(finding);
    dialer.after(Math.min(HOUR_MS, DAY_MS - (now % DAY_MS)), look);
  };
  const forget = dialer.on('campaign.state', ({ state }) => {
    if (state !== 'running') return;
    forget();
    look();
  });
}

function keyOf({ rule, message }: CampaignFinding): string {
  return `${rule} ${message}`;
}

function soon(finding: CampaignFinding): CampaignFinding {
  return {
    ...finding,
    blocks: false,
    message: `Within a day calls are held back, because: ${finding.message}`,
  };
}

function inForce({ region, from, until }: DeclaredEmergency, now: number): readonly CampaignFinding[] {
  if (from > now || (until !== undefined && until <= now)) return [];
  const end = until === undefined ? '' : ` until ${utcText(until, 'minute')} UTC`;
  return [
    {
      rule: 'declared-emergency',
      message: `An emergency is declared in ${region}${end}: calls that the law forbids then are refused.`,
      remedy: "End it with 'outdial emergency' when it is over.",
      blocks: false,
    },
  ];
}
