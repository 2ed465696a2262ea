import type { AttemptId } from '@outdial/core';
import { stamp, type Call } from '../calls/call.js';
import type { PlaybackFinished } from '../generated/models.js';
import { describe } from '../error-text.js';
import { type Switchboard } from '../switchboard.js';
import { isMissing, isUnanswered } from '../transport/ari-request-error.js';
import { playSteps, type PlayStep } from './play-steps.js';

interface Playing {
  readonly call: Call;
  readonly playId: string;
  readonly steps: readonly PlayStep[];
  index: number;
  /** Asterisk's id of the step that plays; null in silence. */
  playbackId: string | null;
  timer: NodeJS.Timeout | null;
  stopped: boolean;
}

/** Playing to calls: each order ends with `call.played`, once, while the call lasts. */
export class Playbacks {
  readonly #board: Switchboard;
  readonly #byOrder = new Map<string, Playing>();
  readonly #byPlayback = new Map<string, Playing>();
  #serial = 0;

  constructor(board: Switchboard) {
    this.#board = board;
  }

  get size(): number {
    return this.#byOrder.size;
  }

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
    if (steps === null || call.stage !== 'answered' || call.holder === 'message')
      this.#finish(playing, false);
    else this.#next(playing);
  }

  stop(call: Call, playId: string): void {
    const playing = this.#byOrder.get(keyOf(call.attemptId, playId));
    if (!playing || playing.stopped) return;
    playing.stopped = true;
    const { playbackId } = playing;
    if (playbackId === null) {
      this.#finish(playing, false);
      return;
    }
    this.#board.ari.call('playbacks.stop', { playbackId }).catch(() => this.#finish(playing, false));
  }

  /**
   * Ends what plays to a call, so that the channel is free for the next order: Asterisk carries orders to one
   * channel out in turn.
   */
  stopAll(call: Call): void {
    for (const playing of this.#byOrder.values()) if (playing.call === call) this.stop(call, playing.playId);
  }

  /** PlaybackFinished: `done` also when it was stopped. */
  finished(event: PlaybackFinished): void {
    const playing = this.#byPlayback.get(event.playback.id);
    if (!playing) return;
    this.#byPlayback.delete(event.playback.id);
    playing.playbackId = null;
    if (event.playback.state !== 'done' || playing.stopped) this.#finish(playing, false);
    else this.#next(playing);
  }

  /** The call is over: its playbacks are, too. */
  forget(attemptId: AttemptId): void {
    for (const playing of this.#byOrder.values())
      if (playing.call.attemptId === attemptId) this.#drop(playing);
  }

  /** After the event socket was away: what Asterisk does not play any more ends, as not heard to its end. */
  async settle(): Promise<void> {
    await Promise.all(
      [...this.#byPlayback].map(async ([playbackId, playing]) => {
        try {
          await this.#board.ari.call('playbacks.get', { playbackId });
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
    const playbackId = `op-${++this.#serial}.${playing.call.channelId}`;
    playing.playbackId = playbackId;
    this.#byPlayback.set(playbackId, playing);
    this.#board.ari
      .call('channels.play', { channelId: playing.call.channelId, media, playbackId })
      .catch((error: unknown) => {
        if (playing.playbackId !== playbackId) return;
        this.#board.report({ level: 'warning', code: 'play-failed', message: describe(error) });
        if (!isUnanswered(error) || playing.stopped) {
          this.#finish(playing, false);
          return;
        }
        // Asterisk is out of reach: the called party is there all the same, and hears it as soon as that is
        // over
        this.#byPlayback.delete(playbackId);
        playing.playbackId = null;
        this.#board.whenUp(() => {
          if (this.#byOrder.get(keyOf(playing.call.attemptId, playing.playId)) === playing)
            this.#request(playing, media);
        });
      });
  }

  #finish(playing: Playing, completed: boolean): void {
    if (!this.#drop(playing)) return;
    this.#board.tell({
      type: 'call.played',
      ...stamp(playing.call, this.#board.now()),
      playId: playing.playId,
      completed,
    });
  }

  #drop(playing: Playing): boolean {
    if (playing.timer) clearTimeout(playing.timer);
    if (playing.playbackId !== null) this.#byPlayback.delete(playing.playbackId);
    return this.#byOrder.delete(keyOf(playing.call.attemptId, playing.playId));
  }
}

const keyOf = (attemptId: AttemptId, playId: string): string => `${attemptId} ${playId}`;
