/** Facts: everything that an engine takes, by the port or the person it comes from. */
import type { AttemptId, EarlierEnd, MachineVerdict, OpenAttempt } from './call/attempt.js';
import type { HangupCause } from './call/outcomes.js';
import type { ConversationOrderFact } from './conversation/order-facts.js';
import type { ConversationFact, InboundFact, TelephonyRefusal } from './conversation-facts.js';
import type { AgentWork } from './inbound/settings.js';
import type { CallVoice } from './modes.js';
import type { OrderRejection } from './orders/rejections.js';
import type { CallRefusal } from './placing/refusal.js';
import type { CampaignChanges } from './settings.js';
import type { Callback, Lead, Supply } from './supply/lead.js';

/** Every fact carries its instant (epoch ms by the scheduler's clock) and its campaign. */
interface Stamped {
  readonly at: number;
  readonly campaignId: string;
}

/** Facts about one call, from telephony. They may come late, twice, or for calls that ended long ago. */
export type CallFact =
  | (Stamped & {
      readonly type: 'call.dialing';
      readonly attemptId: AttemptId;
      /** Name of the trunk through which the call goes out. */
      readonly trunk?: string;
    })
  | (Stamped & { readonly type: 'call.ringing'; readonly attemptId: AttemptId })
  | (Stamped & {
      readonly type: 'call.answered';
      readonly attemptId: AttemptId;
      /**
       * Epoch ms at which the far end answered, where telephony learned of it late. Absent: `at`. The connect
       * grace counts from here.
       */
      readonly answeredAt?: number;
    })
  | (Stamped & {
      readonly type: 'call.detected';
      readonly attemptId: AttemptId;
      readonly verdict: MachineVerdict;
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
      readonly type: 'call.digits-sent';
      readonly attemptId: AttemptId;
      readonly digitsId: string;
      /** Why they were not sent. Absent: they were. */
      readonly refusal?: TelephonyRefusal;
    })
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
       * 'gone': no channel and no mark. 'abandoned': the dialplan's fallback played its message. The other
       * values: the state of a channel that is still up. 'connected': somebody is in its conversation, an
       * agent also while the call hears music. An agent who is alone aside may not be found ('answered').
       */
      readonly fate: 'gone' | 'abandoned' | 'ringing' | 'answered' | 'connected';
      /** 'connected': every agent in the rooms of its conversation, supervisors who joined included. */
      readonly agentIds?: readonly string[];
      /** 'connected', without any agent: the other call in its room. */
      readonly partnerId?: AttemptId;
    });

/**
 * How an agent's leg ended. 'ordered': by `hangUpAgent`, or it was never up. 'hung-up': the person at the
 * station ended it. 'lost': the network or the station failed, or audio stopped.
 */
export const LEG_ENDINGS = ['ordered', 'hung-up', 'lost'] as const;

/** One of {@link LEG_ENDINGS}. */
export type LegEnding = (typeof LEG_ENDINGS)[number];

/**
 * Facts about telephony as a whole and about agents' legs. Facts about legs do not name a campaign: the floor
 * knows where the agent works.
 */
export type TelephonyFact =
  | { readonly at: number; readonly type: 'telephony.up' }
  | {
      readonly at: number;
      readonly type: 'telephony.down';
      readonly reason: string;
      /**
       * It does not come back: another process has it, with every call and leg. `call.ended` (by 'lost') and
       * `agent.leg-down` follow for those that are known here, and say nothing about the channels.
       */
      readonly forGood?: true;
    }
  | { readonly at: number; readonly type: 'agent.leg-up'; readonly agentId: string }
  | {
      readonly at: number;
      readonly type: 'agent.leg-down';
      readonly agentId: string;
      readonly reason: string;
      /** Absent: 'hung-up'. A customer whose agent's leg is 'lost' gets the next agent. */
      readonly how?: LegEnding;
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
   * Leads closed from outside (recalled, paid, opted out). They are never dialed again. Calls not answered
   * yet are hung up.
   */
  | (Stamped & {
      readonly type: 'leads.withdrawn';
      readonly leadIds: readonly string[];
      readonly reason: string;
    })
  /** Pushed to the front of the lists: dialed next, ahead of leads that were claimed before. */
  | (Stamped & { readonly type: 'leads.pushed'; readonly leadIds: readonly string[] });

/** Answers of the journal. */
export type JournalFact =
  /** `givenVoices`: those of the request that the law allows. */
  | (Stamped & {
      readonly type: 'attempt.opened';
      readonly attemptId: AttemptId;
      readonly givenVoices?: readonly CallVoice[];
    })
  | (Stamped & {
      readonly type: 'attempt.refused';
      readonly attemptId: AttemptId;
      readonly refusals: readonly CallRefusal[];
      readonly nextAllowedAt: number | null;
    })
  /**
   * The entry of a call that came in is open. `lead`: the lead of the campaign that has the caller's number.
   * Null: no lead has it. `personId`: whom the number belongs to, known or not.
   */
  | (Stamped & {
      readonly type: 'inbound.opened';
      readonly attemptId: AttemptId;
      readonly lead: Lead | null;
      readonly personId: string;
    })
  | (Stamped & { readonly type: 'attempt.in-progress'; readonly attemptId: AttemptId })
  | (Stamped & {
      readonly type: 'attempt.open-failed';
      readonly attemptId: AttemptId;
      readonly error: string;
    })
  | (Stamped & {
      readonly type: 'attempt.closed';
      readonly attemptId: AttemptId;
      /** Another end that the attempt had already. It stays; this one is kept beside it. */
      readonly earlier?: EarlierEnd;
    })
  | (Stamped & {
      readonly type: 'attempt.close-failed';
      readonly attemptId: AttemptId;
      readonly error: string;
    })
  /** Open attempts of another share of the campaign, whose dialer is gone: they are this one's now. */
  | (Stamped & { readonly type: 'attempts.left'; readonly open: readonly OpenAttempt[] })
  | (Stamped & {
      readonly type: 'campaign.recovered';
      /**
       * Grows by one at each start of the campaign. Writes of an earlier process under an older epoch are
       * refused.
       */
      readonly epoch: number;
      readonly open: readonly OpenAttempt[];
      /** One entry for each instant that was asked for, in that order. */
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
  /** The wall clock stepped by `byMs`. `Scheduler.now()` did not. */
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
      /** Other campaigns whose answered calls the agent takes, too, where campaigns share agents. */
      readonly alsoFor?: readonly string[];
      /** What the agent takes. Absent: what the campaign says of its agents. */
      readonly work?: AgentWork;
    }
  /** `reason`: why the agent must leave, where it is not their own wish. */
  | {
      readonly at: number;
      readonly type: 'agent.logout';
      readonly agentId: string;
      readonly reason?: string;
    }
  | { readonly at: number; readonly type: 'agent.ready'; readonly agentId: string }
  /**
   * The agent's station has begun anew, such as a browser whose page was loaded again: it is called, and what
   * is left of an earlier leg ends. A customer of theirs hears music meanwhile.
   */
  | { readonly at: number; readonly type: 'agent.call-station'; readonly agentId: string }
  | { readonly at: number; readonly type: 'agent.pause'; readonly agentId: string; readonly code: string }
  /** Accepts the offered lead. */
  | { readonly at: number; readonly type: 'agent.accept'; readonly agentId: string }
  /** Skips the offered lead, which returns to the queue. */
  | { readonly at: number; readonly type: 'agent.skip'; readonly agentId: string; readonly reason?: string }
  /** Asks for one call: to this lead, or to the next. */
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
      /** What the agent wrote down of the call, by name. Kept with the attempt's answers, never logged. */
      readonly answers?: Readonly<Record<string, string>>;
      /** Pause code: the agent takes no call after this one. */
      readonly pause?: string;
    };

/** Orders of supervisors and embedders. */
export type OrderFact =
  | (Stamped & { readonly type: 'campaign.start' })
  | (Stamped & { readonly type: 'campaign.pause'; readonly reason: string })
  | (Stamped & { readonly type: 'campaign.resume' })
  /**
   * Drains the campaign: new calls are not placed, and live ones end in their own time. `campaign.stopped`
   * follows.
   */
  | (Stamped & { readonly type: 'campaign.stop' })
  /** Hangs up calls not answered yet. Live calls end in their own time. */
  | (Stamped & { readonly type: 'campaign.halt'; readonly reason: string })
  /**
   * Hangs up one call that has been dialed or came in: a talk without an agent, too. A third
   * party's call ends alone; with a customer's, the third party's ends as well.
   */
  | (Stamped & {
      readonly type: 'campaign.hang-up';
      readonly attemptId: AttemptId;
      readonly reason: string;
    })
  | (Stamped & { readonly type: 'campaign.configure'; readonly changes: CampaignChanges })
  /** Halts all campaigns at once, like 'campaign.halt' for each. */
  | { readonly at: number; readonly type: 'kill-switch'; readonly on: boolean; readonly reason: string };

/** An agent's order that was refused before the engine got it, such as a log-in while they work elsewhere. */
export interface RefusedOrderFact extends Stamped, OrderRejection {
  readonly type: 'order.refused';
  /** Type of the order's fact, e.g. 'agent.login'. */
  readonly order: string;
  readonly agentId: string;
}

/** Everything that an engine takes. */
export type Fact =
  | CallFact
  | ConversationFact
  | InboundFact
  | TelephonyFact
  | LeadFact
  | JournalFact
  | TimeFact
  | AgentActionFact
  | ConversationOrderFact
  | OrderFact
  | RefusedOrderFact;

/** The facts of one family: `FactOf<'call'>` is every fact whose type begins with 'call.'. */
export type FactOf<Family extends string> = Extract<Fact, { readonly type: `${Family}.${string}` }>;

/**
 * A fact or an event without its stamp. Unlike `Omit` it keeps the union, so that each `type` still has its
 * own fields.
 */
export type Unstamped<Member, Stamp extends string = 'at' | 'campaignId'> = Member extends unknown
  ? Omit<Member, Stamp>
  : never;
