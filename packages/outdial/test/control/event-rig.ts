import { expect } from '@jest/globals';
import type { CampaignEvent } from '@outdial/core';
import Fastify, { type FastifyInstance } from 'fastify';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { controlLimits, type ControlLimits } from '../../src/control/control-limits.js';
import { EventStreams } from '../../src/control/event-streams.js';

const sockets: Socket[] = [];
const servers: FastifyInstance[] = [];

/** Event streams on a port. */
export interface Rig {
  readonly streams: EventStreams;
  readonly port: number;
  emit(event: CampaignEvent): void;
}

/** The streams of one source of events on a port of their own. */
export async function rig(limits: Partial<ControlLimits> = {}): Promise<Rig> {
  const listeners = new Set<(event: CampaignEvent) => void>();
  const streams = new EventStreams(controlLimits(limits));
  const server = Fastify({ forceCloseConnections: true });
  servers.push(server);
  server.get('/events', (request, reply) =>
    streams.start(
      (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      request,
      reply,
    ),
  );
  await server.listen({ host: '127.0.0.1', port: 0 });
  const { port } = server.server.address() as AddressInfo;
  return { streams, port, emit: (event) => listeners.forEach((listener) => listener(event)) };
}

/** An event of `size` characters and a few. */
export function event(number: number, size = 0): CampaignEvent {
  return {
    type: 'fault',
    at: number,
    campaignId: 'c',
    what: 'w',
    detail: 'x'.repeat(size),
  };
}

/** A client that sends a request for events and reads nothing before it is asked to. */
export async function client(port: number, lastEventId?: string): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  sockets.push(socket);
  socket.on('error', () => undefined);
  await new Promise<void>((resolve) => socket.once('connect', resolve));
  const header = lastEventId === undefined ? '' : `last-event-id: ${lastEventId}\r\n`;
  socket.write(`GET /events HTTP/1.1\r\nhost: a\r\n${header}\r\n`);
  return socket;
}

/** Reads until the text holds what is looked for, or the socket ends. */
export async function readUntil(socket: Socket, wanted: RegExp): Promise<string> {
  let text = '';
  socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
  await until(() => wanted.test(text) || socket.closed);
  return text;
}

/** Waits, ten seconds at most. */
export async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 1000 && !holds(); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 10));
  expect(holds()).toBe(true);
}

/** Ends every client and server. */
export async function closeRig(): Promise<void> {
  for (const socket of sockets.splice(0)) socket.destroy();
  await Promise.all(servers.splice(0).map((server) => server.close()));
}

/** What clients that read nothing take of the process, until each was dropped. */
export interface UnreadEvents {
  /** Most bytes that waited for a client, mean over the clients. */
  readonly waitingBytes: number;
  /** Growth of the memory of the process that no collection gives back, bytes. */
  readonly grownBytes: number;
}

/** Memory of the process after a collection, bytes: garbage that waits for one is not counted. */
function heldMemory(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { external, heapUsed } = process.memoryUsage();
  return external + heapUsed;
}

/** Sends events to so many clients that read nothing, until all were dropped. */
export async function sendUnread(clients: number, eventQueueBytes: number): Promise<UnreadEvents> {
  const { streams, port, emit } = await rig({ eventQueueBytes });
  for (let number = 0; number < clients; number += 1) await client(port);
  await until(() => streams.count === clients);
  const before = heldMemory();
  let waitingBytes = 0;
  let grownBytes = 0;
  // Some MB a client wait in the kernel; then the limit of the stream is reached.
  for (let number = 0; number < 5_000 && streams.count > 0; number += 1) {
    emit(event(number, 30_000));
    waitingBytes = Math.max(waitingBytes, streams.waitingBytes / Math.max(1, streams.count));
    if (number % 40 === 0) grownBytes = Math.max(grownBytes, heldMemory() - before);
    if (number % 4 === 0) await new Promise((resolve) => setTimeout(resolve, 25));
  }
  await until(() => streams.count === 0);
  return { waitingBytes, grownBytes };
}
