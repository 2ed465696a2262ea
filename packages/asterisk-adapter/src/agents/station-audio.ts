/** Checks that audio comes from an agent's station: a station that answers may still be mute. */
import type { Settings } from '../options.js';
import type { AriRequests, FactOutlet } from '../roles.js';
import type { Leg } from './leg.js';

/** Pause between two looks at the statistics of a station's audio, ms. */
const POLL_MS = 100;

/** What the check needs. */
export interface StationAudioParts {
  readonly settings: Pick<Settings, 'agents'>;
  readonly ari: AriRequests;
  readonly facts: Pick<FactOutlet, 'now'>;
}

/** True as soon as audio packets have come from the station; false when none came within the set time. */
export async function receivesAudio({ settings, ari, facts }: StationAudioParts, leg: Leg): Promise<boolean> {
  const { audioWithinMs } = settings.agents;
  if (audioWithinMs === null) return true;
  const until = facts.now() + audioWithinMs;
  do {
    const statistics = await ari
      .call('channels.rtpstatistics', { channelId: leg.channelId })
      .catch(() => undefined);
    if ((statistics?.rxcount ?? 0) > 0) return true;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  } while (facts.now() < until && !leg.ending);
  return false;
}
