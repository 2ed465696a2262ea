/** A system that is told of events: it checks signatures with the library of the specification. */
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

/** A message as it arrived. */
export interface Arrived {
  readonly id: string;
  readonly path: string;
  readonly events: readonly { readonly eventId: string; readonly kind: string; readonly detail: object }[];
  readonly type: string;
}

/** What a receiver does with a message that was signed well. */
type Answer = (message: Arrived, response: ServerResponse) => void;

/** A receiver on a port of its own. */
export class Receiver {
  readonly messages: Arrived[] = [];
  /** Secret of the webhook; without one, messages are not checked. */
  secret: string | null = null;
  answer: Answer = (_message, response) => void response.writeHead(204).end();
  #server: Server | null = null;
  #port = 0;

  get url(): string {
    return `http://127.0.0.1:${this.#port}/hook`;
  }

  /** Kinds of the events of accepted messages, in order. */
  get kinds(): readonly string[] {
    return this.messages.flatMap(({ events }) => events.map(({ kind }) => kind));
  }

  /** Listens, at the port of before where there was one. */
  async open(): Promise<void> {
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        const headers = Object.fromEntries(
          Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
        );
        if (this.secret !== null) new Webhook(this.secret).verify(body, headers);
        const { type, data } = JSON.parse(body);
        const message = {
          id: headers['webhook-id'] ?? '',
          path: request.url ?? '',
          type,
          events: data.events,
        };
        this.answer(message, response);
        if (response.statusCode < 300) this.messages.push(message);
      });
    });
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  async close(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    server?.closeAllConnections();
    if (server) await new Promise((resolve) => server.close(resolve));
  }
}
