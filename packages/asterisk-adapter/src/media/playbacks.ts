/** Playing media to calls. Fact: `call.played`, once for each order while the call lasts. */
import type { AttemptId } from '@outdial/core';
import { stamp, type Call } from '../calls/call.js';
import { failureReason } from '../failure-reason.js';
import type { PlaybackFinished } from '../generated/models.js';
import type { Settings } from '../options.js';
import type { AriRequests, ConnectionState, FactOutlet, NoticeOutlet } from '../roles.js';
import { whatExists } from '../sync/existence.js';
import { isAnsweredInDoubt, isMissing, isUnanswered } from '../transport/ari-request-error.js';
import type { CallMedia } from './call-media.js';
import { playSteps, type PlayStep } from './play-steps.js';

/** What playing needs. */
export interface PlaybacksParts {
  readonly settings: Pick<Settings, 'watch'>;
  readonly ari: AriRequests;
  readonly facts: FactOutlet;
  readonly notices: NoticeOutlet;
  readonly connection: ConnectionState;
}

/** Audio that was asked after once is asked after again this much later, ms. */
const NEXT_LOOK_MS = 15_000;

interface Playing {
  readonly call: Call;
  readonly playId: string;
  readonly steps: readonly PlayStep[];
  index: number;
  /** Asterisk's id of the step that plays; null in silence. */
  playbackId: string | null;
  /** The end of a silence, or the next look at what plays. */
  timer: NodeJS.Timeout | null;
  stopped: boolean;
}

/** What plays to calls. */
export class Playbacks implements CallMedia {
  readonly #parts: PlaybacksParts;
  readonly #byOrder = new Map<string, Playing>();
  readonly #byPlayback = new Map<string, Playing>();
  #serial = 0;

  constructor(parts: PlaybacksParts) {
    this.#parts = parts;
  }

  /** Orders in progress. */
  get size(): number {
    return this.#byOrder.size;
  }

  /** Plays media names one after the other. A second order with the same id is dropped. */
  play(call: Call, playId: string, media: readonly string[]): void {
    const key = keyOf(call.attemptId, playId);
    if (this.#byOrder.has(key)) return;
    const steps = playSteps(media);
    const playing: Playing = {
      call,
      playId,
      steps: steps ?? [],
      index: -1,
      playbackId: null,
      timer: null,
      stopped: false,
    };
    this.#byOrder.set(key, playing);
    if (steps === null || call.stage !== 'answered' || call.control === 'message')
      this.#finish(playing, false);
    else this.#next(playing);
  }

  /** Ends one order early. */
  stop(call: Call, playId: string): void {
    const playing = this.#byOrder.get(keyOf(call.attemptId, playId));
    if (!playing || playing.stopped) return;
    playing.stopped = true;
    const { playbackId } = playing;
    if (playbackId === null) {
      this.#finish(playing, false);
      return;
    }
    this.#parts.ari.call('playbacks.stop', { playbackId }).catch(() => this.#finish(playing, false));
  }

  stopAll(call: Call): void {
    for (const playing of this.#byOrder.values()) if (playing.call === call) this.stop(call, playing.playId);
  }

  /** PlaybackFinished. Its state is `done` also when the playback was stopped. */
  finished(event: PlaybackFinished): void {
    const playing = this.#byPlayback.get(event.playback.id);
    if (!playing) return;
    this.#byPlayback.delete(event.playback.id);
    playing.playbackId = null;
    if (playing.timer) clearTimeout(playing.timer);
    if (event.playback.state !== 'done' || playing.stopped) this.#finish(playing, false);
    else this.#next(playing);
  }

  forget(attemptId: AttemptId): void {
    for (const playing of this.#byOrder.values()) {
      if (playing.call.attemptId === attemptId) this.#drop(playing);
    }
  }

  /** After the connection was down: what Asterisk no longer plays ends as not completed. */
  async settle(): Promise<void> {
    await Promise.all(
      [...this.#byPlayback].map(async ([playbackId, playing]) => {
        try {
          await this.#parts.ari.call('playbacks.get', { playbackId });
        } catch (error) {
          if (isMissing(error)) this.#finish(playing, false);
        }
      }),
    );
  }

  #next(playing: Playing): void {
    playing.index += 1;
    const step = playing.steps[playing.index];
    if (step === undefined) {
      this.#finish(playing, true);
      return;
    }
    if (step.kind === 'silence') {
      playing.timer = setTimeout(() => this.#next(playing), step.ms);
      return;
    }
    this.#request(playing, step.media);
  }

  #request(playing: Playing, media: readonly string[]): void {
    const { ari, connection, notices } = this.#parts;
    const playbackId = `op-${++this.#serial}.${playing.call.channelId}`;
    playing.playbackId = playbackId;
    this.#byPlayback.set(playbackId, playing);
    ari
      .call('channels.play', { channelId: playing.call.channelId, media, playbackId })
      .then(() => this.#lookLater(playing, playbackId, this.#parts.settings.watch.playCheckMs))
      .catch((error: unknown) => {
        if (playing.playbackId !== playbackId) return;
        notices.report('play-failed', failureReason(error));
        if (isAnsweredInDoubt(error)) {
          this.#look(playing, playbackId, 'in doubt');
          return;
        }
        if (!isUnanswered(error) || playing.stopped) {
          this.#finish(playing, false);
          return;
        }
        // Asterisk is out of reach, but the called party is still on the line: it is played afterwards.
        this.#byPlayback.delete(playbackId);
        playing.playbackId = null;
        connection.whenUp(() => {
          if (this.#byOrder.get(keyOf(playing.call.attemptId, playing.playId)) === playing)
            this.#request(playing, media);
        });
      });
  }

  #lookLater(playing: Playing, playbackId: string, afterMs: number): void {
    if (this.#byPlayback.get(playbackId) === playing)
      playing.timer = setTimeout(() => this.#look(playing, playbackId, 'accepted'), afterMs);
  }

  /**
   * Asks Asterisk after audio of which nothing was heard. The report of its end may be lost; a request that
   * was answered with a fault may have been carried out; and audio that was accepted is put off without a
   * word for as long as its channel does something else.
   */
  #look(playing: Playing, playbackId: string, was: 'accepted' | 'in doubt'): void {
    const { ari, connection, notices } = this.#parts;
    const isAwaited = (): boolean => this.#byPlayback.get(playbackId) === playing;
    if (!isAwaited()) return;
    // What is left of it when Asterisk is back, `settle` finds.
    if (!connection.isUp && was === 'accepted') return this.#lookLater(playing, playbackId, NEXT_LOOK_MS);
    notices.run('ask after a playback', async () => {
      const existence = await whatExists(() => ari.call('playbacks.get', { playbackId }), isAwaited);
      if (existence === null) return;
      const neverBegan = existence.is === 'there' && existence.thing.state === 'queued' && was === 'accepted';
      if (existence.is === 'missing') this.#finish(playing, false);
      else if (neverBegan && !this.#isBehindAnother(playing)) this.#giveUp(playing, playbackId);
      else this.#lookLater(playing, playbackId, NEXT_LOOK_MS);
    });
  }

  /** Asterisk plays to one channel in turn. */
  #isBehindAnother(playing: Playing): boolean {
    const others = [...this.#byOrder.values()].filter(({ call }) => call === playing.call);
    return others.some((other) => other !== playing && other.playbackId !== null);
  }

  #giveUp(playing: Playing, playbackId: string): void {
    const { ari, notices } = this.#parts;
    notices.report('play-failed', 'Asterisk accepted the audio and did not begin it');
    // Its end is reported already: it is not to begin later.
    ari.call('playbacks.stop', { playbackId }).catch(() => undefined);
    this.#finish(playing, false);
  }

  #finish(playing: Playing, completed: boolean): void {
    if (!this.#drop(playing)) return;
    const { facts } = this.#parts;
    const { call, playId } = playing;
    facts.deliver({ type: 'call.played', ...stamp(call, facts.now()), playId, completed });
  }

  #drop(playing: Playing): boolean {
    if (playing.timer) clearTimeout(playing.timer);
    if (playing.playbackId !== null) this.#byPlayback.delete(playing.playbackId);
    return this.#byOrder.delete(keyOf(playing.call.attemptId, playing.playId));
  }
}

const keyOf = (attemptId: AttemptId, playId: string): string => `${attemptId} ${playId}`;
