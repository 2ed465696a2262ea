/** A campaign's memory as versioned JSON, and back. */
import { invariant } from '../invariant.js';
import type { PacerSnapshot } from '../pacing/index.js';
import type { CampaignState, Context } from './context.js';
import type { GovernorSave } from './governor/governor.js';
import { isPlain } from './former-names.js';
import { stateOfVersion1 } from './snapshot-version-1.js';
import { stateOfVersion2 } from './snapshot-version-2.js';
import { stateOfVersion3 } from './snapshot-version-3.js';

/** Version of the snapshots that this code takes. A change of the memory's shape raises it. */
const SNAPSHOT_VERSION = 4;

/** Everything a campaign remembers, as versioned JSON. */
export interface CampaignSnapshot {
  /** Snapshots of this version and of every earlier one can be restored. */
  readonly version: typeof SNAPSHOT_VERSION | 1 | 2 | 3;
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
    version: SNAPSHOT_VERSION,
    at: now,
    memory: JSON.parse(JSON.stringify(memory, (_key, value: unknown) => plain(value))),
  };
}

function plain(value: unknown): unknown {
  if (value instanceof Map) return { [MAP]: [...value.entries()] };
  return value instanceof Set ? { [SET]: [...value] } : value;
}

/**
 * The memory from a snapshot, as new objects. @throws InvariantError on a snapshot of a later version, or on
 * one that is not a campaign's.
 */
export function readSnapshot({ version, memory }: CampaignSnapshot): Memory {
  invariant(
    version === SNAPSHOT_VERSION || version === 1 || version === 2 || version === 3,
    `the campaign snapshot has version ${String(version)}; this release reads versions 1 to ` +
      `${SNAPSHOT_VERSION}. Restore it with the release that took it, or start the campaign without it: ` +
      'the journal has its attempts.',
  );
  const text = JSON.stringify(memory ?? null);
  const read: unknown = JSON.parse(text, (_key, value: unknown) => revived(value));
  invariant(
    isPlain(read) && isPlain(read['state']),
    'the campaign snapshot has no memory with a state; ' +
      'give back the whole object that snapshot() returned',
  );
  const ofVersion2 = version === 1 ? stateOfVersion1(read['state']) : read['state'];
  const ofVersion3 = version <= 2 ? stateOfVersion2(ofVersion2) : ofVersion2;
  const state = version === SNAPSHOT_VERSION ? ofVersion3 : stateOfVersion3(ofVersion3);
  const current: unknown = { ...read, state };
  return current as Memory;
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
