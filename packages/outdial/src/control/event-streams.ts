/** Server-sent events to many clients: one text an event for all, with limits a client and in all. */
import { Buffer } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import { type CampaignEvent, countText, isoInstant } from '@outdial/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ControlLimits } from './control-limits.js';
import { EventStream } from './event-stream.js';

/** What can be listened to; answers how to stop listening. */
export type Listen = (listener: (event: CampaignEvent) => void) => () => void;

/** A comment line keeps idle event streams open through proxies. */
const KEEP_ALIVE_MS = 15_000;
/** Events of this time are written together: a write costs far more than the bytes in it. */
const FLUSH_EVERY_MS = 20;
/** Ended streams whose reason is kept until their clients come again. */
const REASONS_KEPT = 1_000;

/**
 * The event streams of one control interface. They carry leads: treat them as personal data.
 *
 * Each stream names itself (`id:`). A client that reads too slowly is dropped; when it comes again with that
 * name as `Last-Event-ID`, as browsers do by themselves, the first event is `stream.dropped` with the reason.
 */
export class EventStreams {
  readonly #limits: ControlLimits;
  readonly #open = new Map<string, EventStream>();
  readonly #reasons = new Map<string, string>();
  #flushing: NodeJS.Timeout | null = null;
  #latest: { readonly event: CampaignEvent; readonly bytes: Buffer } | null = null;

  constructor(limits: ControlLimits) {
    this.#limits = limits;
  }

  /** Streams in progress. */
  get count(): number {
    return this.#open.size;
  }

  /** Bytes that wait for clients, counted once for each client. */
  get waitingBytes(): number {
    let bytes = 0;
    for (const stream of this.#open.values()) bytes += stream.waitingBytes;
    return bytes;
  }

  /** Streams events until the client goes or reads too slowly. Too many streams are answered with 503. */
  start(listen: Listen, request: FastifyRequest, reply: FastifyReply): FastifyReply | undefined {
    const most = this.#limits.eventStreams;
    if (this.#open.size >= most)
      return reply
        .code(503)
        .header('retry-after', '5')
        .send({
          error: `there are ${most} event streams already, the most at a time: end one that is not needed`,
        });
    reply.hijack();
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    reply.raw.flushHeaders();
    this.#follow(listen, reply, request.headers['last-event-id']);
    return undefined;
  }

  #follow(listen: Listen, reply: FastifyReply, earlier: string | readonly string[] | undefined): void {
    const id = randomUUID();
    const stream = new EventStream(reply.raw, this.#limits.eventQueueBytes);
    const stop = listen((event) => {
      if (!stream.queue(this.#bytesOf(event))) {
        this.#giveUp(id, event.at);
        stream.drop();
      }
      this.#flushSoon();
    });
    const keepAlive = setInterval(() => stream.keepAlive(), KEEP_ALIVE_MS);
    keepAlive.unref();
    this.#open.set(id, stream);
    reply.raw.on('close', () => {
      clearInterval(keepAlive);
      stop();
      this.#open.delete(id);
    });
    // A client that goes while it is written to is not a fault: 'close' follows.
    reply.raw.on('error', () => undefined);
    stream.queue(Buffer.from(`id: ${id}\n\n${this.#reasonOf(earlier)}`));
    stream.flush();
  }

  /** Events are told to each listener in turn: the text of the latest one serves all of them. */
  #bytesOf(event: CampaignEvent): Buffer {
    if (this.#latest?.event === event) return this.#latest.bytes;
    const bytes = Buffer.from(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
    this.#latest = { event, bytes };
    return bytes;
  }

  #flushSoon(): void {
    if (this.#flushing !== null) return;
    this.#flushing = setTimeout(() => {
      this.#flushing = null;
      for (const stream of this.#open.values()) stream.flush();
    }, FLUSH_EVERY_MS);
  }

  #giveUp(id: string, at: number): void {
    const most = countText(this.#limits.eventQueueBytes);
    this.#reasons.set(
      id,
      `the stream was ended at ${isoInstant(at)}: more than ${most} bytes waited for the client ` +
        'to read them; events since then were not sent, so read the statistics again',
    );
    const [oldest] = this.#reasons.keys();
    if (this.#reasons.size > REASONS_KEPT && oldest !== undefined) this.#reasons.delete(oldest);
  }

  /** The event that tells a client why its earlier stream ended; empty where it ended by itself. */
  #reasonOf(earlier: string | readonly string[] | undefined): string {
    const reason = typeof earlier === 'string' ? this.#reasons.get(earlier) : undefined;
    if (typeof earlier !== 'string' || reason === undefined) return '';
    this.#reasons.delete(earlier);
    return `event: stream.dropped\ndata: ${JSON.stringify({ type: 'stream.dropped', reason })}\n\n`;
  }
}
