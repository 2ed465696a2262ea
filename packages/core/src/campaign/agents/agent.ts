/** An agent as the campaign remembers them. */
import type { AgentState } from '../../pacing/index.js';
import type { AttemptId } from '../call/attempt.js';
import type { MonitorHow } from '../conversation/order-facts.js';
import type { AgentWork } from '../inbound/settings.js';
import type { DialMode } from '../modes.js';
import type { Lead } from '../supply/lead.js';

/** An agent working for this campaign. */
export interface Agent {
  readonly agentId: string;
  readonly skills: readonly string[];
  readonly station: string;
  state: AgentState;
  /** Epoch ms of the last change. */
  since: number;
  /** When the agent last became ready. The agent who has been idle longest is served first. */
  readySince: number;
  legUp: boolean;
  legRequestedAt: number | null;
  /** The call for which the agent is reserved, or which they have. */
  attemptId: AttemptId | null;
  /** The lead on the agent's screen. */
  preview: { readonly lead: Lead; readonly expiresAt: number | null } | null;
  /** The agent's state after the current call. */
  next: 'ready' | 'paused' | 'offline';
  pauseCode?: string;
  /** Why the agent must log out, where it is not their own wish. */
  leaveReason?: string;
  /** A lead waits for the agent's leg to come up before it is opened. */
  awaitingLeg: { readonly lead: Lead; readonly mode: DialMode; readonly humanInitiated: boolean } | null;
  /** The agent has handed a conversation over and wraps up their part of it. */
  part?: { readonly attemptId: AttemptId; readonly leadId: string };
  /** The agent listens, as a supervisor. */
  watching?: { readonly watchedId: string; readonly how: MonitorHow; readonly since: number };
  /** What the agent takes. Absent: callers and dialed calls. */
  readonly work?: AgentWork;
  /** Id of the claim for the agent's manual call, until the queue answers. */
  manualRequest: string | null;
}
