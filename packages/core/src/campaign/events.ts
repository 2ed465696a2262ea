/** Events for embedders: what a campaign says happened. */
import type { AgentState } from '../pacing/index.js';
import type { AttemptId, AttemptResult } from './call/attempt.js';
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
 * Events for embedders. They are emitted after the commands of the same fact; a listener that throws is
 * reported and never reaches a call.
 */
export type CampaignEvent =
  /** The agent's state changed. `code`: the pause code; `reason`: why the engine did it, where it did. */
  | (Stamped & {
      readonly type: 'agent.state';
      readonly agentId: string;
      readonly state: AgentState;
      readonly since: number;
      readonly code?: string;
      readonly reason?: string;
    })
  /** A lead is on the agent's screen; accept, skip, or the timer decides at `expiresAt` (null: no timer). */
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
  /** The dial command was issued. `agentId`: the agent reserved for it. */
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
  /** No agent in time: the abandonment message starts now. */
  | (Stamped & {
      readonly type: 'call.abandoned';
      readonly attemptId: AttemptId;
      readonly leadId: string;
      readonly waited: number;
    })
  /** The attempt is in the journal for good. */
  | (Stamped & {
      readonly type: 'attempt.closed';
      readonly attemptId: AttemptId;
      readonly leadId: string;
      readonly result: AttemptResult;
    })
  /** The law or a policy said no. The lead waits, or is closed. */
  | (Stamped & {
      readonly type: 'lead.refused';
      readonly leadId: string;
      readonly refusals: readonly CallRefusal[];
      readonly nextAllowedAt: number | null;
    })
  /**
   * A promised callback was refused by the law for that time; `nextAllowedAt`: the first time that is
   * allowed.
   */
  | (Stamped & {
      readonly type: 'callback.refused';
      readonly attemptId: AttemptId;
      readonly agentId: string;
      readonly callback: Callback;
      readonly nextAllowedAt: number | null;
      readonly refusals: readonly CallRefusal[];
    })
  /** Nothing is dialable now although agents are free; `supply` says why. Repeated at most every 20 s. */
  | (Stamped & { readonly type: 'leads.dry'; readonly supply: Supply | null })
  /** The governor turned: while 'spent', only calls with a reserved agent are placed. */
  | (Stamped & {
      readonly type: 'governor.turned';
      readonly limitId: string;
      readonly spent: boolean;
      readonly liveAnswers: number;
      readonly abandoned: number;
    })
  | (Stamped & {
      readonly type: 'campaign.state';
      readonly state: CampaignRunState;
      readonly reason?: string;
    })
  /** An order that could not be followed, with the reason: an unknown disposition, no call to hang up ... */
  | (Stamped & {
      readonly type: 'order.rejected';
      /** Type of the order's fact, e.g. 'agent.dispose'. */
      readonly order: string;
      readonly agentId?: string;
      readonly code: OrderRejectionCode;
      readonly reason: string;
    })
  /** Something outside failed and was survived: a store error, telephony down. */
  | (Stamped & { readonly type: 'fault'; readonly what: string; readonly detail: string });

/** Life of a campaign. 'halted': by the kill switch, a supervisor, or a broken invariant. */
export type CampaignRunState =
  'created' | 'recovering' | 'running' | 'paused' | 'draining' | 'stopped' | 'halted';

/** The event map for eventemitter3: one listener argument each. */
export type CampaignEventMap = {
  [Type in CampaignEvent['type']]: (event: Extract<CampaignEvent, { type: Type }>) => void;
};
