/** Dialed attempts of a report: sums, hours, outcomes, late ends. */
import type { Expression, ExpressionBuilder, NotNull, SqlBool } from 'kysely';
import type { Db } from '../database/engine.js';
import type { Database } from '../database/tables.js';
import { toldByLateEnds } from './late-ends.js';
import { attemptsOf, type Span } from './report-range.js';

/** Attempts with one ending. */
export interface OutcomeCount {
  readonly outcome: string;
  /** Disposition code, or null where none was set. */
  readonly disposition: string | null;
  readonly attempts: number;
}

/** One hour of attempts by the instant of their opening. */
export interface HourReport {
  /** Epoch ms of its beginning. */
  readonly from: number;
  readonly attempts: number;
  readonly liveAnswers: number;
  readonly connected: number;
  readonly abandoned: number;
}

const HOUR = 3_600_000;

/** Dialed, and answered or ended: `resolvedDials` of the table of counts. */
function isResolvedDial(eb: ExpressionBuilder<Database, 'attempts'>): Expression<SqlBool> {
  return eb.and([
    eb('dialed_at', 'is not', null),
    eb.or([eb('ended_at', 'is not', null), eb('answered_at', 'is not', null)]),
  ]);
}

/** Attempts opened, not ended, counted as tries of the lead, and resolved dials. */
export async function readSums(
  db: Db,
  span: Span,
): Promise<{ attempts: number; open: number; counted: number; resolvedDials: number }> {
  const sums = await attemptsOf(db, span)
    .select((eb) => [
      eb.fn.countAll<number>().as('attempts'),
      eb.fn.count<number>('ended_at').as('ended'),
      eb.fn.sum<number | null>('counts').as('counted'),
      eb.fn.sum<number | null>(eb.case().when(isResolvedDial(eb)).then(1).else(0).end()).as('resolved'),
    ])
    .executeTakeFirst();
  const { attempts = 0, ended = 0, counted, resolved } = sums ?? {};
  return { attempts, open: attempts - ended, counted: counted ?? 0, resolvedDials: resolved ?? 0 };
}

/** The hours in which attempts were opened, in their order. A late end counts by what it tells. */
export async function readHours(db: Db, span: Span): Promise<HourReport[]> {
  return attemptsOf(db, span)
    .leftJoin(toldByLateEnds(db), 'told.attempt_id', 'attempts.attempt_id')
    .select((eb) => {
      const hour = eb('opened_at', '-', eb('opened_at', '%', HOUR));
      const { coalesce, count } = eb.fn;
      return [
        hour.as('from'),
        eb.fn.countAll<number>().as('attempts'),
        count<number>(coalesce('attempts.live_answer_at', 'told.live_answer_at')).as('liveAnswers'),
        count<number>(coalesce('attempts.connected_at', 'told.connected_at')).as('connected'),
        count<number>(coalesce('attempts.abandoned_at', 'told.abandoned_at')).as('abandoned'),
      ];
    })
    .groupBy('from')
    .orderBy('from')
    .execute();
}

/** Attempts of the span that have another end beside their own. */
export async function countLateEnds(db: Db, span: Span): Promise<number> {
  const counted = await attemptsOf(db, span)
    .select((eb) => eb.fn.countAll<number>().as('attempts'))
    .where('attempts.attempt_id', 'in', (eb) => eb.selectFrom('late_ends').select('late_ends.attempt_id'))
    .executeTakeFirst();
  return counted?.attempts ?? 0;
}

/** Endings with their dispositions, the most frequent first. */
export async function readOutcomes(db: Db, span: Span): Promise<OutcomeCount[]> {
  return attemptsOf(db, span)
    .select((eb) => ['outcome', 'disposition', eb.fn.countAll<number>().as('attempts')])
    .where('outcome', 'is not', null)
    .$narrowType<{ outcome: NotNull }>()
    .groupBy(['outcome', 'disposition'])
    .orderBy('attempts', 'desc')
    .orderBy('outcome')
    .orderBy('disposition')
    .execute();
}
