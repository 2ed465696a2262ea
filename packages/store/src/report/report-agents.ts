/** What each agent did, in figures. */
import type { NotNull } from 'kysely';
import type { Db } from '../database/engine.js';
import { callsOf, type Span } from './report-range.js';

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
  dispositions: Record<string, number>;
}

/** What each agent did with attempts that have ended, in the order of their ids. */
export async function readAgents(db: Db, span: Span): Promise<AgentReport[]> {
  const rows = await callsOf(db, span)
    .select((eb) => [
      'agent_id',
      'disposition',
      eb.fn.countAll<number>().as('calls'),
      eb.fn.sum<number | null>('talk_ms').as('talk'),
      eb.fn.sum<number | null>('wrap_up_ms').as('wrapUp'),
    ])
    .where('agent_id', 'is not', null)
    .where('connected_at', 'is not', null)
    .where('ended_at', 'is not', null)
    .$narrowType<{ agent_id: NotNull }>()
    .groupBy(['agent_id', 'disposition'])
    .orderBy('agent_id')
    .orderBy('disposition')
    .execute();

  const agents = new Map<string, AgentSums>();
  for (const row of rows) {
    const agentId = row.agent_id;
    const agent = agents.get(agentId) ?? { agentId, calls: 0, talkMs: 0, wrapUpMs: 0, dispositions: {} };
    agent.calls += row.calls;
    agent.talkMs += row.talk ?? 0;
    agent.wrapUpMs += row.wrapUp ?? 0;
    if (row.disposition !== null) agent.dispositions[row.disposition] = row.calls;
    agents.set(agentId, agent);
  }
  return [...agents.values()];
}
