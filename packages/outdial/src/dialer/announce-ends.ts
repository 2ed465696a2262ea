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
 * Looks at the start, then every hour, at each midnight of UTC, at the begin and end of emergencies, and when
 * a command declares or ends one. What would keep the campaign from starting is said once within the day
 * before, and once when it holds; of an emergency also that it is over.
 */
export function announceEnds(dialer: Dialer, { review, emergencies, onNotice }: EndsToAnnounce): void {
  let said: ReadonlySet<string> = new Set();
  let under: ReadonlySet<string> = new Set();
  const isOver = (): boolean => dialer.state === 'stopped' || dialer.state === 'halted';
  const say = (): void => {
    const now = dialer.now();
    const found = new Map<string, CampaignFinding>();
    const ended = review(now).filter(({ blocks }) => blocks);
    for (const finding of ended) found.set(keyOf(finding), finding);
    for (const finding of review(now + DAY_MS))
      if (finding.blocks && !found.has(keyOf(finding))) found.set(`${keyOf(finding)} soon`, soon(finding));
    const lasting = emergencies.current.filter((one) => isInForce(one, now));
    for (const finding of lasting.map(declared)) found.set(keyOf(finding), finding);
    const before = { said, under };
    // What was mended and ends again is said again.
    said = new Set(found.keys());
    under = new Set(lasting.map(({ region }) => region));
    for (const [key, finding] of found) if (!before.said.has(key)) onNotice(finding);
    for (const region of before.under) if (!under.has(region)) onNotice(over(region));
  };
  const look = (): void => {
    if (isOver()) return;
    say();
    const now = dialer.now();
    const turns = emergencies.current.flatMap(({ from, until }) => [from, until ?? from]);
    const next = Math.min(
      HOUR_MS,
      DAY_MS - (now % DAY_MS),
      ...turns.map((at) => at - now).filter((ms) => ms > 0),
    );
    dialer.after(next, look);
  };
  const forget = dialer.on('campaign.state', ({ state }) => {
    if (state !== 'running') return;
    forget();
    look();
    emergencies.onChange(() => {
      if (!isOver()) say();
    });
  });
}

function keyOf({ rule, message }: CampaignFinding): string {
  return `${rule} ${message}`;
}

function soon(finding: CampaignFinding): CampaignFinding {
  return {
    ...finding,
    blocks: false,
    message: `Within a day the calls that need it are held back: ${finding.message}`,
  };
}

function isInForce({ from, until }: DeclaredEmergency, now: number): boolean {
  return from <= now && (until === undefined || until > now);
}

function declared({ region, until }: DeclaredEmergency): CampaignFinding {
  const end = until === undefined ? '' : ` until ${utcText(until, 'minute')} UTC`;
  return {
    rule: 'declared-emergency',
    message: `An emergency is declared in ${region}${end}: calls that the law forbids then are refused.`,
    remedy: "End it with 'outdial emergency' when it is over.",
    blocks: false,
  };
}

function over(region: string): CampaignFinding {
  return {
    rule: 'declared-emergency',
    message: `The emergency in ${region} is over: calls there are placed again where the law allows them.`,
    remedy: "Declare it again with 'outdial emergency' if it lasts.",
    blocks: false,
  };
}
