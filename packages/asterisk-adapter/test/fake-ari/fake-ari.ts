/** The fake server on loopback: requests over HTTP and the event socket, events, and scripts of a test. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import type { OperationName } from '../../src/generated/operations.js';
import { describedApi } from './described-api.js';
import { FakeAsterisk } from './fake-asterisk.js';
import { OVER_SOCKET, parseRequest, type FakeRequest, type Reply, type Script } from './fake-request.js';
import { usualReply } from './usual-replies.js';

/** What Asterisk takes over the event socket. */
interface SocketRequest {
  readonly transaction_id: string;
  readonly request_id: string;
  readonly method: string;
  readonly uri: string;
  readonly message_body?: string;
}

/**
 * A scripted ARI server: real HTTP and WebSocket on loopback, the channels and bridges of one Asterisk as far
 * as the adapter can see them, events only where a test asks for them. What Asterisk would do by itself (end
 * a channel that is hung up, finish a playback) it does.
 */
export class FakeAri extends FakeAsterisk {
  readonly requests: FakeRequest[] = [];
  /** Scripts by operation; the latest set holds. */
  readonly scripts = new Map<OperationName, Script>();
  /**
   * Answers given in place of the true one after the request was carried out; `undefined` gives the true one.
   */
  afterEffect: Script | null = null;
  /** How long ago the events that are sent now happened, ms. */
  lateByMs = 0;
  /** The server takes requests over the event socket. */
  takesRequestsOverSocket = true;
  readonly #sockets = new Set<WebSocket>();
  #server: Server | null = null;
  #port = 0;
  #frozen = false;

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }
  get connected(): number {
    return this.#sockets.size;
  }

  async start(port = 0): Promise<void> {
    const server = createServer((request, response) => {
      void this.#serve(request, response);
    });
    const sockets = new WebSocketServer({ noServer: true, autoPong: false });
    server.on('upgrade', (request, socket, head) => {
      const hasLogin = request.headers.authorization !== undefined || request.url?.includes('api_key=');
      if (!hasLogin || this.#frozen) {
        socket.destroy();
        return;
      }
      sockets.handleUpgrade(request, socket, head, (client) => {
        this.#sockets.add(client);
        client.on('ping', (data) => {
          if (!this.#frozen) client.pong(data);
        });
        client.on('message', (text: Buffer) => this.#serveOverSocket(client, text.toString()));
        client.on('close', () => this.#sockets.delete(client));
      });
    });
    await new Promise<void>((resolve) => {
      server.listen(port, '127.0.0.1', resolve);
    });
    this.#server = server;
    this.#port = (server.address() as AddressInfo).port;
  }

  /** The server is there, but neither answers nor pongs. */
  freeze(on: boolean): void {
    this.#frozen = on;
  }

  /** Ends every event socket; the server stays. */
  cut(): void {
    for (const socket of this.#sockets) socket.terminate();
  }

  async stop(): Promise<void> {
    this.cut();
    this.#server?.closeAllConnections();
    await new Promise<void>((resolve) => {
      if (this.#server) this.#server.close(() => resolve());
      else resolve();
    });
    this.#server = null;
  }

  /** Sends an event as it is. */
  send(event: unknown): void {
    for (const socket of this.#sockets)
      socket.send(
        typeof event === 'string'
          ? event
          : JSON.stringify({
              application: 'outdial-test',
              timestamp: new Date(Date.now() - this.lateByMs).toISOString().replace('Z', '+0000'),
              ...(event as object),
            }),
      );
  }

  of(operation: OperationName): readonly FakeRequest[] {
    return this.requests.filter((request) => request.operation === operation);
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const description = this.#frozen ? null : describedApi(request.url ?? '', request.headers.host ?? '');
    if (description !== null) {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(description));
      return;
    }
    const parsed = parseRequest({
      method: request.method,
      line: request.url ?? '/',
      authorization: request.headers.authorization ?? '',
      text: Buffer.concat(chunks).toString(),
    });
    const reply = this.#replyTo(parsed);
    if (reply === 'silence') return;
    const { status, body } = reply;
    const text = typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
    response.writeHead(status, { 'content-type': 'application/json' }).end(text ?? '');
  }

  /** A request as Asterisk takes it over the event socket. */
  #serveOverSocket(client: WebSocket, message: string): void {
    if (!this.takesRequestsOverSocket || this.#frozen) return;
    const asked = JSON.parse(message) as SocketRequest;
    const line = `/ari/${asked.uri}`;
    const isPing = asked.uri === 'asterisk/ping';
    const reply = isPing
      ? { status: 200, body: { ping: 'pong' } }
      : this.#replyTo(
          parseRequest({
            method: asked.method,
            line,
            authorization: OVER_SOCKET,
            text: asked.message_body ?? '',
          }),
        );
    if (reply === 'silence') return;
    const { status, body } = reply;
    client.send(
      JSON.stringify({
        type: 'RESTResponse',
        transaction_id: asked.transaction_id,
        request_id: asked.request_id,
        status_code: status,
        message_body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    );
  }

  #replyTo(parsed: FakeRequest | null): Reply | 'silence' {
    if (this.#frozen) return 'silence';
    if (parsed === null) return { status: 404, body: { message: 'no such operation' } };
    this.requests.push(parsed);
    const reply = this.scripts.get(parsed.operation)?.(parsed) ?? usualReply(this, parsed);
    return reply === 'silence' ? reply : (this.afterEffect?.(parsed) ?? reply);
  }
}
