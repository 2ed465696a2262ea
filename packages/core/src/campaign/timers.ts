/** The timers of a campaign: their kinds, and how a timer is encoded as the scheduler's id. */

/** Every kind of timer, by the owner that its key names. */
export const TIMER_KINDS = {
  /** One of each per campaign: the regular tick, and the retries of recovery. */
  campaign: ['tick', 'recover', 'reconcile'],
  /** One of each per agent: offered lead, answer to a manual call, leg, wrap-up after a hand-over. */
  agent: ['preview', 'manual', 'agent-leg', 'part'],
  /** One of each per call. */
  call: ['deadline', 'expiry', 'detection', 'wrap-up', 'close'],
  /** One of each per caller who waits: the next announcement, or the limit of the wait. */
  inbound: ['queue'],
  /** One of each per call with agents: the limit of a search or of parking, an unconfirmed arrangement. */
  conversation: ['conversation', 'arrangement'],
  /** Any number per call: the timers of its call flow. */
  flow: ['flow'],
} as const;

type KindOf<Group extends keyof typeof TIMER_KINDS> = (typeof TIMER_KINDS)[Group][number];

/** Kinds of timers that belong to the campaign. */
export type CampaignTimerKind = KindOf<'campaign'>;
/** Kinds of timers that belong to an agent. */
export type AgentTimerKind = KindOf<'agent'>;
/** Kinds of timers that belong to a call. */
export type CallTimerKind = KindOf<'call'>;
/** Kinds of timers that belong to a caller who waits. */
export type InboundTimerKind = KindOf<'inbound'>;
/** Kinds of timers that belong to a call's conversation. */
export type ConversationTimerKind = KindOf<'conversation'>;
/** Any kind of timer. */
export type TimerKind = KindOf<keyof typeof TIMER_KINDS>;

/** One timer: its kind and what it belongs to. */
export type Timer =
  | { readonly kind: CampaignTimerKind }
  | { readonly kind: AgentTimerKind; readonly agentId: string }
  | { readonly kind: CallTimerKind | InboundTimerKind | ConversationTimerKind; readonly attemptId: string }
  | { readonly kind: 'flow'; readonly attemptId: string; readonly flowTimerId: string };

/** The timers of one kind. */
export type TimerOf<Kind extends TimerKind> = Extract<Timer, { readonly kind: Kind }>;

/** The scheduler's id of a timer: `tick`, `deadline:<attempt>`, `flow:<attempt>|<timer of the flow>`. */
export function encodeTimer(timer: Timer): string {
  if (timer.kind === 'flow') return `flow:${timer.attemptId}|${timer.flowTimerId}`;
  if ('attemptId' in timer) return `${timer.kind}:${timer.attemptId}`;
  if ('agentId' in timer) return `${timer.kind}:${timer.agentId}`;
  return timer.kind;
}

/** The timer that a scheduler's id encodes. Null for an id that {@link encodeTimer} never returns. */
export function decodeTimer(timerId: string): Timer | null {
  const colon = timerId.indexOf(':');
  const kind = colon < 0 ? timerId : timerId.slice(0, colon);
  const key = colon < 0 ? '' : timerId.slice(colon + 1);
  if (isOneOf(TIMER_KINDS.campaign, kind)) return colon < 0 ? { kind } : null;
  if (key === '') return null;
  if (isOneOf(TIMER_KINDS.agent, kind)) return { kind, agentId: key };
  if (isOneOf(TIMER_KINDS.call, kind)) return { kind, attemptId: key };
  if (isOneOf(TIMER_KINDS.inbound, kind)) return { kind, attemptId: key };
  if (isOneOf(TIMER_KINDS.conversation, kind)) return { kind, attemptId: key };

  const bar = key.indexOf('|');
  if (kind !== 'flow' || bar < 0) return null;
  return { kind, attemptId: key.slice(0, bar), flowTimerId: key.slice(bar + 1) };
}

function isOneOf<Kind extends string>(kinds: readonly Kind[], kind: string): kind is Kind {
  return (kinds as readonly string[]).includes(kind);
}
