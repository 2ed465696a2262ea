import type { Switchboard } from '../switchboard.js';
import type { Leg } from './leg.js';

/** What a waiting agent hears, and whether the agent's station can be heard. */

const POLL_MS = 100;

/**
 * Lets the agent wait in music or silence. Silence is sent as audio, so that the path through routers stays
 * open.
 */
export async function startHold(board: Switchboard, leg: Leg): Promise<void> {
  const { channelId } = leg;
  const { hold, musicClass } = board.settings.agents;
  if (hold === 'music') await board.ari.call('channels.startMoh', { channelId, mohClass: musicClass });
  if (hold === 'silence') await board.ari.call('channels.startSilence', { channelId });
}

/** Ends the music or silence. */
export async function stopHold(board: Switchboard, leg: Leg): Promise<void> {
  const { channelId } = leg;
  const { hold } = board.settings.agents;
  if (hold === 'music') await board.ari.call('channels.stopMoh', { channelId });
  if (hold === 'silence') await board.ari.call('channels.stopSilence', { channelId });
}

/** True as soon as audio packets have come from the station; false when none came within the time set. */
export async function stationSendsAudio(board: Switchboard, leg: Leg): Promise<boolean> {
  const within = board.settings.agents.audioWithinMs;
  if (within === null) return true;
  const until = board.now() + within;
  do {
    const statistics = await board.ari
      .call('channels.rtpstatistics', { channelId: leg.channelId })
      .catch(() => undefined);
    if ((statistics?.rxcount ?? 0) > 0) return true;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  } while (board.now() < until && !leg.ending);
  return false;
}
