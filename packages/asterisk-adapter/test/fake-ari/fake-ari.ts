import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import { operations, type OperationName } from '../../src/generated/operations.js';
import { describedApi } from './described-api.js';

/** A channel of the fake server. */
export interface FakeChannel {
  readonly id: string;
  state: string;
  context: string;
  app: string;
  readonly exten?: string;
  readonly caller?: string;
  readonly endpoint: string;
  readonly callerId: string;
  readonly variables: Record<string, string>;
}

/** One request as it came over HTTP. */
export interface FakeRequest {
  readonly operation: OperationName;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly authorization: string;
  readonly line: string;
}

/** {@link FakeRequest.authorization} of requests over the event socket, which logged in once. */
export const OVER_SOCKET = 'over the event socket';

/** A request before its operation is known. */
interface RequestAsSent {
  readonly method: string | undefined;
  readonly line: string;
  readonly authorization: string;
  readonly text: string;
}

/** What Asterisk takes over the event socket. */
interface SocketRequest {
  readonly transaction_id: string;
  readonly request_id: string;
  readonly method: string;
  readonly uri: string;
  readonly message_body?: string;
}

/** An answer; a `body` that is a text is sent as it is, and need not be JSON. */
type Reply = { readonly status: number; readonly body?: unknown };
/** A scripted answer to an operation: `undefined` falls back to the usual one, 'silence' never answers. */
export type Script = (request: FakeRequest) => Reply | 'silence' | undefined;

/**
 * A scripted ARI server: real HTTP and WebSocket on loopback, the channels and bridges of one Asterisk as far
 * as the adapter can see them, events only where a test asks for them. What Asterisk would do by itself (end
 * a channel that is hung up, finish a playback) it does.
 */
export class FakeAri {
  readonly channels = new Map<string, FakeChannel>();
  readonly bridges = new Map<string, string[]>();
  readonly playbacks = new Set<string>();
  /** Music and silence that channels hear. */
  readonly sounds = new Map<string, 'music' | 'silence'>();
  readonly muted = new Set<string>();
  readonly globals = new Map<string, string>();
  /** Recordings in progress by name, and the files of those that are over. */
  readonly live = new Map<string, { readonly channelId: string; readonly since: number }>();
  readonly stored = new Map<string, Buffer>();
  /** Names of recordings that are silenced. */
  readonly silenced = new Set<string>();
  /** The disk of the server is full: files end where it was. */
  diskFull = false;
  /** Snoop channels, with what they hear. */
  readonly snoops = new Map<
    string,
    { readonly of: string; readonly spy: string; readonly whisper: string }
  >();
  readonly requests: FakeRequest[] = [];
  readonly marks = new Set<string>();
  /** Scripts by operation; the latest set holds. */
  readonly scripts = new Map<OperationName, Script>();
  /** Answers given in place of the true one after the request was carried out; `undefined` gives the true one. */
  afterEffect: ((request: FakeRequest) => Reply | undefined) | null = null;
  /** How long ago the events that are sent now happened, ms. */
  lateByMs = 0;
  /** Epoch seconds that the dialplan gives with an answer. */
  answeredAtS: number | null = null;
  /** Hang-ups are answered, but no ChannelDestroyed is sent. */
  losesEndings = false;
  /** Fields of events that the Asterisk version played does not send, as `Event.field`. */
  lacks: readonly string[] = [];
  /** The server takes requests over the event socket. */
  takesRequestsOverSocket = true;
  /** Called with the id of every channel that ends. */
  readonly onEnd: ((id: string) => void)[] = [];
  /** RTP packets every station has sent. */
  packets = 10;
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

  addChannel(id: string, given: Partial<FakeChannel> = {}): FakeChannel {
    const channel = {
      id,
      state: 'Down',
      context: 'from-trunk',
      app: 'AppDial2',
      endpoint: 'PJSIP/1@trunk',
      callerId: '',
      variables: {},
      ...given,
    };
    this.channels.set(id, channel);
    return channel;
  }

  ring(id: string): void {
    this.#channel(id).state = 'Ringing';
    this.send({ type: 'Dial', dialstatus: 'RINGING', peer: this.describe(id) });
  }

  /** The far end answers: the channel enters the application. */
  answer(id: string, args: readonly string[] = ['answered']): void {
    const channel = this.#channel(id);
    channel.state = 'Up';
    channel.app = 'Stasis';
    if (args[0] === 'answered') channel.context = 'outdial-originate';
    this.send({ type: 'StasisStart', args, channel: this.describe(id) });
  }

  /** A call comes in: the channel enters the application unanswered. Its id. */
  callIn(id: string, { from, to }: { readonly from: string; readonly to: string }): void {
    this.addChannel(id, {
      state: 'Ring',
      context: 'outdial-inbound',
      app: 'Stasis',
      exten: to,
      caller: from,
      endpoint: 'PJSIP/trunk@trunk',
      variables: { OUTDIAL_APP: 'outdial-contract' },
    });
    this.send({ type: 'StasisStart', args: ['inbound', to], channel: this.describe(id) });
  }

  end(id: string, cause: number, techCause?: number, text?: string): void {
    const channel = this.describe(id);
    this.channels.delete(id);
    this.snoops.delete(id);
    this.sounds.delete(id);
    for (const bridgeId of this.bridges.keys()) this.#fromBridge(bridgeId, id);
    for (const [name, { channelId }] of this.live) if (channelId === id) this.#endRecording(name);
    for (const [snoopId, { of }] of this.snoops) if (of === id) this.end(snoopId, 16);
    for (const ended of this.onEnd) ended(id);
    if (text !== undefined)
      this.send({ type: 'ChannelVarset', variable: 'OUTDIAL_HANGUP', value: text, channel });
    if (!this.losesEndings)
      this.send({
        type: 'ChannelDestroyed',
        cause,
        cause_txt: '',
        channel,
        ...(techCause === undefined || this.lacks.includes('ChannelDestroyed.tech_cause')
          ? {}
          : { tech_cause: techCause }),
      });
  }

  describe(id: string): Record<string, unknown> {
    const channel = this.#channel(id);
    return {
      id,
      name: `${channel.endpoint.replace(/\/.*@/, '/')}-0001`,
      state: channel.state,
      caller: { name: '', number: channel.caller ?? '' },
      dialplan: {
        context: channel.context,
        exten: channel.exten ?? 's',
        priority: 1,
        app_name: channel.app,
        app_data: this.#applicationData(channel),
      },
    };
  }

  #applicationData({ app, context }: FakeChannel): string {
    const isAnswered = app === 'Stasis' && context === 'outdial-originate' && this.answeredAtS !== null;
    return isAnswered ? `outdial-test,answered,${this.answeredAtS}` : '';
  }

  #channel(id: string): FakeChannel {
    const channel = this.channels.get(id);
    if (!channel) throw new Error(`the fake server has no channel ${id}`);
    return channel;
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
    const reply = this.scripts.get(parsed.operation)?.(parsed) ?? this.#usual(parsed);
    return reply === 'silence' ? reply : (this.afterEffect?.(parsed) ?? reply);
  }

  #usual({ operation, parameters: p }: FakeRequest): Reply {
    const channelId = String(p['channelId'] ?? '');
    const missing = { status: 404, body: { message: 'Channel not found' } };
    switch (operation) {
      case 'events.userEvent': {
        if (this.connected === 0) return { status: 404, body: { message: 'Application not found' } };
        const eventname = String(p['eventName']);
        this.send({
          type: 'ChannelUserevent',
          eventname,
          userevent: { eventname, ...Object(p['variables']) },
        });
        return { status: 204 };
      }
      case 'asterisk.getGlobalVar':
        return { status: 200, body: { value: this.globals.get(String(p['variable'])) ?? '' } };
      case 'asterisk.setGlobalVar':
        this.globals.set(String(p['variable']), String(p['value'] ?? ''));
        return { status: 204 };
      case 'channels.originate':
        return this.#originate(p);
      case 'channels.list':
        return { status: 200, body: [...this.channels.keys()].map((id) => this.describe(id)) };
      case 'channels.get':
        return this.channels.has(channelId) ? { status: 200, body: this.describe(channelId) } : missing;
      case 'channels.hangup':
        if (!this.channels.has(channelId)) return missing;
        this.end(channelId, 16);
        return { status: 204 };
      case 'channels.getChannelVar':
        return {
          status: 200,
          body: { value: this.channels.get(channelId)?.variables[String(p['variable'])] ?? '' },
        };
      case 'channels.answer':
        if (!this.channels.has(channelId)) return missing;
        this.#channel(channelId).state = 'Up';
        return { status: 204 };
      case 'channels.setChannelVar':
        if (!this.channels.has(channelId)) return missing;
        this.#channel(channelId).variables[String(p['variable'])] = String(p['value']);
        return { status: 204 };
      case 'channels.continueInDialplan':
        Object.assign(this.#channel(channelId), { context: String(p['context']), app: 'Playback' });
        return { status: 204 };
      case 'channels.rtpstatistics':
        return { status: 200, body: { rxcount: this.packets } };
      case 'channels.play':
        if (!this.channels.has(channelId)) return missing;
        this.playbacks.add(String(p['playbackId']));
        setTimeout(() => {
          this.playbacks.delete(String(p['playbackId']));
          this.send({
            type: 'PlaybackFinished',
            playback: { id: p['playbackId'], state: 'done', media_uri: '', target_uri: '' },
          });
        }, 5);
        return { status: 201, body: {} };
      case 'playbacks.get':
        return this.playbacks.has(String(p['playbackId'])) ? { status: 200, body: {} } : { status: 404 };
      case 'bridges.create':
        if (this.bridges.has(String(p['bridgeId'])))
          return { status: 409, body: { message: 'the bridge exists already' } };
        this.bridges.set(String(p['bridgeId']), []);
        return { status: 200, body: { id: p['bridgeId'] } };
      case 'bridges.addChannel':
        this.#toBridge(String(p['bridgeId']), [p['channel']].flat().join(',').split(','));
        return { status: 204 };
      case 'channels.record':
        return this.#record(channelId, String(p['name']));
      case 'recordings.getLive':
        return { status: this.live.has(String(p['recordingName'])) ? 200 : 404, body: {} };
      case 'recordings.getStored':
        return { status: this.stored.has(String(p['recordingName'])) ? 200 : 404, body: {} };
      case 'recordings.getStoredFile':
        return { status: 200, body: this.stored.get(String(p['recordingName'])) };
      case 'recordings.deleteStored':
        return { status: this.stored.delete(String(p['recordingName'])) ? 204 : 404 };
      case 'recordings.mute':
      case 'recordings.unmute':
        this.silenced[operation === 'recordings.mute' ? 'add' : 'delete'](String(p['recordingName']));
        return { status: 204 };
      case 'recordings.stop':
        return { status: this.#endRecording(String(p['recordingName'])) ? 204 : 404 };
      case 'bridges.removeChannel':
        return this.#fromBridge(String(p['bridgeId']), String(p['channel']));
      case 'channels.startMoh':
      case 'channels.startSilence':
        this.sounds.set(channelId, operation === 'channels.startMoh' ? 'music' : 'silence');
        return { status: 204 };
      case 'channels.stopMoh':
      case 'channels.stopSilence':
        this.sounds.delete(channelId);
        return { status: 204 };
      case 'channels.mute':
      case 'channels.unmute':
        this.muted[operation === 'channels.mute' ? 'add' : 'delete'](channelId);
        return { status: 204 };
      case 'channels.snoopChannelWithId':
        return this.#snoop(channelId, String(p['snoopId']), p);
      case 'bridges.destroy':
        return { status: this.bridges.delete(String(p['bridgeId'])) ? 204 : 404 };
      case 'bridges.list':
        return { status: 200, body: [...this.bridges].map(([id, channels]) => ({ id, channels })) };
      default:
        return { status: 200, body: {} };
    }
  }

  #record(channelId: string, name: string): Reply {
    if (this.live.has(name) || this.stored.has(name)) return { status: 409, body: { message: 'exists' } };
    this.live.set(name, { channelId, since: Date.now() });
    return { status: 201, body: { name } };
  }

  #endRecording(name: string): boolean {
    const live = this.live.get(name);
    if (!live) return false;
    this.live.delete(name);
    this.stored.set(name, waveFile(this.diskFull ? 0 : Date.now() - live.since));
    this.send({ type: 'RecordingFinished', recording: { name } });
    return true;
  }

  #fromBridge(bridgeId: string, channelId: string): Reply {
    const held = this.bridges.get(bridgeId);
    if (!held?.includes(channelId)) return { status: 422, body: { message: 'Channel not in this bridge' } };
    this.bridges.set(
      bridgeId,
      held.filter((each) => each !== channelId),
    );
    return { status: 204 };
  }

  /** A snoop ends with the channel that it hears. */
  #snoop(channelId: string, snoopId: string, p: Readonly<Record<string, unknown>>): Reply {
    if (!this.channels.has(channelId)) return { status: 404, body: { message: 'Channel not found' } };
    if (this.channels.has(snoopId)) return { status: 500, body: { message: 'Snoop channel not created' } };
    this.addChannel(snoopId, { app: 'Stasis', state: 'Up', context: '', endpoint: `Snoop/${channelId}` });
    this.snoops.set(snoopId, { of: channelId, spy: String(p['spy']), whisper: String(p['whisper']) });
    return { status: 200, body: this.describe(snoopId) };
  }

  /** A channel is in one bridge at most, and there once. */
  #toBridge(bridgeId: string, channels: readonly string[]): void {
    for (const [id, held] of this.bridges)
      this.bridges.set(
        id,
        held.filter((each) => !channels.includes(each)),
      );
    this.bridges.get(bridgeId)?.push(...channels);
  }

  #originate(p: Readonly<Record<string, unknown>>): Reply {
    const id = String(p['channelId']);
    if (this.channels.has(id))
      return { status: 409, body: { message: 'Channel with given unique ID already exists' } };
    const variables = (p['variables'] ?? {}) as Record<string, string>;
    this.addChannel(id, {
      endpoint: String(p['endpoint']),
      callerId: String(p['callerId'] ?? ''),
      variables,
    });
    if (id.startsWith('om-')) setTimeout(() => this.#tellMarks(id, variables['OUTDIAL_ASK']), 1);
    return { status: 200, body: this.describe(id) };
  }

  /** What the dialplan's context for marks does. */
  #tellMarks(id: string, ask: string | undefined): void {
    this.channels.delete(id);
    if (ask === undefined) return;
    const reader = `${id}-reader`;
    this.addChannel(reader);
    this.answer(reader, ['marks', ...ask.split(',').filter((id) => this.marks.has(id))]);
  }
}

/** A file as Asterisk records it: one channel, 16 bits, 8,000 samples a second, none of them silent. */
function waveFile(ms: number): Buffer {
  const file = Buffer.alloc(44 + ms * 16, 1);
  file.write('RIFF....WAVEfmt ', 0, 'latin1');
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(8_000, 24);
  file.writeUInt32LE(16_000, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36, 'latin1');
  file.writeUInt32LE(0, 40);
  return file;
}

/** Finds the operation a request stands for, by the descriptions the adapter itself is generated from. */
function parseRequest(request: RequestAsSent): FakeRequest | null {
  const { line, text, authorization } = request;
  const url = new URL(line, 'http://fake');
  for (const [operation, { method, path }] of Object.entries(operations)) {
    if (method !== request.method) continue;
    const names: string[] = [];
    const pattern = new RegExp(
      `^/ari${path.replace(/\{(\w+)\}/g, (_, name: string) => {
        names.push(name);
        return '([^/]+)';
      })}$`,
    );
    const match = pattern.exec(url.pathname);
    if (!match) continue;
    const inPath = Object.fromEntries(
      names.map((name, index) => [name, decodeURIComponent(match[index + 1] ?? '')]),
    );
    const body = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
    return {
      operation: operation as OperationName,
      parameters: { ...inPath, ...Object.fromEntries(url.searchParams), ...body },
      authorization,
      line: `${method} ${line}`,
    };
  }
  return null;
}
