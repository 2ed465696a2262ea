/** What an agent hears who waits for a call. */
import type { Settings } from '../options.js';
import type { AriRequests } from '../roles.js';
import type { Leg } from './leg.js';

/** What holding agents needs. */
export interface HoldParts {
  readonly settings: Pick<Settings, 'agents'>;
  readonly ari: AriRequests;
}

/** Music or silence on the legs of agents who wait for a call. */
export class Hold {
  readonly #parts: HoldParts;

  constructor(parts: HoldParts) {
    this.#parts = parts;
  }

  /**
   * Lets the agent wait in music or silence. Silence is sent as audio: it keeps the path through routers
   * open.
   */
  async start({ channelId }: Leg): Promise<void> {
    const { ari, settings } = this.#parts;
    const { hold, musicClass } = settings.agents;
    if (hold === 'music') await ari.call('channels.startMoh', { channelId, mohClass: musicClass });
    if (hold === 'silence') await ari.call('channels.startSilence', { channelId });
  }

  /** Ends the music or silence. */
  async stop({ channelId }: Leg): Promise<void> {
    const { ari, settings } = this.#parts;
    const { hold } = settings.agents;
    if (hold === 'music') await ari.call('channels.stopMoh', { channelId });
    if (hold === 'silence') await ari.call('channels.stopSilence', { channelId });
  }
}
