/** Supervisors' ears on agents: snoop channels on the agent's leg, each bridged with a supervisor's leg. */
import type { Settings } from '../options.js';
import type { AriRequests } from '../roles.js';
import { isAnsweredInDoubt } from '../transport/ari-request-error.js';
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
    const { ari, settings } = this.#parts;
    const snoopId = `${PREFIX}${supervisor.channelId}.${(++this.#serial).toString(36)}`;
    try {
      await ari.call('channels.snoopChannelWithId', {
        channelId: watched.channelId,
        snoopId,
        spy: 'both',
        whisper: whispers ? 'out' : 'none',
        app: settings.application,
      });
    } catch (error) {
      if (!isAnsweredInDoubt(error)) throw error;
      // It may have been made all the same.
      await ari.call('channels.get', { channelId: snoopId });
    }
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
