/** The kill switch: one row that stops all campaigns on all nodes. */
import { defined } from '@outdial/core';
import { StatedRows } from './audit/stated-rows.js';
import type { Db } from './database/engine.js';
import { insertMany } from './database/insert-many.js';
import { keptReason } from './database/kept-values.js';
import { preparedQuery } from './database/prepared.js';
import type { Given } from './database/prepared.js';
import type { Store } from './open-store.js';

/** State of the kill switch. */
export interface KillSwitch {
  readonly on: boolean;
  readonly reason: string;
  /** Epoch ms of the last turn; 0: never turned. */
  readonly at: number;
  /** Number of turns so far. */
  readonly version: number;
}

const NEVER_TURNED = { id: 1, is_on: 0, reason: '', at: 0, version: 0 } as const;

/**
 * Turns the kill switch, durably and journaled. While it is on no attempt opens, on any node, from the moment
 * this returns. `by`: who turns it, where another than the opener of the store does.
 */
export async function setKillSwitch(
  store: Store,
  turn: { readonly on: boolean; readonly reason: string; readonly by?: string | undefined },
): Promise<void> {
  await store.audit.within(async (tx, append) => {
    const at = store.clock();
    const reason = keptReason(turn.reason);

    const isNew = (await insertMany(tx, 'kill_switch', [NEVER_TURNED], { ifAbsent: true })) > 0;
    const before = await tx
      .selectFrom('kill_switch')
      .select(['is_on', 'reason', 'at', 'version'])
      .where('id', '=', NEVER_TURNED.id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const row = { is_on: turn.on ? 1 : 0, reason, at, version: before.version + 1 } as const;
    await tx.updateTable('kill_switch').set(row).where('id', '=', NEVER_TURNED.id).execute();
    const stated = new StatedRows(store.secret);
    if (!isNew) stated.gone('kill_switch', before);
    stated.written('kill_switch', row);

    await append({
      at,
      campaignId: '',
      kind: turn.on ? 'kill-switch.on' : 'kill-switch.off',
      detail: { reason, ...defined({ by: turn.by }), ...stated.detail() },
    });
  });
}

const selectKillSwitch = preparedQuery((db: Db, { id }: Given<{ id: number }>) =>
  db.selectFrom('kill_switch').select(['is_on', 'reason', 'at', 'version']).where('id', '=', id),
);

/** Reads the kill switch. */
export async function readKillSwitch(store: Store): Promise<KillSwitch> {
  const row = await selectKillSwitch.first(store.engine.db, { id: NEVER_TURNED.id });
  return row
    ? { on: row.is_on === 1, reason: row.reason, at: row.at, version: row.version }
    : { on: false, reason: '', at: 0, version: 0 };
}
