/** Which agents are logged in to a campaign, how they logged in, and how all of them leave at its end. */
import type { AgentWork, CampaignEvent } from '@outdial/core';

/** An agent who logs in. */
export interface AgentLogin {
  readonly agentId: string;
  /** Where the agent's leg is called, e.g. 'PJSIP/101'; absent: the agent's id. */
  readonly station?: string;
  readonly skills?: readonly string[];
  /** What the agent takes; absent: as the campaign says. */
  readonly work?: AgentWork;
  /** Other campaigns of the floor whose answered calls the agent takes, too. */
  readonly alsoFor?: readonly string[];
}

/** What it takes to log agents out. */
export interface LeavingOrders {
  readonly ready: (agentId: string) => void;
  readonly logOut: (agentId: string) => void;
  /** Lets time pass until the condition holds, but no longer than `withinMs`. */
  readonly wait: (isDone: () => boolean, withinMs: number) => Promise<void>;
}

/** At the end, agents in wrap-up have this long to say what the call was. */
const WRAP_UP_MOMENT_MS = 3000;
const LEAVE_WITHIN_MS = 1000;

/** The agents of one campaign. */
export class Attendance {
  readonly #present = new Set<string>();
  readonly #logins = new Map<string, AgentLogin>();

  /** Follows the states of the agents. */
  take({ agentId, state }: Extract<CampaignEvent, { readonly type: 'agent.state' }>): void {
    if (state === 'offline') this.#present.delete(agentId);
    else this.#present.add(agentId);
  }

  /** Notes how an agent logs in. */
  note(login: AgentLogin): void {
    this.#logins.set(login.agentId, login);
  }

  /** How an agent logged in last. */
  loginOf(agentId: string): AgentLogin | undefined {
    return this.#logins.get(agentId);
  }

  /**
   * Logs everybody out. Agents in wrap-up have a moment to say what the call was; then the disposition of the
   * wrap-up's time-out stands.
   */
  async logEverybodyOut({ ready, logOut, wait }: LeavingOrders): Promise<void> {
    const isEmpty = (): boolean => this.#present.size === 0;
    for (const agentId of [...this.#present]) logOut(agentId);
    await wait(isEmpty, WRAP_UP_MOMENT_MS);
    for (const agentId of [...this.#present]) {
      ready(agentId);
      logOut(agentId);
    }
    await wait(isEmpty, LEAVE_WITHIN_MS);
  }
}
