import type { AttemptId } from '@outdial/core';
import { attemptOfChannel, callChannelId } from '../channel-ids.js';
import type { StasisStart } from '../generated/models.js';
import type { Settings } from '../options.js';
import type { AriTransport } from '../transport/transport.js';

/** Ids asked about in one go: the dialplan's variables hold about 4,000 characters. */
const BATCH = 40;
/** A question that brings no word within this time fails, ms. */
const ANSWER_MS = 3_000;

/**
 * The marks that the dialplan's fallback leaves in Asterisk's database when a called party heard the message
 * because the dialer was not there. ARI may not read that database, so a local channel runs the dialplan that
 * does (context `outdial-marks`); it dials nobody, and its answer comes as the arguments with which it enters
 * our application.
 */
export class Marks {
  readonly #ari: AriTransport;
  readonly #settings: Settings;
  readonly #asked = new Map<string, (marked: readonly AttemptId[]) => void>();
  readonly #series = Date.now().toString(36);
  #serial = 0;

  constructor(ari: AriTransport, settings: Settings) {
    this.#ari = ari;
    this.#settings = settings;
  }

  /** Which of these attempts carry a mark. Rejects when Asterisk does not say. */
  async read(attemptIds: readonly AttemptId[]): Promise<ReadonlySet<AttemptId>> {
    const marked = new Set<AttemptId>();
    for (let from = 0; from < attemptIds.length; from += BATCH) {
      for (const attemptId of await this.#ask(attemptIds.slice(from, from + BATCH))) marked.add(attemptId);
    }
    return marked;
  }

  /**
   * Removes marks older than `before` (epoch ms by the clock of Asterisk, not of the campaign): they have
   * long been booked.
   */
  async purge(before: number): Promise<void> {
    await this.#run('purge', `om-${this.#series}-${++this.#serial}`, {
      OUTDIAL_BEFORE: String(Math.floor(before)),
    });
  }

  /** Takes a StasisStart that is an answer of the dialplan; false when it is none. */
  answered(event: Pick<StasisStart, 'args' | 'channel'>): boolean {
    const { id } = event.channel;
    if (!id.startsWith('om-')) return false;
    const tell = this.#asked.get(id);
    this.#asked.delete(id);
    if (tell) {
      tell(event.args.slice(1).flatMap((channelId) => attemptOfChannel(channelId) ?? []));
      this.#ari.call('channels.hangup', { channelId: id, reason: 'normal' }).catch(() => {
        /* it has hung up itself */
      });
    }
    return true;
  }

  async #ask(attemptIds: readonly AttemptId[]): Promise<readonly AttemptId[]> {
    const channelId = `om-${this.#series}-${++this.#serial}`;
    const reader = `${channelId}-reader`;
    let timer: NodeJS.Timeout | undefined;
    const answer = new Promise<readonly AttemptId[]>((resolve, reject) => {
      this.#asked.set(reader, resolve);
      timer = setTimeout(
        () =>
          reject(
            new Error('Asterisk did not read its marks: is dialplan/outdial.conf of this version included?'),
          ),
        ANSWER_MS,
      );
    });
    try {
      await Promise.all([
        answer,
        this.#run('s', channelId, { OUTDIAL_ASK: attemptIds.map(callChannelId).join(',') }, reader),
      ]);
      return await answer;
    } finally {
      clearTimeout(timer);
      this.#asked.delete(reader);
    }
  }

  async #run(
    extension: string,
    channelId: string,
    variables: Readonly<Record<string, string>>,
    otherChannelId?: string,
  ): Promise<void> {
    const { application } = this.#settings;
    await this.#ari.call('channels.originate', {
      endpoint: `Local/${extension}@outdial-marks/n`,
      app: application,
      appArgs: 'marks',
      channelId,
      otherChannelId,
      timeout: 5,
      variables: { OUTDIAL_APP: application, ...variables },
    });
  }
}
