/**
 * Tells webhooks what happened, at least once and each in order. How far an address was told stands in the
 * store, so nothing is missed while the address, or this process, is away.
 */
import { countOf, faultText } from '@outdial/core';
import {
  endSending,
  noteFailedTry,
  noteTold,
  setEventAside,
  takeSending,
  webhooksToSend,
  type Store,
  type StoredEvent,
  type WebhookToSend,
} from '@outdial/store';
import { messageOf } from './message.js';
import { nextEvents } from './next-events.js';
import { postMessage } from './post-message.js';

/** What the sender works with. */
export interface WebhookSenderParts {
  /** Under the machine's clock. */
  readonly store: Store;
  /** Id of this process among those on the store. */
  readonly sender: string;
  /** Hears of what went wrong inside, and of addresses that fail, without personal data. */
  readonly onFault: (detail: string) => void;
  /** Ms until the next try after so many that failed; `askedMs`: what the receiver asked for. */
  readonly waitBeforeTry: (failed: number, askedMs: number | null) => number;
  /** How often new events are looked for. */
  readonly lookEveryMs: number;
  /** Messages under way have so long to be answered when the process ends. */
  readonly closingMs: number;
}

/** Another process may send after so long without a word of this one. */
const SENDING_MS = 60_000;
/** Events in one message, at most. */
const MOST_AT_ONCE = 100;
/** An event that is refused so often becomes a dead letter. */
const MOST_REFUSALS = 5;

/** What this process knows of an address beyond the store. */
interface Course {
  /** Events in the next message: one while one of several is refused. */
  atOnce: number;
  /** The event that was refused last, and how often. */
  refused: { readonly eventId: string; readonly times: number } | null;
}

/** A webhook, and how far it was told by now. */
type Standing = Pick<WebhookToSend, 'webhookId' | 'url' | 'kinds' | 'secret' | 'toldTo' | 'tries'>;

/** The sender of every webhook. */
export class WebhookSender {
  readonly #parts: WebhookSenderParts;
  readonly #courses = new Map<string, Course>();
  readonly #sending = new Map<string, Promise<void>>();
  readonly #cutOff = new AbortController();
  /** What failed at its last try; that was said. */
  readonly #faulty = new Set<string>();
  #isClosing = false;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> = Promise.resolve();

  constructor(parts: WebhookSenderParts) {
    this.#parts = parts;
  }

  /** Begins to look for events. */
  start(): void {
    this.#timer = setTimeout(() => {
      this.#looking = this.#look().finally(() => {
        if (!this.#isClosing) this.start();
      });
    }, this.#parts.lookEveryMs);
  }

  /**
   * Ends when the messages under way were answered, or cuts them off after some seconds: their events are
   * sent again by the next sender.
   */
  async close(): Promise<void> {
    clearTimeout(this.#timer);
    this.#isClosing = true;
    const cutOff = setTimeout(() => this.#cutOff.abort(), this.#parts.closingMs);
    await this.#looking;
    await Promise.all(this.#sending.values());
    clearTimeout(cutOff);
    const { store, sender } = this.#parts;
    for (const webhookId of this.#courses.keys()) await endSending(store, { webhookId, sender });
  }

  async #look(): Promise<void> {
    const { store, sender } = this.#parts;
    const now = store.clock();
    const webhooks = await this.#readWebhooks();
    for (const webhook of webhooks) {
      const { webhookId, nextTryAt, sender: other } = webhook;
      if (this.#sending.has(webhookId) || (nextTryAt !== null && nextTryAt > now)) continue;
      if (other !== null && other.id !== sender && other.until > now) continue;
      const work = this.#send(webhook)
        .then(() => void this.#faulty.delete(`webhook ${webhookId}`))
        .catch((error: unknown) => this.#say(`webhook ${webhookId}`, error))
        .finally(() => this.#sending.delete(webhookId));
      this.#sending.set(webhookId, work);
    }
  }

  async #readWebhooks(): Promise<readonly WebhookToSend[]> {
    try {
      const webhooks = await webhooksToSend(this.#parts.store);
      this.#faulty.delete('webhooks');
      return webhooks;
    } catch (error) {
      this.#say('webhooks', error);
      return [];
    }
  }

  /** Says a fault once until what it is about works again: it is tried at each look. */
  #say(what: string, error: unknown): void {
    if (!this.#faulty.has(what)) this.#parts.onFault(`${what}: ${faultText(error)}`);
    this.#faulty.add(what);
  }

  /** Sends until everything was told, or a try fails. */
  async #send(webhook: WebhookToSend): Promise<void> {
    const { store, sender } = this.#parts;
    const { webhookId } = webhook;
    let standing: Standing | null = webhook;
    while (standing !== null && !this.#isClosing) {
      const { events, upTo } = await nextEvents(store, standing, this.#courseOf(webhookId).atOnce);
      if (upTo === null) return;
      const taken = { until: store.clock() + SENDING_MS, toldTo: standing.toldTo };
      if (!(await takeSending(store, { webhookId, sender }, taken))) return;
      if (events.length === 0) {
        await noteTold(store, { webhookId, sender }, { toldTo: upTo, acceptedAt: null });
        standing = { ...standing, toldTo: upTo };
      } else standing = await this.#tell(standing, events, upTo);
    }
  }

  /** Sends one message. Answers how the webhook stands then; null: it waits for its next try. */
  async #tell(webhook: Standing, events: readonly StoredEvent[], upTo: string): Promise<Standing | null> {
    const { store, sender } = this.#parts;
    const { webhookId } = webhook;
    const now = store.clock();
    const message = messageOf(webhookId, events, now);
    const { signal } = this.#cutOff;
    const result = await postMessage(message, webhook, { now, signal });
    if (result.kind === 'accepted') {
      await noteTold(store, { webhookId, sender }, { toldTo: upTo, acceptedAt: store.clock() });
      const { atOnce } = this.#courseOf(webhookId);
      this.#courses.set(webhookId, { atOnce: Math.min(MOST_AT_ONCE, atOnce * 2), refused: null });
      return { ...webhook, toldTo: upTo, tries: 0 };
    }
    if (signal.aborted) return null;
    if (result.kind === 'refused') return this.#refused(webhook, events, result.problem);
    return this.#failed(webhook, result.problem, result.retryAfterMs);
  }

  /** A message was refused: its events are sent one by one, and the one that is refused is set aside. */
  async #refused(
    webhook: Standing,
    events: readonly StoredEvent[],
    problem: string,
  ): Promise<Standing | null> {
    const { store, sender, onFault } = this.#parts;
    const { webhookId } = webhook;
    const [event] = events;
    const course = this.#courseOf(webhookId);
    course.atOnce = 1;
    if (event === undefined || events.length > 1) return webhook;
    const times = course.refused?.eventId === event.eventId ? course.refused.times + 1 : 1;
    course.refused = { eventId: event.eventId, times };
    if (times < MOST_REFUSALS) return this.#failed(webhook, problem, null);
    await setEventAside(store, { webhookId, sender }, { event, problem });
    onFault(`webhook ${webhookId}: an event was refused ${countOf(times, 'time')} and is a dead letter now`);
    return { ...webhook, toldTo: event.cursor, tries: 0 };
  }

  async #failed(webhook: Standing, problem: string, retryAfterMs: number | null): Promise<null> {
    const { store, sender, onFault, waitBeforeTry } = this.#parts;
    const { webhookId, tries } = webhook;
    const nextTryAt = Math.round(store.clock() + waitBeforeTry(tries + 1, retryAfterMs));
    await noteFailedTry(store, { webhookId, sender }, { problem, nextTryAt });
    if (tries === 0) onFault(`webhook ${webhookId}: the receiver ${problem}`);
    return null;
  }

  #courseOf(webhookId: string): Course {
    const known = this.#courses.get(webhookId);
    if (known !== undefined) return known;
    const course: Course = { atOnce: MOST_AT_ONCE, refused: null };
    this.#courses.set(webhookId, course);
    return course;
  }
}
