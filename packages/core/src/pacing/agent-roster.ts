/** The agents as the pacer knows them from facts, with counts by state. */
import { STAFFED_STATES, zeroByAgentState, type AgentState } from './contract.js';

/** What the roster knows of one agent. */
export interface AgentRecord {
  readonly id: string;
  state: AgentState;
  /** Instant at which the present state was entered. */
  since: number;
  /** The call the agent talks on, when it was reported. */
  callId?: string | undefined;
  /** Whether the present (or last) conversation is a call of this campaign: other work is learned apart. */
  ownCall: boolean;
  /** The campaign of that conversation, where agents work for several. */
  campaignId?: string | undefined;
  /** States entered at the instant `since`, as bits: tells a duplicate from a new one. */
  enteredNow: number;
}

/** One change of an agent's state. */
export interface AgentChange {
  readonly agent: AgentRecord;
  readonly from: AgentState;
  /** When the old state was entered. */
  readonly since: number;
  readonly to: AgentState;
  readonly at: number;
  /** The call left by this change, when it ended a conversation. */
  readonly left?: string;
  /** Whether the state left was a conversation of this campaign, or the wrap-up of one. */
  readonly wasOwn: boolean;
  /** The campaign of the state left, where agents work for several. */
  readonly wasOf?: string | undefined;
  /** The conversation only became known as one of this campaign; nothing began or ended. */
  readonly recognised?: true;
}

/** A call that an agent took. */
interface TakenCall {
  readonly callId: string;
  readonly campaignId: string | undefined;
}

const STATE_BIT: Record<AgentState, number> = {
  ready: 1,
  reserved: 2,
  talking: 4,
  'wrap-up': 8,
  pausing: 16,
  paused: 32,
  offline: 64,
};
const STAFFED: ReadonlySet<AgentState> = new Set(STAFFED_STATES);
/** An agent's 'talking' and the call's `connected` may differ by this much and still be one event. */
const SAME_EVENT_MS = 1_000;
/** Agents kept; beyond it unknown ones are ignored. */
const MAX_AGENTS = 200_000;

/** The agents and their states, with counts by state; robust to late and duplicate facts. */
export class AgentRoster {
  readonly agents: Map<string, AgentRecord> = new Map();
  readonly counts: Record<AgentState, number> = zeroByAgentState();
  #staffed = 0;
  readonly #onChange: (change: AgentChange) => void;

  constructor(onChange: (change: AgentChange) => void) {
    this.#onChange = onChange;
  }

  /** Agents neither offline nor paused; kept up to date, because every decision reads it more than once. */
  get staffed(): number {
    return this.#staffed;
  }

  /** An agent entered a state. */
  enter(agentId: string, state: AgentState, at: number): void {
    if (STATE_BIT[state] === undefined) return;
    const agent = this.agents.get(agentId);
    if (agent === undefined) {
      this.#add(agentId, state, at);
      return;
    }
    if (agent.state === state || at < agent.since) return;
    if (at === agent.since && (agent.enteredNow & STATE_BIT[state]) !== 0 && !isZeroLengthCycle(agent, state))
      return;
    this.#move(agent, state, at);
  }

  /** Puts an agent of a snapshot back. */
  restore(saved: AgentRecord): AgentChange {
    const agent = { ...saved };
    this.agents.set(agent.id, agent);
    this.counts[agent.state] += 1;
    if (STAFFED.has(agent.state)) this.#staffed += 1;
    return { agent, from: 'offline', since: agent.since, to: agent.state, at: agent.since, wasOwn: false };
  }

  /**
   * An agent took a call and therefore talks, whether or not that state was reported. Returns false when the
   * fact is older than the agent's present state.
   */
  connect(agentId: string, callId: string, at: number, campaignId?: string): boolean {
    const agent = this.agents.get(agentId) ?? this.#add(agentId, 'ready', at);
    if (agent === undefined || (agent.callId === callId && agent.campaignId === campaignId)) return false;
    if (agent.state === 'talking' && agent.callId === undefined && at - agent.since <= SAME_EVENT_MS) {
      agent.ownCall = true;
      agent.callId = callId;
      agent.campaignId = campaignId;
      this.#onChange({
        agent,
        from: 'talking',
        since: agent.since,
        to: 'talking',
        at: agent.since,
        wasOwn: false,
        recognised: true,
      });
      return true;
    }
    if (at < agent.since) return false;
    this.#move(agent, 'talking', at, { callId, campaignId });
    return true;
  }

  #add(agentId: string, state: AgentState, at: number): AgentRecord | undefined {
    if (this.agents.size >= MAX_AGENTS) this.#forgetOffline();
    if (this.agents.size >= MAX_AGENTS) return undefined;
    const agent: AgentRecord = {
      id: agentId,
      state: 'offline',
      since: at,
      callId: undefined,
      ownCall: false,
      enteredNow: 0,
    };
    this.agents.set(agentId, agent);
    this.counts.offline += 1;
    this.#move(agent, state, at);
    return agent;
  }

  #move(agent: AgentRecord, state: AgentState, at: number, taken?: TakenCall): void {
    const { state: from, since, ownCall: wasOwn, callId: left, campaignId: wasOf } = agent;
    this.counts[from] -= 1;
    this.counts[state] += 1;
    if (STAFFED.has(from)) this.#staffed -= 1;
    if (STAFFED.has(state)) this.#staffed += 1;
    agent.enteredNow = (at === agent.since ? agent.enteredNow : 0) | STATE_BIT[state];
    agent.state = state;
    agent.since = at;
    agent.callId = taken?.callId;
    if (state === 'talking') agent.ownCall = taken !== undefined;
    if (taken !== undefined) agent.campaignId = taken.campaignId;
    const change = { agent, from, since, to: state, at, wasOwn, wasOf };
    this.#onChange(left === undefined ? change : { ...change, left });
  }

  /**
   * Forgets offline agents. They were kept so that a late, duplicate 'ready' does not make one staffed again.
   */
  #forgetOffline(): void {
    for (const agent of this.agents.values()) {
      if (agent.state !== 'offline') continue;
      this.agents.delete(agent.id);
      this.counts.offline -= 1;
    }
  }
}

/** Ready, talking and wrapped up within one instant: the second 'ready' is a new fact, not a duplicate. */
function isZeroLengthCycle(agent: AgentRecord, state: AgentState): boolean {
  return state === 'ready' && agent.state === 'wrap-up';
}
