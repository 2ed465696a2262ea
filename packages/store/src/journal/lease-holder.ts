/** Who runs a campaign: the holder of its lease, as rows, errors, notices and the audit trail name it. */
import { LIMITS } from '@outdial/core';
import type { LeasesTable } from '../database/tables.js';
import type { RunningProcess } from './running-process.js';

/** A running instance that holds leases: one dialer of one process. */
export interface LeaseInstance {
  /** Random, made at its start. */
  readonly id: string;
  /** Name of its process in the cluster. It is shown; the lease is identified by `id`. */
  readonly node: string;
  readonly process: RunningProcess;
}

/** Who holds a lease, since when, and until when at least. */
export interface LeaseHolder {
  readonly node: string;
  /** Null in the lease of a version that did not say. */
  readonly instance: string | null;
  readonly host: string | null;
  readonly pid: number | null;
  /** Epoch ms. */
  readonly since: number | null;
  readonly expiresAt: number;
}

/** The id of an instance where none is given: one a node and store handle. */
export function instanceOf(store: { readonly id: string }, node: string): string {
  return `${store.id}/${node}`.slice(0, LIMITS.storedId.max);
}

/** The columns of a lease that name its holder. */
export type HolderRow = Pick<
  LeasesTable,
  'node' | 'instance' | 'host' | 'machine' | 'pid' | 'pid_started' | 'since' | 'expires_at'
>;

/** The holder in a lease's row. */
export function holderOf(row: HolderRow): LeaseHolder {
  const { node, instance, host, pid, since, expires_at: expiresAt } = row;
  return { node, instance, host, pid, since, expiresAt };
}

/** The columns that name an instance. */
export function holderColumns(
  { id, node, process }: LeaseInstance,
  since: number,
): Omit<HolderRow, 'expires_at'> {
  const { host, machine, pid, pidStarted } = process;
  return { node, instance: id, host, machine, pid, pid_started: pidStarted, since };
}

/** 'alive' and 'gone' are known of processes on this machine only. */
export type HolderState = 'alive' | 'gone' | 'unknown';

/** Whether the process of a lease still runs. */
export function stateOf(row: HolderRow, { process }: LeaseInstance): HolderState {
  if (row.machine === null || row.pid === null || row.machine !== process.machine) return 'unknown';
  return process.isGone(row.pid, row.pid_started) ? 'gone' : 'alive';
}

/**
 * "node 'a1' (host alpha, process 4711) since 2026-11-25 15:00:00 New York time". `shown`: writes an instant
 * as the people of this store read it.
 */
export function holderText(
  { node, host, pid, since }: LeaseHolder,
  { shown }: { readonly shown: (at: number) => string },
): string {
  const place = [
    ...(host === null ? [] : [`host ${host}`]),
    ...(pid === null ? [] : [`process ${pid}`]),
  ].join(', ');
  const begun = since === null ? '' : ` since ${shown(since)}`;
  return `node '${node}'${place === '' ? '' : ` (${place})`}${begun}`;
}
