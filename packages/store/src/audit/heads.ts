/**
 * Where the chains of the audit trail end. Heads that are kept elsewhere show whether a chain was cut or
 * rewritten.
 */
import type { Db, Engine } from '../database/engine.js';
import { preparedQuery } from '../database/prepared.js';
import type { Given } from '../database/prepared.js';

/** 'events': the entries. 'decisions': the records of decisions. */
export type ChainName = 'events' | 'decisions';

/** The last entry of one chain. */
export interface ChainHead {
  readonly chain: ChainName;
  readonly writer: string;
  readonly n: number;
  readonly hash: string;
}

/** Reads the head of every chain, in the order of their names. Quick: it does not walk the chains. */
export async function readHeads(store: { readonly engine: Engine }): Promise<readonly ChainHead[]> {
  return store.engine.snapshot(headsIn);
}

/** As {@link readHeads}, within a snapshot. */
export async function headsIn(db: Db): Promise<readonly ChainHead[]> {
  const heads: ChainHead[] = [];
  for (const [chain, next, last] of CHAINS) {
    let head = await next.first(db, { writer: '' });
    while (head) {
      const { writer } = head;
      const end = await last.first(db, { writer });
      if (end) heads.push({ chain, writer, ...end });
      head = await next.first(db, { writer });
    }
  }
  return heads;
}

type Writer = { readonly writer: string };

/** Each chain with the next writer after one, and the last entry of one: both along the key of the table. */
const CHAINS = [
  [
    'events',
    preparedQuery((db: Db, { writer }: Given<Writer>) =>
      db.selectFrom('audit').select('writer').where('writer', '>', writer).orderBy('writer').limit(1),
    ),
    preparedQuery((db: Db, { writer }: Given<Writer>) =>
      db.selectFrom('audit').select(['n', 'hash']).where('writer', '=', writer).orderBy('n', 'desc').limit(1),
    ),
  ],
  [
    'decisions',
    preparedQuery((db: Db, { writer }: Given<Writer>) =>
      db
        .selectFrom('decision_records')
        .select('writer')
        .where('writer', '>', writer)
        .orderBy('writer')
        .limit(1),
    ),
    preparedQuery((db: Db, { writer }: Given<Writer>) =>
      db
        .selectFrom('decision_records')
        .select(['n', 'hash'])
        .where('writer', '=', writer)
        .orderBy('n', 'desc')
        .limit(1),
    ),
  ],
] as const;
