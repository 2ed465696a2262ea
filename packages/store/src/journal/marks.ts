/** Milestones of an open attempt, stored as they happen, so that its outcome is right after a crash. */
import type { MarkCommand } from '@outdial/core';
import type { Db } from '../database/engine.js';
import { preparedCommand } from '../database/prepared.js';
import type { Given, PreparedCommand } from '../database/prepared.js';

type MarkName = MarkCommand['mark'];

/** Which attempt reached the milestone, and when. */
interface Milestone {
  readonly attemptId: string;
  /** Who owns the conversation; null: the mark does not say. */
  readonly agentId: string | null;
  /** To which flow an agent gave the person; null: the mark is of another kind. */
  readonly flow: string | null;
  /** Epoch ms. */
  readonly at: number;
}

/** A mark stores the live answer, too, unless it is a machine's: a connected or abandoned party answered. */
const MARKS: Readonly<Record<MarkName, PreparedCommand<Milestone>>> = {
  'live-answer': preparedCommand((db: Db, { attemptId, at }: Given<Milestone>) =>
    db
      .updateTable('attempts')
      .set((eb) => ({ live_answer_at: eb.fn.coalesce('live_answer_at', at) }))
      .where('attempt_id', '=', attemptId)
      .where('ended_at', 'is', null),
  ),
  connected: preparedCommand((db: Db, { attemptId, agentId, at }: Given<Milestone>) =>
    db
      .updateTable('attempts')
      .set((eb) => ({
        agent_id: eb.fn.coalesce(agentId, 'agent_id'),
        given_flow: null,
        connected_at: eb.fn.coalesce('connected_at', at),
        live_answer_at: eb.fn.coalesce('live_answer_at', at),
      }))
      .where('attempt_id', '=', attemptId)
      .where('ended_at', 'is', null),
  ),
  abandoned: preparedCommand((db: Db, { attemptId, at }: Given<Milestone>) =>
    db
      .updateTable('attempts')
      .set((eb) => ({
        abandoned_at: eb.fn.coalesce('abandoned_at', at),
        live_answer_at: eb.fn.coalesce('live_answer_at', at),
      }))
      .where('attempt_id', '=', attemptId)
      .where('ended_at', 'is', null),
  ),
  flow: preparedCommand((db: Db, { attemptId, flow }: Given<Milestone>) =>
    db
      .updateTable('attempts')
      .set({ given_flow: flow })
      .where('attempt_id', '=', attemptId)
      .where('ended_at', 'is', null),
  ),
  machine: preparedCommand((db: Db, { attemptId }: Given<Milestone>) =>
    db
      .updateTable('attempts')
      .set({ machine_verdict: 'machine' })
      .where('attempt_id', '=', attemptId)
      .where('ended_at', 'is', null),
  ),
};

/** Stores a milestone, unless it is stored already or the attempt has ended. */
export async function setMark(db: Db, { mark, attemptId, agentId, flow, at }: MarkCommand): Promise<void> {
  await MARKS[mark](db, { attemptId, agentId: agentId ?? null, flow: flow ?? null, at });
}
