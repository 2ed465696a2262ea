/** Events for embedders: what happened in a campaign. */
import type { AgentState } from '../pacing/index.js';
import type { AttemptId, EarlierEnd, AttemptResult } from './call/attempt.js';
import type { ConversationEvent } from './conversation/events.js';
import type { InboundRefusal } from '../ports/conversation-telephony.js';
import type { InboundEnding } from './inbound/inbound-call.js';
import type { DialMode } from './modes.js';
import type { CallRefusal } from './placing/refusal.js';
import type { OrderRejectionCode } from './orders/rejections.js';
import type { Callback, Lead, Supply } from './supply/lead.js';

/** What every event carries: when (epoch ms) and in which campaign. */
interface Stamped {
  readonly at: number;
  readonly campaignId: string;
}

/**
 * Events for embedders. They are emitted after the commands of the same fact. A listener that throws is
 * reported and does not affect calls.
 */
export type CampaignEvent =
  | ConversationEvent
  /**
   * The agent's state changed. `code`: the pause code. `reason`: why the engine changed it, when the engine
   * did.
   */
  | (Stamped & {
      readonly type: 'agent.state';
      readonly agentId: string;
      readonly state: AgentState;
      readonly since: number;
      readonly code?: string;
      readonly reason?: string;
    })
  /**
   * A lead is on the agent's screen. The agent accepts or skips, or the timer decides at `expiresAt` (null:
   * no timer).
   */
  | (Stamped & {
      readonly type: 'preview.offered';
      readonly agentId: string;
      readonly lead: Lead;
      readonly phone: string;
      readonly expiresAt: number | null;
    })
  | (Stamped & {
      readonly type: 'preview.ended';
      readonly agentId: string;
      readonly leadId: string;
      readonly how: 'accepted' | 'skipped' | 'timer' | 'withdrawn';
    })
  /** A call that came in was not taken. */
  | (Stamped & {
      readonly type: 'caller.refused';
      readonly refusal: InboundRefusal;
      readonly why: string;
    })
  /** A call came in, and the journal has it. `leadId`: empty for a caller whom no list knows. */
  | (Stamped & { readonly type: 'caller.known'; readonly attemptId: AttemptId; readonly leadId: string })
  /** A caller waits for an agent. `place`: 1 for the next. */
  | (Stamped & { readonly type: 'caller.queued'; readonly attemptId: AttemptId; readonly place: number })
  /** A call that came in is over. `waitedMs`: until the first agent, or until its end. */
  | (Stamped & {
      readonly type: 'caller.ended';
      readonly attemptId: AttemptId;
      readonly ending: InboundEnding;
      readonly waitedMs: number;
    })
  /** The dial command was sent. `agentId`: the agent reserved for the call. */
  | (Stamped & {
      readonly type: 'call.dialed';
      readonly attemptId: AttemptId;
      readonly leadId: string;
      readonly mode: DialMode;
      readonly agentId?: string;
    })
  | (Stamped & { readonly type: 'call.ringing'; readonly attemptId: AttemptId; readonly leadId: string })
  | (Stamped & { readonly type: 'call.answered'; readonly attemptId: AttemptId; readonly leadId: string })
  /** A called party and an agent talk. `waited`: ms from live answer to connection. */
  | (Stamped & {
      readonly type: 'call.connected';
      readonly attemptId: AttemptId;
      readonly agentId: string;
      readonly lead: Lead;
      readonly phone: string;
      readonly waited: number;
    })
  /** There was no agent in time. The abandonment message starts now. */
  | (Stamped & {
      readonly type: 'call.abandoned';
      readonly attemptId: AttemptId;
      readonly leadId: string;
      readonly waited: number;
    })
  /**
   * The journal has the end of the attempt. `earlier`: another process had ended it before. That end stays;
   * what was said in this call is in force, and this end is kept beside it.
   */
  | (Stamped & {
      readonly type: 'attempt.closed';
      readonly attemptId: AttemptId;
      readonly leadId: string;
      readonly result: AttemptResult;
      readonly earlier?: EarlierEnd;
    })
  /** The compliance gate or a policy refused the call. The lead waits or is closed. */
  | (Stamped & {
      readonly type: 'lead.refused';
      readonly leadId: string;
      readonly refusals: readonly CallRefusal[];
      readonly nextAllowedAt: number | null;
    })
  /**
   * The compliance gate refused the callback at that time. `nextAllowedAt`: the first time that is allowed.
   */
  | (Stamped & {
      readonly type: 'callback.refused';
      readonly attemptId: AttemptId;
      readonly agentId: string;
      readonly callback: Callback;
      readonly nextAllowedAt: number | null;
      readonly refusals: readonly CallRefusal[];
    })
  /**
   * Agents are free, but no lead is dialable now. `supply` says why. Once each time the leads run out, at
   * most every 20 s, and every hour while it lasts.
   */
  | (Stamped & { readonly type: 'leads.dry'; readonly supply: Supply | null })
  /** The state of a limit changed. While it is 'spent', only calls with a reserved agent are placed. */
  | (Stamped & {
      readonly type: 'governor.turned';
      readonly limitId: string;
      readonly spent: boolean;
      readonly liveAnswers: number;
      readonly abandoned: number;
    })
  /** The campaign's own hours began (`open`) or ended. `until`: epoch ms of the next turn; null: none. */
  | (Stamped & { readonly type: 'schedule.turned'; readonly open: boolean; readonly until: number | null })
  | (Stamped & {
      readonly type: 'campaign.state';
      readonly state: CampaignRunState;
      readonly reason?: string;
    })
  /** An order was rejected, with the reason: an unknown disposition, no call to hang up ... */
  | (Stamped & {
      readonly type: 'order.rejected';
      /** Type of the order's fact, e.g. 'agent.dispose'. */
      readonly order: string;
      readonly agentId?: string;
      readonly code: OrderRejectionCode;
      readonly reason: string;
    })
  /** A fault outside the engine, such as a store error or telephony down. The campaign continues. */
  | (Stamped & { readonly type: 'fault'; readonly what: string; readonly detail: string });

/**
 * Every run state of a campaign. 'halted': by the kill switch, a supervisor, a broken invariant, or because
 * another process has taken the campaign or the telephony.
 */
export const CAMPAIGN_RUN_STATES = [
  'created',
  'recovering',
  'running',
  'paused',
  'draining',
  'stopped',
  'halted',
] as const;

/** Run state of a campaign: one of {@link CAMPAIGN_RUN_STATES}. */
export type CampaignRunState = (typeof CAMPAIGN_RUN_STATES)[number];

/** The event map for eventemitter3: each listener takes one argument. */
export type CampaignEventMap = {
  [Type in CampaignEvent['type']]: (event: Extract<CampaignEvent, { type: Type }>) => void;
};
