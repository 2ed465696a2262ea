/**
 * The WebSocket on which Asterisk sends its events: opened again whenever it is lost, with a ping of its own.
 */
import { LIMITS } from '@outdial/core';
import WebSocket from 'ws';
import { startDeadline, type Deadline } from '../deadline.js';

/** Times of the event socket, ms. */
export interface SocketTiming {
  /** Limit of the handshake. */
  readonly connectTimeoutMs: number;
  readonly pingEveryMs: number;
  /** A ping unanswered for this long ends the socket: one whose packets are dropped would stay open. */
  readonly pongTimeoutMs: number;
  /** First pause before it is opened again; it doubles with every failure. */
  readonly reconnectLeastMs: number;
  /** Longest pause. */
  readonly reconnectMostMs: number;
}

/** Times where the settings name none. */
export const SOCKET_TIMING: SocketTiming = {
  connectTimeoutMs: 5_000,
  pingEveryMs: 5_000,
  pongTimeoutMs: 3_000,
  reconnectLeastMs: 100,
  reconnectMostMs: 2_000,
};

/** Pause before the next attempt after so many failures in a row, ms. */
export function reconnectPauseMs(timing: SocketTiming, failures: number): number {
  return Math.min(timing.reconnectMostMs, timing.reconnectLeastMs * 2 ** failures);
}

/** How the socket is opened. */
export interface EventSocketOptions {
  readonly address: string;
  /** Value of the Authorization header. */
  readonly authorization: string;
  readonly timing: SocketTiming;
}

/** What the socket reports to its owner. */
export interface SocketHandlers {
  opened(): void;
  lost(reason: string): void;
  message(text: string): void;
}

/** One event socket. */
export class EventSocket {
  readonly #address: string;
  readonly #authorization: string;
  readonly #timing: SocketTiming;
  readonly #handlers: SocketHandlers;
  #socket: WebSocket | null = null;
  #retry: NodeJS.Timeout | null = null;
  #ping: NodeJS.Timeout | null = null;
  #failures = 0;
  #closed = false;

  constructor(settings: EventSocketOptions, handlers: SocketHandlers) {
    this.#address = settings.address;
    this.#authorization = settings.authorization;
    this.#timing = settings.timing;
    this.#handlers = handlers;
  }

  /** Opens the socket, and again after every loss. */
  open(): void {
    if (this.#closed || this.#socket !== null) return;
    const socket = new WebSocket(this.#address, {
      headers: { authorization: this.#authorization },
      handshakeTimeout: this.#timing.connectTimeoutMs,
      perMessageDeflate: false,
      // A longer message closes the socket with code 1009.
      maxPayload: LIMITS.ariEvent.max,
    });
    this.#socket = socket;
    let refusal = 'connection closed';
    socket.on('open', () => {
      if (socket !== this.#socket) return;
      this.#failures = 0;
      this.#startPing(socket);
      this.#handlers.opened();
    });
    socket.on('message', (data) => {
      if (socket === this.#socket) this.#handlers.message((data as Buffer).toString());
    });
    socket.on('error', (error) => {
      refusal = error.message;
    });
    socket.on('close', (code) => this.#lost(socket, `${refusal} (${code})`));
  }

  /** Sends a text. Throws where the socket is not open. */
  send(text: string): void {
    if (this.#socket?.readyState !== WebSocket.OPEN) throw new Error('the event socket is not open');
    this.#socket.send(text);
  }

  /** Ends the socket at once; it is opened again after the usual pause. */
  drop(reason: string): void {
    const socket = this.#socket;
    if (socket === null) return;
    this.#lost(socket, reason);
    socket.terminate();
  }

  /** Closes the socket for good. */
  close(): void {
    this.#closed = true;
    if (this.#retry) clearTimeout(this.#retry);
    if (this.#ping) clearInterval(this.#ping);
    const socket = this.#socket;
    this.#socket = null;
    if (socket?.readyState !== WebSocket.OPEN) {
      socket?.terminate();
      return;
    }
    socket.close(1000);
    setTimeout(() => socket.terminate(), 500).unref();
  }

  #startPing(socket: WebSocket): void {
    let unanswered: Deadline | null = null;
    socket.on('pong', () => {
      unanswered?.cancel();
      unanswered = null;
    });
    socket.on('close', () => {
      unanswered?.cancel();
    });
    this.#ping = setInterval(() => {
      if (unanswered !== null || socket.readyState !== WebSocket.OPEN) return;
      unanswered = startDeadline(this.#timing.pongTimeoutMs, () => this.drop('no answer to a ping'));
      socket.ping();
    }, this.#timing.pingEveryMs);
  }

  #lost(socket: WebSocket, reason: string): void {
    if (socket !== this.#socket) return;
    this.#socket = null;
    if (this.#ping) clearInterval(this.#ping);
    this.#ping = null;
    if (this.#closed) return;
    this.#handlers.lost(reason);
    const pause = reconnectPauseMs(this.#timing, this.#failures);
    this.#failures += 1;
    this.#retry = setTimeout(() => this.open(), pause);
  }
}
