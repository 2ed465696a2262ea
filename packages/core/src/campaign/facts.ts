/** Facts: everything that an engine takes, by the port or the person it comes from. */
import type { AttemptId, OpenAttempt } from './call/attempt.js';
import type { HangupCause } from './call/outcomes.js';
import type { CallRefusal } from './placing/refusal.js';
import type { CampaignChanges } from './settings.js';
import type { Callback, Lead, Supply } from './supply/lead.js';

/** Every fact carries its instant, epoch ms by the scheduler's clock, and the campaign it belongs to. */
interface Stamped {
  readonly at: number;
  readonly campaignId: string;
}

/** Facts about one call, from telephony. They may come late, twice, or for calls long gone. */
export type CallFact =
  | (Stamped & { readonly type: 'call.dialing'; readonly attemptId: AttemptId })
  | (Stamped & { readonly type: 'call.ringing'; readonly attemptId: AttemptId })
  | (Stamped & { readonly type: 'call.answered'; readonly attemptId: AttemptId })
  | (Stamped & {
      readonly type: 'call.detected';
      readonly attemptId: AttemptId;
      readonly verdict: 'human' | 'machine' | 'unsure';
      readonly detail?: string;
    })
  | (Stamped & { readonly type: 'call.connected'; readonly attemptId: AttemptId; readonly agentId: string })
  | (Stamped & {
      readonly type: 'call.connect-failed';
      readonly attemptId: AttemptId;
      readonly agentId: string;
      readonly reason: string;
    })
  | (Stamped & { readonly type: 'call.ended'; readonly attemptId: AttemptId; readonly cause: HangupCause })
  | (Stamped & {
      readonly type: 'call.played';
      readonly attemptId: AttemptId;
      readonly playId: string;
      readonly completed: boolean;
    })
  | (Stamped & { readonly type: 'call.digit'; readonly attemptId: AttemptId; readonly digit: string })
  | (Stamped & { readonly type: 'call.beep'; readonly attemptId: AttemptId })
  | (Stamped & {
      readonly type: 'call.recorded';
      readonly attemptId: AttemptId;
      readonly recordingId: string;
      readonly durationMs: number;
    })
  | (Stamped & {
      readonly type: 'call.reconciled';
      readonly attemptId: AttemptId;
      /**
       * 'gone': no channel and no mark; 'abandoned': the dialplan's fallback played its message; the rest: a
       * living channel.
       */
      readonly fate: 'gone' | 'abandoned' | 'ringing' | 'answered' | 'connected';
      readonly agentId?: string;
    });

/**
 * Facts about telephony as a whole and about agents' legs. Legs carry no campaign: the floor knows where the
 * agent is.
 */
export type TelephonyFact =
  | { readonly at: number; readonly type: 'telephony.up' }
  | { readonly at: number; readonly type: 'telephony.down'; readonly reason: string }
  | { readonly at: number; readonly type: 'agent.leg-up'; readonly agentId: string }
  | {
      readonly at: number;
      readonly type: 'agent.leg-down';
      readonly agentId: string;
      readonly reason: string;
    };

/** Answers of the lead queue. */
export type LeadFact =
  | (Stamped & {
      readonly type: 'leads.claimed';
      readonly requestId: string;
      readonly leads: readonly Lead[];
    })
  | (Stamped & { readonly type: 'leads.claim-failed'; readonly requestId: string; readonly error: string })
  | (Stamped & { readonly type: 'leads.surveyed'; readonly supply: Supply })
  /**
   * Closed from outside (recalled, paid, opted out): never dialed again; calls not yet answered are hung up.
   */
  | (Stamped & {
      readonly type: 'leads.withdrawn';
      readonly leadIds: readonly string[];
      readonly reason: string;
    });

/** Answers of the journal. */
export type JournalFact =
  | (Stamped & { readonly type: 'attempt.opened'; readonly attemptId: AttemptId })
  | (Stamped & {
      readonly type: 'attempt.refused';
      readonly attemptId: AttemptId;
      readonly refusals: readonly CallRefusal[];
      readonly nextAllowedAt: number | null;
    })
  | (Stamped & { readonly type: 'attempt.in-progress'; readonly attemptId: AttemptId })
  | (Stamped & {
      readonly type: 'attempt.open-failed';
      readonly attemptId: AttemptId;
      readonly error: string;
    })
  | (Stamped & { readonly type: 'attempt.closed'; readonly attemptId: AttemptId })
  | (Stamped & {
      readonly type: 'attempt.close-failed';
      readonly attemptId: AttemptId;
      readonly error: string;
    })
  | (Stamped & {
      readonly type: 'campaign.recovered';
      /** Grows by one at each start of the campaign; fences what an earlier process may still write. */
      readonly epoch: number;
      readonly open: readonly OpenAttempt[];
      /** One per instant asked for, in that order. */
      readonly counters: readonly {
        readonly since: number;
        readonly liveAnswers: number;
        readonly abandoned: number;
      }[];
    })
  | (Stamped & {
      readonly type: 'callback.checked';
      readonly requestId: string;
      readonly allowed: boolean;
      readonly nextAllowedAt: number | null;
      readonly refusals: readonly CallRefusal[];
    });

/** Time. */
export type TimeFact =
  | (Stamped & { readonly type: 'timer'; readonly timerId: string })
  /** The wall clock stepped by `byMs`; `Scheduler.now()` did not. */
  | { readonly at: number; readonly type: 'clock.stepped'; readonly byMs: number };

/** What an agent does. */
export type AgentActionFact =
  | {
      readonly at: number;
      readonly type: 'agent.login';
      readonly agentId: string;
      readonly campaignId: string;
      readonly skills?: readonly string[];
      readonly station?: string;
    }
  | { readonly at: number; readonly type: 'agent.logout'; readonly agentId: string }
  | { readonly at: number; readonly type: 'agent.ready'; readonly agentId: string }
  | { readonly at: number; readonly type: 'agent.pause'; readonly agentId: string; readonly code: string }
  /** Takes the lead on offer. */
  | { readonly at: number; readonly type: 'agent.accept'; readonly agentId: string }
  /** Turns it down: the lead goes back. */
  | { readonly at: number; readonly type: 'agent.skip'; readonly agentId: string; readonly reason?: string }
  /** Asks for one call: of this lead, or of the next. */
  | {
      readonly at: number;
      readonly type: 'agent.manual-dial';
      readonly agentId: string;
      readonly leadId?: string;
    }
  | { readonly at: number; readonly type: 'agent.hang-up'; readonly agentId: string }
  | {
      readonly at: number;
      readonly type: 'agent.dispose';
      readonly agentId: string;
      readonly code: string;
      readonly callback?: Callback;
    };

/** What supervisors and embedders order. */
export type OrderFact =
  | (Stamped & { readonly type: 'campaign.start' })
  | (Stamped & { readonly type: 'campaign.pause'; readonly reason: string })
  | (Stamped & { readonly type: 'campaign.resume' })
  /** Drains: no new calls; live ones end in their own time; then `campaign.stopped`. */
  | (Stamped & { readonly type: 'campaign.stop' })
  /** Hangs up what is not answered yet; live calls end in their own time. */
  | (Stamped & { readonly type: 'campaign.halt'; readonly reason: string })
  | (Stamped & { readonly type: 'campaign.configure'; readonly changes: CampaignChanges })
  /** All campaigns, at once: as 'campaign.halt' for each. */
  | { readonly at: number; readonly type: 'kill-switch'; readonly on: boolean; readonly reason: string };

/** Everything that an engine takes. */
export type Fact = CallFact | TelephonyFact | LeadFact | JournalFact | TimeFact | AgentActionFact | OrderFact;

/** The facts of one family: `FactOf<'call'>` is every fact whose type begins with 'call.'. */
export type FactOf<Family extends string> = Extract<Fact, { readonly type: `${Family}.${string}` }>;

/**
 * A fact or an event without its stamp, member by member: unlike `Omit`, it keeps the union, so that each `type`
 * still names its own fields.
 */
export type Unstamped<Member, Stamp extends string = 'at' | 'campaignId'> = Member extends unknown
  ? Omit<Member, Stamp>
  : never;
