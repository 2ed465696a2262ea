/** Read-only views of agents and calls, for screens and embedders. */
import type { AgentState } from '../pacing/index.js';
import type { Agent } from './agents/agent.js';
import { callOf } from './agents/agents.js';
import type { AttemptId, MachineVerdict } from './call/attempt.js';
import type { Call, CallFlow } from './call/call.js';
import type {
  Conversation,
  ConversationRecording,
  OwnerPart,
  ThirdParty,
} from './conversation/conversation.js';
import type { MonitorHow } from './conversation/order-facts.js';
import type { ConversationStage } from './conversation/stages.js';
import type { CallStage } from './call/stages.js';
import type { Context } from './context.js';
import type { CallMode } from './modes.js';
import type { Lead } from './supply/lead.js';

/** A lead that is offered to an agent in preview mode. */
export interface OfferView {
  readonly lead: Lead;
  /** E.164 of the number that would be dialed. */
  readonly phone: string;
  /** Epoch ms at which the timer decides; null: no timer. */
  readonly expiresAt: number | null;
}

/** The current state of an agent. */
export interface AgentView {
  readonly agentId: string;
  readonly campaignId: string;
  readonly state: AgentState;
  /** Epoch ms of the last change of state. */
  readonly since: number;
  /** Pause code while paused or about to pause; null otherwise. */
  readonly code: string | null;
  /** The agent's state after the current call. */
  readonly next: Agent['next'];
  /** Where the agent's leg is called. */
  readonly station: string;
  readonly skills: readonly string[];
  /** True when the agent's leg is up. */
  readonly legUp: boolean;
  /** The call that is reserved for the agent or that they have. */
  readonly attemptId: AttemptId | null;
  /** The lead of that call, or the lead on offer. */
  readonly lead: Lead | null;
  /** The lead on offer, in preview mode. */
  readonly preview: OfferView | null;
  /** Whom they listen to as a supervisor, and how; null: nobody. */
  readonly watching: { readonly watchedId: string; readonly how: MonitorHow } | null;
}

/** The current state of a conversation. Its owner is the call's `agentId`. */
export interface ConversationView {
  readonly stage: ConversationStage;
  /** Epoch ms of the last move. */
  readonly since: number;
  readonly third: ThirdParty | null;
  /** True when the owner is not heard. */
  readonly muted: boolean;
  /** True while telephony carries out an order. */
  readonly changing: boolean;
  /** Owners so far, the present one last. */
  readonly parts: readonly Readonly<OwnerPart>[];
  /** Supervisors who take part. */
  readonly watches: readonly { readonly supervisorId: string; readonly how: MonitorHow }[];
  readonly recording: ConversationRecording['state'];
}

/** The current state of a call. Instants are epoch ms. Null: it has not happened. */
export interface CallView {
  readonly attemptId: AttemptId;
  readonly campaignId: string;
  readonly lead: Lead;
  /** E.164 of the called party. */
  readonly phone: string;
  /** 'inbound': the call came in, and `phone` is the caller's. */
  readonly mode: CallMode;
  readonly stage: CallStage;
  /** The agent for whom the call is reserved, or who has it. */
  readonly agentId: string | null;
  readonly openedAt: number;
  readonly dialedAt: number | null;
  readonly ringingAt: number | null;
  readonly answeredAt: number | null;
  /** When a person was known to be on the line. */
  readonly liveAt: number | null;
  /** When an agent must have the call at the latest. */
  readonly deadlineAt: number | null;
  readonly connectedAt: number | null;
  readonly endedAt: number | null;
  /** True when the call counts as abandoned. */
  readonly abandoned: boolean;
  readonly machineVerdict: MachineVerdict | null;
  /** What agents do with the customer. Null before the first agent and once the call is over. */
  readonly conversation: ConversationView | null;
  /** The flow that runs or ran on the call. */
  readonly flow: CallFlow['kind'] | null;
}

/** The agents of a campaign, in the order of their logins. */
export function viewAgents(context: Context): readonly AgentView[] {
  return [...context.state.agents.values()].map((agent) => viewAgent(context, agent));
}

/** The calls of a campaign, the oldest first. A call stays until the journal has its end. */
export function viewCalls(context: Context): readonly CallView[] {
  return [...context.state.calls.values()].map((call) => viewCall(context, call));
}

function viewAgent(context: Context, agent: Agent): AgentView {
  const { agentId, state, since, station, skills, legUp, attemptId, preview, watching } = agent;
  const isPausing = state === 'paused' || state === 'pausing' || agent.next === 'paused';
  return {
    agentId,
    campaignId: context.state.settings.campaignId,
    state,
    since,
    code: isPausing ? (agent.pauseCode ?? null) : null,
    next: agent.next,
    station,
    skills,
    legUp,
    attemptId,
    lead: callOf(context, agent)?.lead ?? agent.awaitingLeg?.lead ?? preview?.lead ?? null,
    preview: preview && {
      lead: preview.lead,
      phone: preview.lead.phones[preview.lead.phoneIndex]?.phone ?? '',
      expiresAt: preview.expiresAt,
    },
    watching: watching ? { watchedId: watching.watchedId, how: watching.how } : null,
  };
}

function viewCall(context: Context, call: Call): CallView {
  const { attemptId, lead, phone, mode, stage, agentId, openedAt, abandoned } = call;
  return {
    attemptId,
    campaignId: context.state.settings.campaignId,
    lead,
    phone,
    mode,
    stage,
    agentId,
    openedAt,
    dialedAt: call.dialedAt ?? null,
    ringingAt: call.ringingAt ?? null,
    answeredAt: call.answeredAt ?? null,
    liveAt: call.liveAt ?? null,
    deadlineAt: call.deadlineAt ?? null,
    connectedAt: call.connectedAt ?? null,
    endedAt: call.endedAt ?? null,
    abandoned,
    machineVerdict: call.machineVerdict ?? null,
    flow: call.flow?.kind ?? null,
    conversation: call.conversation ? viewConversation(call.conversation) : null,
  };
}

function viewConversation(conversation: Conversation): ConversationView {
  const { stage, since, third, muted, plan, parts, watches, recording } = conversation;
  return {
    stage,
    since,
    third,
    muted,
    changing: plan !== null,
    parts: parts.map((part) => ({ ...part })),
    watches: watches.map(({ supervisorId, how }) => ({ supervisorId, how })),
    recording: recording?.state ?? 'off',
  };
}
