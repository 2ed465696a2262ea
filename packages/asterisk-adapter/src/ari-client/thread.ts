/** One thread with ari-client: started, given requests and pings, ended; not used again after a loss. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { LIMITS } from '@outdial/core';
import type { AriServer } from '../transport/http-requests.js';
import type { RequestParameters } from '../transport/request-of.js';

/** What a thread reports. */
type ThreadReport =
  | { readonly kind: 'attached' | 'opened' | 'pong' }
  | { readonly kind: 'lost' | 'trouble'; readonly reason: string }
  | { readonly kind: 'event'; readonly text: string }
  | { readonly kind: 'answer'; readonly id: number; readonly status: number | null; readonly text: string };

/** What its owner does with the reports. */
export interface ThreadHandlers {
  /** Requests can be given. */
  attached(): void;
  /** The event socket is open. */
  opened(): void;
  /** The socket is gone, or the thread. Told once. */
  lost(reason: string): void;
  pong(): void;
  trouble(reason: string): void;
  event(text: string): void;
  answer(id: number, status: number | null, text: string): void;
}

/** How a thread is started. */
export interface ThreadOptions {
  /** Its `url` is the base address without `/ari`. */
  readonly server: AriServer;
  /** Null: requests only, no event socket. */
  readonly application: string | null;
}

const own = createRequire(import.meta.url);

/** Whether ari-client can be imported by this package. */
export function isAriClientInstalled(): boolean {
  try {
    own.resolve('ari-client');
    return true;
  } catch {
    return false;
  }
}

/** Where the program of the thread lies, wherever the package was bundled to. */
function programOfThread(): string {
  const package_ = own.resolve('@outdial/asterisk-adapter/package.json');
  return join(dirname(package_), 'thread', 'ari-client-thread.mjs');
}

/** A running thread. */
export class AriClientThread {
  readonly #worker: Worker;
  #handlers: ThreadHandlers | null;

  constructor({ server, application }: ThreadOptions, handlers: ThreadHandlers) {
    this.#handlers = handlers;
    const workerData = { ...server, application, largestEvent: LIMITS.ariEvent.max };
    // What ari-client prints is dropped: it prints whole requests.
    this.#worker = new Worker(programOfThread(), { workerData, stdout: true, stderr: true });
    this.#worker.stdout.resume();
    this.#worker.stderr.resume();
    this.#worker.on('message', (report: ThreadReport) => this.#report(report));
    this.#worker.on('error', (error: unknown) => this.#lost(String(error)));
    this.#worker.on('exit', () => this.#lost('the thread of ari-client ended'));
  }

  /** Sends one request; its answer comes by `answer`, or never. */
  call(id: number, name: string, parameters: RequestParameters): void {
    const [resource, operation] = name.split('.');
    this.#worker.postMessage({ kind: 'call', id, resource, operation, parameters });
  }

  ping(): void {
    this.#worker.postMessage({ kind: 'ping' });
  }

  /** Ends the thread with everything that it does; nothing is reported any more. */
  async end(): Promise<void> {
    this.#handlers = null;
    await this.#worker.terminate();
  }

  #report(report: ThreadReport): void {
    const handlers = this.#handlers;
    if (handlers === null) return;
    if (report.kind === 'answer') handlers.answer(report.id, report.status, report.text);
    else if (report.kind === 'event') handlers.event(report.text);
    else if (report.kind === 'trouble') handlers.trouble(report.reason);
    else if (report.kind === 'lost') this.#lost(report.reason);
    else handlers[report.kind]();
  }

  #lost(reason: string): void {
    const handlers = this.#handlers;
    this.#handlers = null;
    handlers?.lost(reason);
  }
}
