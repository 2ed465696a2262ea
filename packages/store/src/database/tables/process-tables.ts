/** Tables by which processes on one store know of each other. */
import type { Generated } from 'kysely';
import type { JsonText } from '../json-text.js';
import type { Flag } from './flags.js';

/**
 * One row a campaign, or a share of one: which running instance has it. The columns of the instance are null
 * in rows of versions that did not write them.
 */
export interface LeasesTable {
  /** Id of the campaign; of a share beyond the first with its number, as `leaseOf` writes it. */
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
  /** Over how many dialers the campaign is spread at most, as its holder knows it. */
  shares: Generated<number>;
  /** What the holder may use of the campaign's limits, in units of which `WHOLE_PART` are all. */
  part: Generated<number>;
}

/** One row an agent: which running instance they work at, named as in a lease. It ends as a lease does. */
export interface PresencesTable extends Omit<LeasesTable, 'epoch' | 'shares' | 'part'> {
  agent_id: string;
}

/** One row a campaign that several dialers work: what was ordered of all of them. */
export interface SpreadsTable {
  campaign_id: string;
  /** Grows with each change of a part, so that of two that are made at once one begins again. */
  revision: number;
  /** Grows with each order. */
  version: number;
  /** One of `SPREAD_STATES`. */
  state: string;
  /** Why, as the order says. */
  reason: string | null;
  /** Settings of the whole campaign that were changed by orders. */
  changes: JsonText<Readonly<Record<string, unknown>>>;
  /** Who gave the last order. */
  author: string | null;
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
