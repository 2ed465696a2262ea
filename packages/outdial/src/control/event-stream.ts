/** One client of an event stream: what waits for it to be read is bounded, and a slow client is given up. */
import { Buffer } from 'node:buffer';
import type { ServerResponse } from 'node:http';

/** Most bytes handed to a socket at once: what it holds back is memory that no other client shares. */
const PORTION_BYTES = 65_536;

const KEEP_ALIVE = Buffer.from(': still here\n\n');

/**
 * Events on their way to one client. The bytes of an event are shared by all clients; a client that reads too
 * slowly holds on to the events of a short time only.
 */
export class EventStream {
  readonly #response: ServerResponse;
  readonly #mostBytes: number;
  readonly #waiting: Buffer[] = [];
  #waitingBytes = 0;
  #blocked = false;

  constructor(response: ServerResponse, mostBytes: number) {
    this.#response = response;
    this.#mostBytes = mostBytes;
    response.on('drain', () => {
      this.#blocked = false;
      this.flush();
    });
  }

  /** Bytes that wait for the client to read. */
  get waitingBytes(): number {
    return this.#waitingBytes;
  }

  /** Queues an event until the next flush. False: too much waits already; the stream is to be ended. */
  queue(event: Buffer): boolean {
    if (this.#waitingBytes + event.length > this.#mostBytes) return false;
    this.#waiting.push(event);
    this.#waitingBytes += event.length;
    return true;
  }

  /** Hands what waits to the socket, as far as the client reads. */
  flush(): void {
    while (!this.#blocked && this.#waiting.length > 0) {
      const portion = this.#nextPortion();
      this.#blocked = !this.#response.write(portion);
    }
  }

  /** Keeps an idle stream open through proxies. */
  keepAlive(): void {
    if (!this.#blocked && this.#waiting.length === 0) this.#blocked = !this.#response.write(KEEP_ALIVE);
  }

  /** Ends the stream at once, with what waits. */
  drop(): void {
    this.#waiting.length = 0;
    this.#waitingBytes = 0;
    this.#response.destroy();
  }

  #nextPortion(): Buffer {
    let count = 0;
    let bytes = 0;
    for (const event of this.#waiting) {
      if (count > 0 && bytes + event.length > PORTION_BYTES) break;
      count += 1;
      bytes += event.length;
    }
    this.#waitingBytes -= bytes;
    return Buffer.concat(this.#waiting.splice(0, count), bytes);
  }
}
