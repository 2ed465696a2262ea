/**
 * The marks that the dialplan's fallback leaves in Asterisk's database when a called party heard the message
 * because the dialer was not connected.
 */
import { errorFrom, type AttemptId } from '@outdial/core';
import { attemptOfChannel, callChannelId } from '../channel-ids.js';
import { startDeadline, type Deadline } from '../deadline.js';
import { ASTERISK_ERRORS } from '../errors.js';
import type { StasisStart } from '../generated/models.js';
import type { Settings } from '../options.js';
import type { AriRequests } from '../roles.js';

/** Ids in one question: the dialplan's variables hold about 4,000 characters. */
const BATCH = 40;
/** A question without an answer within this time fails, ms. */
const ANSWER_MS = 3_000;

/** What the marks need. */
export interface AbandonmentMarksParts {
  readonly settings: Pick<Settings, 'application'>;
  readonly ari: AriRequests;
}

/**
 * Reads and removes marks. ARI may not read Asterisk's database, so a local channel runs the dialplan context
 * `outdial-marks`, which may. It dials nobody; its answer is the arguments with which it enters our
 * application.
 */
export class AbandonmentMarks {
  readonly #parts: AbandonmentMarksParts;
  readonly #asked = new Map<string, (marked: readonly AttemptId[]) => void>();
  readonly #series = Date.now().toString(36);
  #serial = 0;

  constructor(parts: AbandonmentMarksParts) {
    this.#parts = parts;
  }

  /** Which of these attempts have a mark. Rejects when Asterisk does not answer. */
  async read(attemptIds: readonly AttemptId[]): Promise<ReadonlySet<AttemptId>> {
    const marked = new Set<AttemptId>();
    for (let from = 0; from < attemptIds.length; from += BATCH) {
      for (const attemptId of await this.#ask(attemptIds.slice(from, from + BATCH))) marked.add(attemptId);
    }
    return marked;
  }

  /**
   * Removes marks older than `before`, epoch ms by the clock of Asterisk: their calls were recorded long ago.
   */
  async purge(before: number): Promise<void> {
    await this.#run('purge', `om-${this.#series}-${++this.#serial}`, {
      OUTDIAL_BEFORE: String(Math.floor(before)),
    });
  }

  /** Takes a StasisStart that is an answer of the dialplan; false when it is anything else. */
  answered(event: Pick<StasisStart, 'args' | 'channel'>): boolean {
    const { id } = event.channel;
    if (!id.startsWith('om-')) return false;
    const resolve = this.#asked.get(id);
    this.#asked.delete(id);
    if (resolve) {
      resolve(event.args.slice(1).flatMap((channelId) => attemptOfChannel(channelId) ?? []));
      this.#parts.ari.call('channels.hangup', { channelId: id, reason: 'normal' }).catch(() => {
        /* it has hung up itself */
      });
    }
    return true;
  }

  async #ask(attemptIds: readonly AttemptId[]): Promise<readonly AttemptId[]> {
    const channelId = `om-${this.#series}-${++this.#serial}`;
    const reader = `${channelId}-reader`;
    let limit: Deadline | undefined;
    const answer = new Promise<readonly AttemptId[]>((resolve, reject) => {
      this.#asked.set(reader, resolve);
      limit = startDeadline(ANSWER_MS, () => reject(errorFrom(ASTERISK_ERRORS, 'marks-unread', {})));
    });
    try {
      await Promise.all([
        answer,
        this.#run('s', channelId, { OUTDIAL_ASK: attemptIds.map(callChannelId).join(',') }, reader),
      ]);
      return await answer;
    } finally {
      limit?.cancel();
      this.#asked.delete(reader);
    }
  }

  async #run(
    extension: string,
    channelId: string,
    variables: Readonly<Record<string, string>>,
    otherChannelId?: string,
  ): Promise<void> {
    const { application } = this.#parts.settings;
    await this.#parts.ari.call('channels.originate', {
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
