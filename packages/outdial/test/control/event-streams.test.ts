import { afterEach, describe, expect, test } from '@jest/globals';
import { connect } from 'node:net';
import { requestTimes } from '../../src/control/request-times.js';
import { listen } from '../../src/control/listen.js';
import { client, closeRig, event, readUntil, rig, sendUnread, until } from './event-rig.js';

afterEach(closeRig);

describe('event streams', () => {
  test('give every client every event, in order, and one text serves all of them', async () => {
    const { streams, port, emit } = await rig();
    const clients = [await client(port), await client(port), await client(port)];
    await until(() => streams.count === 3);
    let texts = 0;
    for (let number = 0; number < 500; number += 1)
      emit(Object.assign(event(number), { toJSON: () => ({ at: number, texts: (texts += 1) }) }));
    for (const socket of clients) {
      const text = await readUntil(socket, /"at":499/);
      const numbers = [...text.matchAll(/^data: \{"at":(\d+)/gm)].map((match) => Number(match[1]));
      expect(numbers).toEqual(Array.from({ length: 500 }, (_, number) => number));
    }
    expect(texts).toBe(500);
  });

  test('stay bounded with clients that do not read: each is dropped, what waits is shared', async () => {
    const { waitingBytes, grownBytes } = await sendUnread(40, 262_144);
    expect(waitingBytes).toBeGreaterThan(100_000);
    expect(waitingBytes).toBeLessThanOrEqual(262_144);
    expect(grownBytes).toBeLessThan(60_000_000);
  });

  test('drop a slow client alone, and tell it why when it comes again', async () => {
    const { streams, port, emit } = await rig({ eventQueueBytes: 100_000 });
    const fast = await client(port);
    let heard = '';
    fast.on('data', (chunk: Buffer) => (heard += chunk.toString()));
    const slow = await client(port);
    slow.pause();
    await until(() => streams.count === 2);
    let sent = 0;
    while (streams.count === 2 && sent < 50_000) {
      emit(event((sent += 1), 4000));
      if (sent % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 25));
    }
    expect(streams.count).toBe(1);
    await until(() => heard.includes(`"at":${sent},`));

    slow.resume();
    const id = /^id: (\S+)$/m.exec(await readUntil(slow, /^id: \S+$/m))?.[1] ?? '';
    const again = await readUntil(await client(port, id), /stream\.dropped[^]*\n\n/);
    expect(again).toMatch(
      /event: stream\.dropped\ndata: \{"type":"stream\.dropped","reason":"[^\n]*100,000 bytes/,
    );
    const third = await client(port, id);
    await until(() => streams.count === 3);
    emit(event(1));
    expect(await readUntil(third, /"at":1,/)).not.toContain('stream.dropped');
  });

  test('are refused with a sentence when there are too many, and one that ends makes room', async () => {
    const { streams, port } = await rig({ eventStreams: 2 });
    const first = await client(port);
    await client(port);
    await until(() => streams.count === 2);
    const refused = await fetch(`http://127.0.0.1:${port}/events`);
    expect([refused.status, refused.headers.get('retry-after'), await refused.json()]).toEqual([
      503,
      '5',
      { error: 'there are 2 event streams already, the most at a time: end one that is not needed' },
    ]);
    first.destroy();
    await until(() => streams.count === 1);
    await client(port);
    await until(() => streams.count === 2);
  });
});

describe('a request that does not arrive', () => {
  test.each([
    [
      'a half-sent body',
      'POST /order HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{"a":',
    ],
    ['half-sent headers', 'POST /order HTTP/1.1\r\nhost: a\r\nx-'],
  ])('is ended after its time: %s', async (_what, text) => {
    const server = await listen(
      { host: '127.0.0.1', port: 0, limits: { requestMs: 200 } },
      async (routes) => {
        routes.post('/order', () => ({}));
        await Promise.resolve();
      },
    );
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    socket.on('error', () => undefined);
    let answer = '';
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
    socket.write(text);
    await until(() => socket.closed);
    expect(answer).toContain('408 Request Timeout');
    await server.close();
  });

  test('is looked for each second, whatever its time is', () => {
    expect(requestTimes(30_000)).toEqual({
      requestTimeout: 30_000,
      http: { headersTimeout: 30_000, connectionsCheckingInterval: 1_000 },
    });
  });

  test('and a client that reads nothing until it has sent a body that is too large learns of it', async () => {
    const server = await listen({ host: '127.0.0.1', port: 0 }, async (routes) => {
      routes.post('/order', () => ({}));
      await Promise.resolve();
    });
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    const faults: string[] = [];
    socket.on('error', ({ message }) => faults.push(message));
    socket.pause();
    const size = 8_000_000;
    const head = `POST /order HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: ${size}`;
    socket.write(`${head}\r\n\r\n`);
    await new Promise((resolve) => socket.write('x'.repeat(size), resolve));
    let answer = '';
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
    socket.resume();
    await until(() => answer.includes('413') || socket.closed);
    expect({ answer: answer.slice(0, 12), faults }).toEqual({ answer: 'HTTP/1.1 413', faults: [] });
    socket.destroy();
    await server.close();
  });

  test('and one whose body is too large is refused before it is read', async () => {
    const server = await listen({ host: '127.0.0.1', port: 0 }, async (routes) => {
      routes.post('/order', () => ({}));
      await Promise.resolve();
    });
    const body = JSON.stringify({ a: 'x'.repeat(70_000) });
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${server.url}/order`, { method: 'POST', headers, body });
    expect(answer.status).toBe(413);
    await server.close();
  });
});
