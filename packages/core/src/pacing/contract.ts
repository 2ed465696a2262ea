/**
 * The contract between a pacer and the program that places its calls: facts in, a number of calls out.
 *
 * Times are milliseconds of any one origin (0 included); shares and rates are 0..1. A pacer never throws on a
 * fact: late, duplicate and unknown facts are corrected or ignored.
 */

/** Every mode, ordered by how far a call is placed ahead of an agent; see docs/concepts/pacing.md. */
export const PACING_MODES = ['manual', 'preview', 'progressive', 'power', 'predictive', 'agentless'] as const;

/** How calls are matched to agents: one of {@link PACING_MODES}. */
export type PacingMode = (typeof PACING_MODES)[number];

/** Every state of an agent. */
export const AGENT_STATES = [
  'ready',
  'reserved',
  'talking',
  'wrap-up',
  'pausing',
  'paused',
  'offline',
] as const;

/** What an agent does: one of {@link AGENT_STATES}. */
export type AgentState = (typeof AGENT_STATES)[number];

/** States that count as staffed time: all except 'paused' and 'offline'. */
export const STAFFED_STATES = ['ready', 'reserved', 'talking', 'wrap-up', 'pausing'] as const;

/** States that count as busy time, the numerator of occupancy. */
export const BUSY_STATES = ['talking', 'wrap-up'] as const;

/** A number for every state of an agent, all 0: the start of a count or of a sum of times. */
export function zeroByAgentState(): Record<AgentState, number> {
  return Object.fromEntries(AGENT_STATES.map((state) => [state, 0])) as Record<AgentState, number>;
}

/** The sum of the numbers of these states. */
export function sumOfStates(
  byState: Readonly<Record<AgentState, number>>,
  states: readonly AgentState[],
): number {
  return states.reduce((sum, state) => sum + byState[state], 0);
}

/** Every ending without a live answer that a pacer is told of. */
export const UNANSWERED_ENDINGS = ['no-answer', 'busy', 'failed', 'machine', 'blocked', 'cancelled'] as const;

/** How a call ended without a live answer: one of {@link UNANSWERED_ENDINGS}. */
export type UnansweredEnding = (typeof UNANSWERED_ENDINGS)[number];

/** How a call ended. 'hung-up' and 'reneged' come after an answer and may be left out. */
export type EndedOutcome = UnansweredEnding | 'hung-up' | 'reneged';

/** An agent entered a state. 'wrap-up' may last 0 ms; 'offline' and 'paused' end staffing. */
export interface AgentFact {
  readonly type: 'agent';
  readonly agentId: string;
  readonly state: AgentState;
  readonly at: number;
  /** Skills of the agent, stated with the first fact and when they change. Never stated: none. */
  readonly skills?: readonly string[];
}

/** The dial command of a call was issued. */
export interface DialedFact {
  readonly type: 'dialed';
  readonly callId: string;
  readonly at: number;
  /**
   * Probability (0..1) that a live person answers this call, where the campaign estimates it; the pacer
   * calibrates it as it learns.
   */
  readonly answerProbability?: number;
  /** Skills that an agent must have, all of them, to take this call. Default none. */
  readonly skills?: readonly string[];
}

/** The call is known to be a live person: the answer event, or machine detection's verdict. */
export interface AnsweredFact {
  readonly type: 'answered';
  readonly callId: string;
  readonly at: number;
  /** Instant at which the call is abandoned when no agent has taken it; default `at + connectGrace`. */
  readonly deadlineAt?: number;
}

/** The call ended without a live answer ('hung-up' and 'reneged' excepted). */
export interface EndedFact {
  readonly type: 'ended';
  readonly callId: string;
  readonly outcome: EndedOutcome;
  readonly at: number;
}

/** An agent took the answered call. May precede or follow the agent's 'talking' at the same instant. */
export interface ConnectedFact {
  readonly type: 'connected';
  readonly callId: string;
  readonly agentId: string;
  readonly at: number;
}

/** The live answer found no agent by its deadline. */
export interface AbandonedFact {
  readonly type: 'abandoned';
  readonly callId: string;
  readonly at: number;
}

/** Every fact a pacer takes. */
export type PacerFact = AgentFact | DialedFact | AnsweredFact | EndedFact | ConnectedFact | AbandonedFact;

/**
 * What the pacer assumes before it has observed anything; each counts as a few observations. Durations in ms.
 */
export interface PacerPriors {
  /** Share of calls answered by a live person; default 0.3. */
  readonly answerRate?: number;
  /** Mean time from dialing to a live answer; default 12 s. */
  readonly ringTime?: number;
  /** Mean conversation; default 90 s. */
  readonly talkTime?: number;
  /** Mean work after the conversation; default 15 s. */
  readonly wrapUp?: number;
}

/** Options of every mode; those of another mode are kept and ignored. */
export interface PacerOptions {
  readonly mode: PacingMode;
  /**
   * Share of live answers (0..1) that may be abandoned; the predictive mode steers to it. Default 0.027, a
   * tenth below 3 %.
   */
  readonly abandonment?: { readonly target: number };
  /** Time from `answered` in which an agent must take the call, ms; 0 is valid. Default 2,000. */
  readonly connectGrace?: number;
  /** Ring time after which unanswered calls are hung up, ms: a prior, not a limit. Default 30,000. */
  readonly ringTimeout?: number;
  /** Power mode: calls in flight per free agent (>= 0). Default 1. */
  readonly power?: { readonly callsPerAgent: number };
  /** Most lines in use at once; default unlimited. */
  readonly lines?: number;
  /** Most dial commands a second; default unlimited. */
  readonly callsPerSecond?: number;
  readonly priors?: PacerPriors;
  /**
   * What is promised to those who call in: this share of them (0..1) waits no longer than `within` ms.
   * Default 0.8 and 20,000.
   */
  readonly serviceLevel?: { readonly share?: number; readonly within?: number };
  /**
   * Supervisor override of the accepted risk: 1 is neutral, 0 is progressive; above 1 never raises
   * abandonment above its target.
   */
  readonly speed?: number;
  /**
   * Allows `decision.hangUp` to name calls to hang up when agents have left: only calls that have rung at
   * least `minimumRing` ms. Off by default.
   */
  readonly hangUp?: { readonly minimumRing: number };
}

/** Everything that may keep a decision from being larger. */
export const BINDING_LIMITS = [
  /** The mode requests no calls; agents dial. */
  'manual',
  /** No agent is staffed. */
  'no-agents',
  /** Every free agent has a call. */
  'free-agents',
  /** One more call would pass the accepted risk of abandonment. */
  'abandonment-risk',
  /**
   * One more call would pass the accepted risk of another campaign that shares the agents and is worth as
   * much or more.
   */
  'shared-agents',
  /** The trunk limit. */
  'lines',
  /** The limit on dial commands a second. */
  'calls-per-second',
  /**
   * The most calls one decision may ask for, or slow start: no more calls ahead of the agents than calls
   * whose end is known.
   */
  'step',
] as const;

/** What kept the decision from being larger: one of {@link BINDING_LIMITS}. */
export type BindingLimit = (typeof BINDING_LIMITS)[number];

/** Why the decision is what it is. */
export interface PacerReason {
  readonly mode: PacingMode;
  readonly limit: BindingLimit;
  /** Agents ready now. */
  readonly freeAgents: number;
  /** Agents neither offline nor paused. */
  readonly staffedAgents: number;
  /** Calls dialed that are neither ended nor with an agent. */
  readonly callsInFlight: number;
  /** Live answers expected of the calls in flight. */
  readonly expectedAnswers: number;
  /** Agents expected free (now or by then) when a call placed now would typically be answered. */
  readonly expectedFreeAgents: number;
  /** Estimated probability that the first call beyond this decision, if answered, causes an abandonment. */
  readonly risk: number;
  /** The accepted risk: the level that makes the abandonment rate meet its target. */
  readonly riskLevel: number;
  /** Share of calls answered live, as estimated now. */
  readonly answerRate: number;
}

/** Calls for leads that ask for the same skills. */
export interface SkilledCalls {
  readonly skills: readonly string[];
  /** Calls to place now in addition to those in flight. */
  readonly calls: number;
}

/** An agent who may take an answered call. */
export interface CallTaker {
  readonly agentId: string;
  /** Instant since which the agent is ready; the longest-waiting goes first among equals. */
  readonly readySince: number;
}

/** Which of several ready agents is to take an answered call. */
export interface TakerRequest {
  /** Agents who can take the call. */
  readonly among: readonly CallTaker[];
  /** The agent whom the called person belongs to. */
  readonly ownerId?: string;
  /** Skills that the called person asks for. Default none. */
  readonly skills?: readonly string[];
}

/** What to do now. */
export interface PacerDecision {
  /**
   * Calls to place now in addition to those in flight; an integer >= 0. Subtract calls that were requested
   * earlier and are not dialed yet.
   */
  readonly calls: number;
  readonly why: PacerReason;
  /**
   * The same calls by the skills that their leads ask for, where any lead asked for some: also for skills
   * whose leads are not at hand, if there are agents for them.
   */
  readonly bySkills?: readonly SkilledCalls[];
  /** Calls to hang up, if the option allows it and agents have left. */
  readonly hangUp?: readonly string[];
}

/** JSON of a pacer's whole state; give it back to `createPacer`. */
export interface PacerSnapshot {
  readonly version: 1;
  /** Instant of the last fact or decision. */
  readonly at: number;
  readonly state: unknown;
}

/** A pacer. `createPacer` makes outdial's own; any object of this shape can pace a campaign. */
export interface Pacer {
  /** Records a fact; never throws on a well-formed fact, whatever its order. */
  observe(fact: PacerFact): void;
  /**
   * How many calls to place now. It does not remember what it requested: calls count once they are reported
   * as `dialed`.
   *
   * `atHand`: the different sets of skills that the leads at hand ask for, `[]` for those that ask for none.
   * Absent: there are leads of every kind that was dialed before.
   */
  decide(now: number, atHand?: readonly (readonly string[])[]): PacerDecision;
  /**
   * Which agent takes an answered call, where leads ask for skills: the owner, else the one whom calls of
   * other skills miss least. Undefined, or absent: anyone, first who waits longest.
   */
  chooseAgent?(request: TakerRequest): string | undefined;
  /** Changes options while running; what was learned is kept. */
  configure(changes: Partial<PacerOptions>, at: number): void;
  /** The whole state as versioned JSON. */
  snapshot(): PacerSnapshot;
}
