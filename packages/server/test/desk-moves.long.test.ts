/**
 * Two server processes on one store: the desk of a server that is killed, or drained by order, goes on at the
 * other one, and no conversation is cut by a drain.
 */
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, jest, test } from '@jest/globals';
import { findNode, followStream, type Desk, type FloorDocument, type StreamDocuments } from '@outdial/client';
import { createAccount, openSession, openStore, readAttempts, type Store } from '@outdial/store';
import { WebSocket } from 'ws';
import { hashOfToken, newToken } from '../src/accounts/tokens.js';
import type { Role } from '../src/accounts/roles.js';
import { NodeProcess } from './nodes/node-process.js';
import { callerAt, serverFolder, until, type Reply } from './server-under-test.js';

jest.setTimeout(600_000);
const WITHIN_MS = 120_000;

/** A desk as a program of the agent keeps it: at whichever server its campaign is run. */
class DeskClient {
  readonly #cookie: string;
  #url: string;
  documents: StreamDocuments = new Map();
  readonly stop: () => void;

  constructor(url: string, cookie: string) {
    this.#url = url;
    this.#cookie = cookie;
    this.stop = followStream({
      url: streamOf(url),
      open: (address, { message, closed }) => {
        const origin = new URL(address).origin.replace('ws', 'http');
        const socket = new WebSocket(address, { headers: { cookie, origin } });
        socket.on('message', (data) => message(String(data)));
        socket.on('close', (code) => closed(code));
        socket.on('error', () => undefined);
        return socket;
      },
      onChange: (documents) => void (this.documents = new Map(documents)),
      onConnection: () => undefined,
      elsewhere: async () => {
        const { nodes } = this.documents.get('floor') as FloorDocument;
        const found = await findNode({ nodes: nodes.slice(1), campaignId: 'sales' });
        if (found === null) return null;
        this.#url = found;
        return streamOf(found);
      },
    });
  }

  get url(): string {
    return this.#url;
  }

  get desk(): Desk | undefined {
    return this.documents.get('desk/ana') as Desk | undefined;
  }

  order(path: string, body?: unknown): Promise<Reply> {
    return callerAt(this.#url, this.#cookie).call('POST', `/api/v1${path}`, body);
  }
}

function streamOf(url: string): string {
  return `${url.replace('http', 'ws')}/api/v1/stream`;
}

async function cookieOf(store: Store, accountId: string, role: Role): Promise<string> {
  await createAccount(store, { accountId, name: accountId, role }, 'test');
  const secret = newToken();
  const expiresAt = Date.now() + 3_600_000;
  await openSession(store, { accountId, tokenHash: hashOfToken(secret), expiresAt });
  return `outdial_session=${secret}`;
}

test('a desk goes on at another server when its own is killed, and when it drains by order', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'outdial-desk-moves-'));
  const url = `sqlite:${join(folder, 'store.db')}`;
  const nodes = ['one', 'two'].map((name) => {
    const own = serverFolder();
    appendFileSync(join(own, 'outdial.yaml'), `store: { url: '${url}' }\n`);
    return new NodeProcess(name, own, {});
  });
  const [one, two] = nodes as [NodeProcess, NodeProcess];
  let client: DeskClient | undefined;
  let store: Store | undefined;
  try {
    await one.ready();
    await two.ready();
    store = await openStore({ url });
    const ana = await cookieOf(store, 'ana', 'agent');
    const admin = await cookieOf(store, 'root', 'admin');
    await until(async () => (await one.running()).includes('sales'), WITHIN_MS);
    const [first, second] = [one.url ?? '', two.url ?? ''];

    const wrong = await callerAt(second, ana).call('POST', '/api/v1/desk/join', { campaignId: 'sales' });
    expect(wrong).toMatchObject({ status: 409, body: { code: 'campaign-elsewhere' } });
    expect(wrong.body.text).toContain(first);
    const offered = await callerAt(second, ana).call('GET', '/api/v1/desk/campaigns');
    expect(offered.body).toMatchObject([{ campaignId: 'sales', address: first }]);

    client = new DeskClient(first, ana);
    const desk = client;
    expect((await desk.order('/desk/join', { campaignId: 'sales' })).status).toBe(200);
    await desk.order('/desk/ready');
    await until(() => desk.desk?.state === 'talking', WITHIN_MS);
    one.signal('SIGKILL');
    const killedAt = Date.now();
    await until(() => desk.url === second && desk.documents.has('floor'), WITHIN_MS);
    await until(
      async () => (await desk.order('/desk/join', { campaignId: 'sales' })).status === 200,
      WITHIN_MS,
    );
    console.log(`killed: the desk is at the other server after ${Date.now() - killedAt} ms`);

    await one.ready();
    await desk.order('/desk/ready');
    await until(() => desk.desk?.state === 'talking', WITHIN_MS);
    const { attemptId } = desk.desk?.call ?? {};
    const drained = await callerAt(second, admin).call('POST', '/api/v1/nodes/drain');
    expect(drained.status).toBe(200);
    await pause(3_000);
    expect(desk.desk?.state).toBe('talking');
    expect(two.isAlive).toBe(true);
    expect(await one.running()).toEqual([]);
    await desk.order('/desk/hang-up');
    await until(async () => (await desk.order('/desk/dispose', { code: 'not-interested' })).status === 200);
    await two.ended();
    expect(two.exitCode).toBe(0);
    await until(() => desk.url === one.url && desk.documents.has('floor'), WITHIN_MS);
    expect((await desk.order('/desk/join', { campaignId: 'sales' })).status).toBe(200);

    const attempts = new Map<string, string | null>();
    for await (const attempt of readAttempts(store, 'sales'))
      attempts.set(attempt.attemptId, attempt.outcome);
    expect(attempts.get(attemptId ?? '')).toBe('conversation');
    expect([...attempts.values()].filter((outcome) => outcome === null)).toEqual([]);
  } finally {
    client?.stop();
    for (const node of nodes) {
      node.signal('SIGKILL');
      rmSync(node.folder, { recursive: true, force: true });
    }
    await store?.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
