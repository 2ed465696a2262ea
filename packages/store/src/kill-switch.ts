import { execute, query } from './database/statements.js';
import type { Store } from './open-store.js';

/** The one switch that stops all campaigns on all nodes. */
export interface KillSwitch {
  readonly on: boolean;
  readonly reason: string;
  /** Epoch ms of the last turn; 0: never turned. */
  readonly at: number;
  /** Grows with each turn. */
  readonly version: number;
}

/**
 * Turns the kill switch, durably and journaled. While it is on no attempt opens, on any node, from the moment
 * this returns.
 */
export async function setKillSwitch(
  store: Store,
  turn: { readonly on: boolean; readonly reason: string },
): Promise<void> {
  await store.audit.within(async (tx, append) => {
    const at = store.clock();
    const reason = turn.reason.slice(0, 128);
    await execute(
      tx,
      `${store.engine.insertIgnore} into kill_switch (id, is_on, reason, at, version) values (1, 0, '', 0, 0)`,
    );
    await execute(
      tx,
      'update kill_switch set is_on = ?, reason = ?, at = ?, version = version + 1 where id = 1',
      [turn.on ? 1 : 0, reason, at],
    );
    await append({
      at,
      campaignId: '',
      kind: turn.on ? 'kill-switch.on' : 'kill-switch.off',
      detail: { reason },
    });
  });
}

/** Reads the kill switch. */
export async function readKillSwitch(store: Store): Promise<KillSwitch> {
  const [row] = await query<{ is_on: number; reason: string; at: number; version: number }>(
    store.engine.db,
    'select is_on, reason, at, version from kill_switch where id = 1',
  );
  return row
    ? { on: row.is_on === 1, reason: row.reason, at: row.at, version: row.version }
    : { on: false, reason: '', at: 0, version: 0 };
}
