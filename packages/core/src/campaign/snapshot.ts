/** A campaign's memory as versioned JSON, and back. */
import { invariant } from '../invariant.js';
import type { PacerSnapshot } from '../pacing/index.js';
import type { CampaignState, Context } from './context.js';
import type { GovernorSave } from './governor/governor.js';

/** Everything a campaign remembers, as versioned JSON. */
export interface CampaignSnapshot {
  readonly version: 1;
  /** Epoch ms of the last fact. */
  readonly at: number;
  /** Plain data that JSON can hold. Its shape may change with the version. */
  readonly memory: unknown;
}

interface Memory {
  readonly state: CampaignState;
  readonly governor: GovernorSave;
  readonly pacer: PacerSnapshot;
}

/** Keys that mark Maps and Sets in plain data. */
const MAP = '$map';
const SET = '$set';

/** The campaign's memory at this instant. Later facts do not change it. */
export function takeSnapshot({ state, governor, pacer, now }: Context): CampaignSnapshot {
  const memory: Memory = { state, governor: governor.save(), pacer: pacer.snapshot() };
  return {
    version: 1,
    at: now,
    memory: JSON.parse(JSON.stringify(memory, (_key, value: unknown) => plain(value))),
  };
}

function plain(value: unknown): unknown {
  if (value instanceof Map) return { [MAP]: [...value.entries()] };
  return value instanceof Set ? { [SET]: [...value] } : value;
}

/** The memory from a snapshot, as new objects. */
export function readSnapshot(snapshot: CampaignSnapshot): Memory {
  invariant(
    (snapshot.version as number) === 1,
    `a campaign snapshot of version ${String(snapshot.version)} cannot be read by this version`,
  );
  return JSON.parse(JSON.stringify(snapshot.memory), (_key, value: unknown) => revived(value)) as Memory;
}

function revived(value: unknown): unknown {
  if (isMap(value)) return new Map(value[MAP]);
  return isSet(value) ? new Set(value[SET]) : value;
}

function isSet(value: unknown): value is { [SET]: unknown[] } {
  return typeof value === 'object' && value !== null && SET in value;
}

function isMap(value: unknown): value is { [MAP]: [unknown, unknown][] } {
  return typeof value === 'object' && value !== null && MAP in value;
}
