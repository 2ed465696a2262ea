/** Music, silence and ringing: what Asterisk plays to one channel until something else is to be heard. */
import type { Settings } from '../options.js';
import type { AriRequests } from '../roles.js';
import type { Party, Sound } from './party.js';

/** What the sounds need. */
export interface SoundsParts {
  readonly settings: Pick<Settings, 'agents' | 'conversations'>;
  readonly ari: AriRequests;
}

/** Is told before a party hears something else, and after what it heard has ended. */
export type SoundListener = (party: Party, sound: Sound) => Promise<void>;

/**
 * Plays music or silence to calls and agents, and ringing to agents. Silence is sent as audio: it keeps the
 * path through routers open.
 *
 * Ringing is the tone `ring` of indications.conf. Asterisk plays it to an answered channel too, and does not
 * end it when the channel enters a bridge: a party is quiet before it enters. Silence is begun first, so that
 * a server without that tone leaves the agent in sent silence; the tone takes its place, and when it is
 * stopped nothing is sent until the next sound.
 */
export class Sounds {
  readonly #parts: SoundsParts;
  readonly #listeners: SoundListener[] = [];

  constructor(parts: SoundsParts) {
    this.#parts = parts;
  }

  /** Tells what parties hear from now on. */
  listen(listener: SoundListener): void {
    this.#listeners.push(listener);
  }

  /** What an agent hears who waits for a call. */
  get waiting(): Sound {
    const { hold } = this.#parts.settings.agents;
    return hold;
  }

  /** Lets the party hear this and nothing else of the kind. */
  async change(party: Party, sound: Sound): Promise<void> {
    const { spot } = party;
    if (spot.sound === sound) return;
    if (spot.sound !== 'nothing') await this.#stop(party);
    await Promise.all(this.#listeners.map((listener) => listener(party, sound)));
    if (sound !== 'nothing') await this.#start(party, sound);
    spot.sound = sound;
  }

  async #start({ channelId, ref }: Party, sound: Sound): Promise<void> {
    const { ari, settings } = this.#parts;
    const { musicClass } = ref.kind === 'agent' ? settings.agents : settings.conversations;
    if (sound === 'music') await ari.call('channels.startMoh', { channelId, mohClass: musicClass });
    else await ari.call('channels.startSilence', { channelId });
    if (sound === 'ringing') await ari.call('channels.ring', { channelId });
  }

  async #stop({ channelId, ref, spot }: Party): Promise<void> {
    const { ari } = this.#parts;
    const may = (...sounds: readonly Sound[]): boolean =>
      spot.sound === 'unknown' || sounds.includes(spot.sound);
    if (may('ringing') && ref.kind === 'agent') await ari.call('channels.ringStop', { channelId });
    if (may('music')) await ari.call('channels.stopMoh', { channelId });
    if (may('silence', 'ringing')) await ari.call('channels.stopSilence', { channelId });
    spot.sound = 'nothing';
  }
}
