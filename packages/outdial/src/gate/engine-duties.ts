/** The duties of the law as limits of the engine: periods by the calendar of the country, times in ms. */
import type { AbandonmentDuty, CampaignDuties } from '@outdial/compliance';
import type { AbandonmentLimit } from '@outdial/core';
import { dayBegins, dayEnds, firstOfMonth, localDate } from '../local-time/local-day.js';

/** What the law obliges the campaign to, in the engine's words. Durations ms. */
export interface EngineDuties {
  /** The legal limits on abandonment with the period that runs, each in its regulator's terms. */
  readonly regulators: readonly RegulatorLimit[];
  readonly limits: readonly AbandonmentLimit[];
  /** Epoch ms of the campaign's first call: 30-day periods count from it. */
  readonly firstCallAt: number;
  /** From the live answer until an agent must have the call. */
  readonly connectGraceMs: number;
  /** An unanswered call rings at least this long. */
  readonly minimumRingTimeMs: number;
  /** After abandonment the lead is not dialed for this long. */
  readonly abandonedBanMs: number;
  /** What must come before a conversation is recorded. Absent: no rule of these countries says anything. */
  readonly recordingDuty?: 'consent';
}

const DAY = 86_400_000;
/**
 * Where no rule says anything the strictest of all rules serves as the house's own policy (47 CFR
 * 64.1200(a)(6) and (7)).
 */
const HOUSE_CONNECT_GRACE_MS = 2000;
const HOUSE_RING_MS = 15_000;

/** A legal limit on abandonment, with the period that runs. */
export interface RegulatorLimit extends AbandonmentDuty {
  readonly period: AbandonmentLimit['period'];
}

/** Turns the duty schedule of the compliance module into limits of the engine. */
export function engineDuties(
  law: CampaignDuties,
  time: { readonly at: number; readonly firstCallAt: number },
): EngineDuties {
  const regulators = law.abandonment.map((duty) => ({ ...duty, period: periodOf(duty, time) }));
  return {
    regulators,
    limits: regulators.map(({ rule, limit, period }) => ({ id: rule, limit, period })),
    firstCallAt: time.firstCallAt,
    connectGraceMs: law.connectGrace ?? HOUSE_CONNECT_GRACE_MS,
    minimumRingTimeMs: law.minimumRingTime ?? HOUSE_RING_MS,
    abandonedBanMs: Math.max(
      0,
      ...law.retryBans.filter((ban) => ban.after === 'abandoned').map((ban) => ban.pause),
    ),
    // A state where everyone on the call must agree may be among those called.
    ...(law.allPartyRecordingStates.length > 0 ? { recordingDuty: 'consent' as const } : {}),
  };
}

/**
 * The running period of a limit: its days and months are those of the place, 23 or 25 hours long where the
 * clocks change.
 */
function periodOf(
  duty: AbandonmentDuty,
  { at, firstCallAt }: { readonly at: number; readonly firstCallAt: number },
): AbandonmentLimit['period'] {
  const { timeZone } = duty;
  const today = localDate(at, timeZone);
  if (duty.window === 'calendar month')
    return between(dayBegins(firstOfMonth(today), timeZone), dayBegins(firstOfMonth(today, 1), timeZone));
  if (duty.window === '24 hours from midnight')
    return between(dayBegins(today, timeZone), dayEnds(today, timeZone));
  return { startsAt: firstCallAt, lengthMs: 30 * DAY };
}

function between(startsAt: number, endsAt: number): AbandonmentLimit['period'] {
  return { startsAt, lengthMs: endsAt - startsAt };
}
