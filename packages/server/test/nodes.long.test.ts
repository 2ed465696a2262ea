/** Three servers on one MariaDB: each that is killed is replaced, nobody is called twice, nothing is lost. */
import { spawn, type ChildProcess } from 'node:child_process';
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, jest, test } from '@jest/globals';
import { openStore, readAttempts, verifyAuditChain, type AttemptRecord, type Store } from '@outdial/store';
import { labRequired } from '../../../lab/index.mjs';
import { freshDatabase } from '../../store/test/mariadb-world.js';
import { serverFolder, until } from './server-under-test.js';

jest.setTimeout(300_000);

const COMMAND = new URL('../../outdial/bin/outdial.mjs', import.meta.url).pathname;
/** Within so long another server runs the campaign of one that was killed. */
const REPLACED_WITHIN_MS = 15_000;
/** Agents who act by themselves, so that the campaign dials. */
const TEAM = `agents:
  people: [{ id: ana }, { id: ben }, { id: chen }]
  automatic: { wrapUpMeanSeconds: 1, dispositions: { sale: 1 }, seed: 7 }
retry: { minimumDelayMinutes: 5 }
`;

interface Node {
  readonly child: ChildProcess;
  readonly folder: string;
  out: string;
  err: string;
}

function startNode(url: URL): Node {
  const folder = serverFolder();
  const file = join(folder, 'outdial.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('talkMeanSeconds: 600', 'talkMeanSeconds: 15'));
  const address = new URL(url);
  address.password = '';
  appendFileSync(file, `store: { url: '${address.href}', passwordEnvironment: STORE_PASSWORD }\n`);
  appendFileSync(join(folder, 'campaign.yaml'), TEAM);
  const child = spawn(process.execPath, [COMMAND, 'serve', folder], {
    env: { ...process.env, STORE_PASSWORD: decodeURIComponent(url.password) },
  });
  const node: Node = { child, folder, out: '', err: '' };
  child.stdout.on('data', (chunk) => (node.out += String(chunk)));
  child.stderr.on('data', (chunk) => (node.err += String(chunk)));
  return node;
}

async function runs(node: Node): Promise<boolean> {
  const url = /http:\/\/[^/\s]+/.exec(node.out)?.[0];
  if (url === undefined || node.child.exitCode !== null || node.child.signalCode !== null) return false;
  const text = await fetch(`${url}/metrics`).then((response) => response.text());
  return text.includes('outdial_campaign_running{campaign="sales"} 1');
}

async function runnerOf(nodes: readonly Node[]): Promise<Node | null> {
  const running: Node[] = [];
  for (const node of nodes) if (await runs(node)) running.push(node);
  expect(running.length).toBeLessThanOrEqual(1);
  return running[0] ?? null;
}

/**
 * The least pause before a lead is tried again (`retry.minimumDelayMinutes` below). A server starts its
 * simulated clock on the working day after the newest call, so that the one that takes over may be a day
 * ahead: a person whose call nobody took is then tried again at once by the test's clock, a day later by
 * theirs.
 */
const RETRY_MINUTES = 5;

/**
 * Calls to a person that none should have made: after somebody spoke to them, while another call was under
 * way, or sooner than a retry may come.
 */
function calledAgain(attempts: readonly AttemptRecord[]): readonly unknown[] {
  return attempts.flatMap((one) =>
    attempts.filter(
      (other) =>
        other.personId === one.personId &&
        other.attemptId !== one.attemptId &&
        other.openedAt >= one.openedAt &&
        (one.connectedAt !== null || other.openedAt < (one.endedAt ?? Infinity) + RETRY_MINUTES * 60_000),
    ),
  );
}

async function attemptsOf(store: Store): Promise<readonly AttemptRecord[]> {
  const all: AttemptRecord[] = [];
  for await (const attempt of readAttempts(store, 'sales')) all.push(attempt);
  return all;
}

if (await labRequired()) {
  test('the campaign of a server that is killed is run by another within 15 s', async () => {
    const database = await freshDatabase();
    const url = new URL(database.url);
    const store = await openStore({ url: database.url });
    const nodes: Node[] = [];
    try {
      for (let index = 0; index < 3; index += 1) {
        nodes.push(startNode(url));
        await until(() => nodes[index]?.out.includes('\n') === true, 60_000);
      }
      for (let killed = 0; killed < 2; killed += 1) {
        const before = (await attemptsOf(store)).length;
        const runner = await runnerOf(nodes);
        expect(runner).not.toBeNull();
        await until(async () => (await attemptsOf(store)).length >= before + 3, 60_000);
        runner?.child.kill('SIGKILL');
        const killedAt = Date.now();
        await until(() => runner?.child.signalCode !== null);
        const left = (await attemptsOf(store)).length;
        await until(async () => (await runnerOf(nodes)) !== null, 60_000);
        const ranAfterMs = Date.now() - killedAt;
        await until(async () => (await attemptsOf(store)).length > left, 60_000);
        console.log(`killed: run again after ${ranAfterMs} ms, dialed after ${Date.now() - killedAt} ms`);
        expect(ranAfterMs).toBeLessThan(REPLACED_WITHIN_MS);
      }
      const before = (await attemptsOf(store)).length;
      await until(async () => (await attemptsOf(store)).length >= before + 3, 60_000);
      const last = await runnerOf(nodes);
      last?.child.kill('SIGTERM');
      await until(() => last?.child.exitCode !== null, 120_000);
      expect(last?.child.exitCode).toBe(0);

      const attempts = await attemptsOf(store);
      expect(attempts.filter(({ endedAt }) => endedAt === null)).toEqual([]);
      expect(calledAgain(attempts)).toEqual([]);
      expect(await verifyAuditChain(store)).toMatchObject({ ok: true });
    } finally {
      for (const { child, folder } of nodes) {
        child.kill('SIGKILL');
        rmSync(folder, { recursive: true, force: true });
      }
      await store.close();
      await database.drop();
    }
  });
} else {
  test.skip('servers on one MariaDB need the lab', () => undefined);
}
