/** What a waiting agent hears, and the check that audio comes from the agent's station. */
import type { Settings } from '../options.js';
import type { AriRequests, FactOutlet } from '../roles.js';
import type { Leg } from './leg.js';

/** Pause between two looks at the statistics of a station's audio, ms. */
const POLL_MS = 100;

/** What holding agents needs. */
export interface HoldParts {
  readonly settings: Pick<Settings, 'agents'>;
  readonly ari: AriRequests;
  readonly facts: Pick<FactOutlet, 'now'>;
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

  /** True as soon as audio packets have come from the station; false when none came within the set time. */
  async receivesAudio(leg: Leg): Promise<boolean> {
    const { ari, facts, settings } = this.#parts;
    if (settings.agents.audioWithinMs === null) return true;
    const until = facts.now() + settings.agents.audioWithinMs;
    do {
      const statistics = await ari
        .call('channels.rtpstatistics', { channelId: leg.channelId })
        .catch(() => undefined);
      if ((statistics?.rxcount ?? 0) > 0) return true;
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    } while (facts.now() < until && !leg.ending);
    return false;
  }
}
