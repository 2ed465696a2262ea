/** When a lead is tried again, by the outcome of its last attempt. */
import type { Outcome } from '../call/outcomes.js';
import type { Lead, LeadNext } from './lead.js';

/** When a lead is tried again after one kind of ending. */
export interface RetryRule {
  /** ms until the lead is dialable again. */
  readonly delayMs: number;
  /** How often this ending may come before the lead is closed. */
  readonly most: number;
}

/** How a campaign retries. */
export interface RetrySettings {
  /** By outcome; an outcome without a rule closes the lead. */
  readonly rules: Readonly<Partial<Record<Outcome, RetryRule>>>;
  /** Most attempts over the life of the lead. */
  readonly mostAttempts: number;
  /** Most attempts within any 24 hours. */
  readonly mostPerDay: number;
  /** ms until the person's next number is tried, when there is one. */
  readonly alternateDelayMs: number;
  /** Least ms after an attempt, whatever a rule says. */
  readonly minimumDelayMs: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * Default delays: short after busy, hours after no answer, at least an hour after congestion. Carriers
 * penalise repeated calls after congestion.
 */
export const DEFAULT_RETRY: RetrySettings = {
  rules: {
    busy: { delayMs: 10 * MINUTE, most: 6 },
    'no-answer': { delayMs: 3 * HOUR, most: 8 },
    rejected: { delayMs: DAY, most: 3 },
    machine: { delayMs: 4 * HOUR, most: 8 },
    voicemail: { delayMs: 3 * DAY, most: 3 },
    reneged: { delayMs: DAY, most: 3 },
    abandoned: { delayMs: DAY, most: 3 },
    failed: { delayMs: 4 * HOUR, most: 3 },
    blocked: { delayMs: 3 * DAY, most: 2 },
    congestion: { delayMs: HOUR, most: 20 },
    cancelled: { delayMs: 0, most: 1_000 },
    unknown: { delayMs: 4 * HOUR, most: 3 },
  },
  mostAttempts: 12,
  mostPerDay: 3,
  alternateDelayMs: 2 * MINUTE,
  minimumDelayMs: 0,
};

/** Endings after which another number of the same person may be tried soon. */
const TRY_ALTERNATE: ReadonlySet<Outcome> = new Set([
  'no-answer',
  'busy',
  'invalid-number',
  'failed',
  'machine',
  'rejected',
  'blocked',
]);
/** Endings that show that the number itself is unusable. */
export const CLOSES_NUMBER: ReadonlySet<Outcome> = new Set(['invalid-number']);

/** What {@link planRetry} needs to know about the ending. */
export interface Ending {
  readonly outcome: Outcome;
  readonly at: number;
  readonly countsAsAttempt: boolean;
  /** True when this number must not be dialed again. */
  readonly closesNumber: boolean;
  /** A disposition's rule, which overrides the campaign's. */
  readonly rule?: RetryRule | undefined;
  /** Earliest retry whatever the rule, epoch ms (the jurisdiction's ban after abandonment). */
  readonly notBefore?: number | undefined;
}

/** The lead's state after this ending. A pure function of the lead and the settings. */
export function planRetry(settings: RetrySettings, lead: Lead, ending: Ending): LeadNext {
  const attempts = lead.attempts + (ending.countsAsAttempt ? 1 : 0);
  if (attempts >= settings.mostAttempts) return closed(lead, 'attempts-used-up');
  const alternate = alternatePhone(lead, ending);
  if (alternate === null && ending.closesNumber) return closed(lead, 'no-number-left');
  // The number is unusable and others are open: the person is not reached yet.
  const rule =
    ending.rule ??
    settings.rules[ending.outcome] ??
    (ending.closesNumber ? settings.rules['no-answer'] : undefined);
  const goesOn = alternate !== null && alternate > lead.phoneIndex;
  const next = goesOn ? { delayMs: settings.alternateDelayMs, most: Infinity } : rule;
  if (!next) return closed(lead, `no-retry-after-${ending.outcome}`);
  const seen = (lead.attemptsByOutcome[ending.outcome] ?? 0) + 1;
  if (seen >= next.most && Number.isFinite(next.most)) return closed(lead, `${ending.outcome}-used-up`);
  const after = ({ delayMs }: RetryRule): number =>
    Math.max(ending.at + Math.max(delayMs, settings.minimumDelayMs), ending.notBefore ?? 0);
  return {
    status: 'open',
    nextDialableAt: Math.max(after(next), dayCapEndsAt(settings, lead, ending)),
    phoneIndex: alternate ?? lead.phoneIndex,
    ...(goesOn && rule ? { numberNotBefore: after(rule) } : {}),
    reason:
      ending.outcome === 'abandoned' || (lead.reason === 'abandoned' && !ending.countsAsAttempt)
        ? 'abandoned'
        : keptReason(lead, ending),
    ...(lead.callback && keptReason(lead, ending) === 'callback' ? { callback: lead.callback } : {}),
    why: `retry-${ending.outcome}`,
  };
}

/** The lead's next reason. A callback stays scheduled when the call did not count as an attempt. */
function keptReason(lead: Lead, ending: Ending): LeadNext['reason'] {
  if (lead.reason === 'callback' && !ending.countsAsAttempt) return 'callback';
  return lead.reason === 'fresh' && !ending.countsAsAttempt ? 'fresh' : 'retry';
}

/** The next open number after this one, else the first open one. Null when none is left. */
function alternatePhone(lead: Lead, ending: Ending): number | null {
  const open = lead.phones
    .map((phone, index) => (phone.open && !(ending.closesNumber && index === lead.phoneIndex) ? index : -1))
    .filter((index) => index >= 0);
  if (open.length === 0) return null;
  if (!TRY_ALTERNATE.has(ending.outcome) && !ending.closesNumber)
    return open.includes(lead.phoneIndex) ? lead.phoneIndex : (open[0] ?? null);
  return open.find((index) => index > lead.phoneIndex) ?? open[0] ?? null;
}

/** When the day's attempts are used up: the instant at which the oldest of them is 24 hours old. */
function dayCapEndsAt(settings: RetrySettings, lead: Lead, ending: Ending): number {
  const recent = lead.recentAttempts.filter((at) => at > ending.at - DAY);
  if (ending.countsAsAttempt) recent.push(ending.at);
  const over = recent.length - settings.mostPerDay;
  return over >= 0 ? (recent[over] ?? ending.at) + DAY : 0;
}

function closed(lead: Lead, why: string): LeadNext {
  return { status: 'closed', nextDialableAt: null, phoneIndex: lead.phoneIndex, reason: lead.reason, why };
}
