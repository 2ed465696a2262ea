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
  /** Epoch ms of the live answer that the milestone holds. */
  readonly answeredAt: number;
}

/** A mark stores the live answer, too, unless it is a machine's: a connected or abandoned party answered. */
const MARKS: Readonly<Record<MarkName, PreparedCommand<Milestone>>> = {
  'live-answer': preparedCommand((db: Db, { attemptId, answeredAt }: Given<Milestone>) =>
    db
      .updateTable('attempts')
      .set((eb) => ({ live_answer_at: eb.fn.coalesce('live_answer_at', answeredAt) }))
      .where('attempt_id', '=', attemptId)
      .where('ended_at', 'is', null),
  ),
  connected: preparedCommand((db: Db, { attemptId, agentId, at, answeredAt }: Given<Milestone>) =>
    db
      .updateTable('attempts')
      .set((eb) => ({
        agent_id: eb.fn.coalesce(agentId, 'agent_id'),
        given_flow: null,
        connected_at: eb.fn.coalesce('connected_at', at),
        live_answer_at: eb.fn.coalesce('live_answer_at', answeredAt),
      }))
      .where('attempt_id', '=', attemptId)
      .where('ended_at', 'is', null),
  ),
  abandoned: preparedCommand((db: Db, { attemptId, at, answeredAt }: Given<Milestone>) =>
    db
      .updateTable('attempts')
      .set((eb) => ({
        abandoned_at: eb.fn.coalesce('abandoned_at', at),
        live_answer_at: eb.fn.coalesce('live_answer_at', answeredAt),
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

/** A milestone to be stored. */
export type Mark = Omit<MarkCommand, 'campaignId'> & {
  /** Epoch ms of a live answer that was to be stored just before it. Absent: `at`. */
  readonly answeredAt?: number;
};

/** Stores a milestone, unless it is stored already or the attempt has ended. */
export async function setMark(db: Db, mark: Mark): Promise<void> {
  const { attemptId, agentId = null, flow = null, at, answeredAt = at } = mark;
  await MARKS[mark.mark](db, { attemptId, agentId, flow, at, answeredAt });
}

/** Marks that hold the live answer. */
const AFTER_ANSWER: ReadonlySet<MarkName> = new Set(['connected', 'abandoned']);

/**
 * The marks to be stored of those that came, in their order: a live answer goes into the mark that follows
 * it, which would store it, too.
 */
export function withAnswers(marks: readonly Mark[]): readonly Mark[] {
  const stored: Mark[] = [];
  /** Places of live answers that no mark of their attempt has followed, by attempt. */
  const answers = new Map<string, number>();
  for (const mark of marks) {
    const { attemptId } = mark;
    const place = answers.get(attemptId);
    answers.delete(attemptId);
    if (place !== undefined && AFTER_ANSWER.has(mark.mark)) {
      stored[place] = { ...mark, answeredAt: stored[place]?.at ?? mark.at };
      continue;
    }
    if (mark.mark === 'live-answer') answers.set(attemptId, stored.length);
    stored.push(mark);
  }
  return stored;
}
