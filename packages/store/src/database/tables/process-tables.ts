/** Tables by which processes on one store know of each other. */
import type { Generated } from 'kysely';
import type { JsonText } from '../json-text.js';
import type { Flag } from './flags.js';

/**
 * One row a campaign: which running instance has it. The columns of the instance are null in rows of versions
 * that did not write them.
 */
export interface LeasesTable {
  campaign_id: string;
  node: string;
  epoch: number;
  expires_at: number;
  /** Random id of the dialer. */
  instance: string | null;
  host: string | null;
  /** The machine since its boot, and its space of process ids. */
  machine: string | null;
  pid: number | null;
  /** Tells the process from a later one with the same id. */
  pid_started: string | null;
  since: number | null;
}

/** One row an agent: which running instance they work at, named as in a lease. It ends as a lease does. */
export interface PresencesTable extends Omit<LeasesTable, 'epoch'> {
  agent_id: string;
}

/** One row a server: how it said it stands. */
export interface NodesTable {
  node_id: string;
  node: string;
  seen_at: number;
  is_leaving: Flag;
  running: number;
  /** Ids of campaigns. */
  offers: JsonText<readonly string[]>;
  /** Where browsers reach it; null in rows of versions that did not say. */
  address: string | null;
  /** Ids of the campaigns that it runs; null in rows of versions that did not say. */
  runs: JsonText<readonly string[]> | null;
}

/** One row, id 1: the switch that stops all campaigns. */
export interface KillSwitchTable {
  id: number;
  is_on: Flag;
  reason: string;
  at: number;
  version: number;
}

/** Changes that running campaigns look for: leads withdrawn while claimed, leads pushed to the front. */
export interface ChangesTable {
  id: Generated<number>;
  campaign_id: string;
  lead_id: string;
  reason: string;
  at: number;
}
