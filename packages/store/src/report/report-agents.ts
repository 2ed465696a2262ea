/** What each agent did, in figures. */
import type { ReportedCall } from './reported-attempts.js';

/** What one agent did, with callers too. */
export interface AgentReport {
  readonly agentId: string;
  readonly calls: number;
  readonly talkMs: number;
  readonly wrapUpMs: number;
  readonly dispositions: Readonly<Record<string, number>>;
}

interface AgentSums {
  agentId: string;
  calls: number;
  talkMs: number;
  wrapUpMs: number;
  dispositions: Map<string, number>;
}

/** Sums what each agent did with calls that have ended, as these are read. */
export class AgentCounts {
  readonly #agents = new Map<string, AgentSums>();

  add({ attempt, ownConnectedAt }: ReportedCall): void {
    const { agentId, endedAt, talkMs, wrapUpMs, disposition } = attempt;
    if (agentId === null || ownConnectedAt === null || endedAt === null) return;
    const known = this.#agents.get(agentId);
    const agent = known ?? { agentId, calls: 0, talkMs: 0, wrapUpMs: 0, dispositions: new Map() };
    agent.calls += 1;
    agent.talkMs += talkMs ?? 0;
    agent.wrapUpMs += wrapUpMs ?? 0;
    if (disposition !== null)
      agent.dispositions.set(disposition, (agent.dispositions.get(disposition) ?? 0) + 1);
    this.#agents.set(agentId, agent);
  }

  /** In the order of their ids. */
  list(): AgentReport[] {
    return [...this.#agents.values()]
      .sort((a, b) => (a.agentId < b.agentId ? -1 : 1))
      .map(({ dispositions, ...agent }) => ({
        ...agent,
        dispositions: Object.fromEntries([...dispositions].sort(([a], [b]) => (a < b ? -1 : 1))),
      }));
  }
}
