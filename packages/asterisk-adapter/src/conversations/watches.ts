/** Supervisors' ears on agents: snoop channels on the agent's leg, each bridged with a supervisor's leg. */
import type { Settings } from '../options.js';
import type { AriRequests } from '../roles.js';
import { openSnoop } from '../snoops.js';
import type { Party, Watch } from './party.js';

/** What watches need. */
export interface WatchesParts {
  readonly settings: Pick<Settings, 'application'>;
  readonly ari: AriRequests;
}

const PREFIX = 'os-';

/** Snoop channels, one for each supervisor who listens. */
export class Watches {
  readonly #parts: WatchesParts;
  #serial = 0;

  constructor(parts: WatchesParts) {
    this.#parts = parts;
  }

  /** Makes a snoop on the watched leg, which hears both sides of it. Returns its channel. */
  async open(supervisor: Party, { watched, whispers }: Watch): Promise<string> {
    const snoopId = `${PREFIX}${supervisor.channelId}.${(++this.#serial).toString(36)}`;
    const whisper = whispers ? 'out' : 'none';
    await openSnoop(this.#parts, { snoopId, channelId: watched.channelId, spy: 'both', whisper });
    return snoopId;
  }

  /** Ends a snoop. */
  async close(snoopId: string): Promise<void> {
    await this.#parts.ari.call('channels.hangup', { channelId: snoopId }).catch(() => {
      /* it ended with the agent's leg */
    });
  }
}

/** Channel of the supervisor's leg that a snoop belongs to; null for any other channel. */
export function supervisorOfSnoop(channelId: string): string | null {
  const match = /^os-(oa-[^;]+)\.[0-9a-z]+$/.exec(channelId);
  return match?.[1] ?? null;
}
