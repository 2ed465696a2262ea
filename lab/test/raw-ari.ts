/** The barest ARI client, so that the lab's own suite does not depend on the adapter it is there to test. */
import { Pool } from 'undici';
import WebSocket from 'ws';
import type { LabFacts } from '../index.mjs';

export interface AriEvent {
  readonly type: string;
  readonly channel?: { readonly id: string; readonly state: string };
  readonly peer?: { readonly id: string };
  readonly cause?: number;
  readonly tech_cause?: number;
  readonly dialstatus?: string;
  readonly variable?: string;
  readonly value?: string;
  readonly digit?: string;
}

export class RawAri {
  readonly events: AriEvent[] = [];
  readonly #pool: Pool;
  readonly #socket: WebSocket;
  readonly #authorization: string;
  #listener: (event: AriEvent) => void = () => {};

  private constructor(facts: LabFacts, app: string) {
    this.#authorization = `Basic ${Buffer.from(`${facts.ari.user}:${facts.ari.password}`).toString('base64')}`;
    this.#pool = new Pool(facts.ari.url, { connections: 8 });
    this.#socket = new WebSocket(`${facts.ari.url.replace('http', 'ws')}/ari/events?app=${app}`, { headers: { authorization: this.#authorization } });
    this.#socket.on('message', (data) => { const event = JSON.parse((data as Buffer).toString()) as AriEvent; this.events.push(event); this.#listener(event); });
  }

  static async connect(facts: LabFacts, app: string): Promise<RawAri> {
    const ari = new RawAri(facts, app);
    await new Promise<void>((resolve, reject) => { ari.#socket.once('open', () => resolve()); ari.#socket.once('error', reject); });
    await ari.rest('POST', `/applications/${app}/subscription?eventSource=endpoint:PJSIP/${facts.carrier.trunk}`);
    return ari;
  }

  async rest(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<unknown> {
    const response = await this.#pool.request({
      method, path: `/ari${path}`, headers: { authorization: this.#authorization, 'content-type': 'application/json' }, ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.body.text();
    if (response.statusCode >= 300) throw new Error(`${method} ${path}: ${response.statusCode} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  }

  onEvent(listener: (event: AriEvent) => void): void { this.#listener = listener; }

  of(channelId: string): readonly AriEvent[] { return this.events.filter((event) => (event.channel ?? event.peer)?.id === channelId); }

  async close(): Promise<void> {
    this.#socket.close();
    await this.#pool.close();
  }
}
