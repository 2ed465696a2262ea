/** Snoop channels, which hear a channel or speak to it from outside its room. */
import type { Settings } from './options.js';
import type { AriRequests } from './roles.js';
import { isAnsweredInDoubt, isConflict, isUnfit } from './transport/ari-request-error.js';

/** How often a request about a snoop is made until Asterisk is ready for it, and the pause between. */
const READY = { tries: 100, pauseMs: 20 };

/** What opening a snoop needs. */
export interface SnoopParts {
  readonly settings: Pick<Settings, 'application'>;
  readonly ari: AriRequests;
}

/** A snoop on a channel. */
export interface Snoop {
  readonly snoopId: string;
  /** The channel that it hears. */
  readonly channelId: string;
  /** 'in': what the channel says. 'out': what it hears. */
  readonly spy: 'in' | 'out' | 'both';
  /** 'out': the channel hears what is said to the snoop. */
  readonly whisper: 'none' | 'out';
}

/** Opens a snoop, or finds that an earlier try, or an earlier process, has opened it. */
export async function openSnoop({ ari, settings }: SnoopParts, snoop: Snoop): Promise<void> {
  try {
    await ari.call('channels.snoopChannelWithId', { ...snoop, app: settings.application });
  } catch (error) {
    if (!isAnsweredInDoubt(error)) throw error;
    await ari.call('channels.get', { channelId: snoop.snoopId });
  }
}

/**
 * Makes a request about a snoop. Asterisk answers for a snoop before it has entered the application, and for
 * its recording before it has begun; it refuses to bridge, record or silence them until then. The request is
 * repeated for two seconds.
 */
export async function onceReady(request: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await request();
      return;
    } catch (error) {
      if ((!isUnfit(error) && !isConflict(error)) || tries === READY.tries) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, READY.pauseMs));
  }
}
