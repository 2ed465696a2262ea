import { describe, expect, test } from '@jest/globals';
import { Hub, type Viewer } from '../../src/stream/hub.js';
import { StreamReader } from '../../src/stream/reader.js';

const AGENT: Viewer = { accountId: 'ana', role: 'agent' };
const BOSS: Viewer = { accountId: 'boss', role: 'supervisor' };
const BOARD = { roles: ['supervisor'] } as const;

interface Heard {
  readonly type: string;
  readonly seq: number;
  readonly documents: Record<string, unknown>;
}

function socket(): { bufferedAmount: number; send: (text: string) => void; readonly heard: Heard[] } {
  const heard: Heard[] = [];
  return { bufferedAmount: 0, heard, send: (text) => void heard.push(JSON.parse(text) as Heard) };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('the stream', () => {
  test('a reader gets what their role may see: a snapshot, then changes with growing numbers', async () => {
    const hub = new Hub('run');
    hub.set('campaign/a', { dials: 1 }, BOARD);
    hub.set('desk/ana', { lead: 'secret' }, { roles: [], agentId: 'ana' });
    const [ana, boss] = [socket(), socket()];
    const reader = (to: typeof ana, viewer: Viewer): StreamReader =>
      new StreamReader({ hub, socket: to, now: () => 0 }, viewer, null);
    reader(ana, AGENT);
    reader(boss, BOSS);
    expect(ana.heard[0]).toMatchObject({ type: 'snapshot', documents: { 'desk/ana': { lead: 'secret' } } });
    expect(Object.keys(boss.heard[0]?.documents ?? {})).toEqual(['campaign/a']);

    hub.set('campaign/a', { dials: 2 }, BOARD);
    hub.set('campaign/a', { dials: 3 }, BOARD);
    hub.remove('desk/ana');
    await turn();
    expect(boss.heard[1]).toMatchObject({
      type: 'changes',
      seq: 5,
      documents: { 'campaign/a': { dials: 3 } },
    });
    expect(ana.heard[1]?.documents).toEqual({ 'desk/ana': null });
    hub.set('campaign/a', { dials: 3 }, BOARD);
    await turn();
    expect(boss.heard).toHaveLength(2);
  });

  test('a client that comes again gets what it missed, gone documents too; one of another run begins anew', () => {
    const hub = new Hub('run');
    hub.set('agent/a', 1, BOARD);
    hub.set('agent/b', 1, BOARD);
    const left = hub.seq;
    hub.remove('agent/a');
    hub.set('agent/b', 2, BOARD);
    const resumed = socket();
    new StreamReader({ hub, socket: resumed, now: () => 0 }, BOSS, { epoch: 'run', after: left });
    expect(resumed.heard[0]).toMatchObject({ type: 'changes', documents: { 'agent/a': null, 'agent/b': 2 } });
    const foreign = socket();
    new StreamReader({ hub, socket: foreign, now: () => 0 }, BOSS, { epoch: 'earlier', after: left });
    expect(foreign.heard[0]).toMatchObject({ type: 'snapshot', documents: { 'agent/b': 2 } });
  });

  test('who was away for longer than gone documents are kept begins with a snapshot', () => {
    const hub = new Hub('run');
    for (let n = 0; n < 6_000; n += 1) {
      hub.set(`call/${n}`, n, BOARD);
      hub.remove(`call/${n}`);
    }
    expect(hub.since(BOSS, 1)).toBeNull();
    expect(hub.since(BOSS, hub.seq)).toEqual([]);
    expect(hub.since(BOSS, hub.seq + 1)).toBeNull();
  });

  test('a client that does not read is sent nothing, and then gets the newest', async () => {
    const hub = new Hub('run');
    hub.set('agent/a', { n: 0 }, BOARD);
    const slow = socket();
    const reader = new StreamReader({ hub, socket: slow, now: () => 0 }, BOSS, null);
    slow.bufferedAmount = 10_000_000;
    for (let n = 1; n <= 1_000; n += 1) {
      hub.set('agent/a', { n }, BOARD);
      if (n % 100 === 0) await turn();
    }
    reader.beat();
    expect(slow.heard).toHaveLength(1);
    slow.bufferedAmount = 0;
    reader.beat();
    expect(slow.heard.at(-1)).toMatchObject({ documents: { 'agent/a': { n: 1_000 } } });
    expect(slow.heard).toHaveLength(2);
    reader.close();
    hub.set('agent/a', { n: -1 }, BOARD);
    await turn();
    expect(slow.heard).toHaveLength(2);
  });

  test('a client that did not read while more is gone than is remembered begins with a snapshot', async () => {
    const hub = new Hub('run');
    hub.set('agent/a', 1, BOARD);
    hub.set('call/first', 1, BOARD);
    const slow = socket();
    const reader = new StreamReader({ hub, socket: slow, now: () => 0 }, BOSS, null);
    slow.bufferedAmount = 10_000_000;
    hub.remove('call/first');
    for (let n = 0; n < 6_000; n += 1) {
      hub.set(`call/${n}`, n, BOARD);
      hub.remove(`call/${n}`);
      if (n % 1_000 === 0) await turn();
    }
    await turn();
    slow.bufferedAmount = 0;
    reader.beat();
    expect(slow.heard.at(-1)).toMatchObject({ type: 'snapshot', documents: { 'agent/a': 1 } });
    expect(Object.keys(slow.heard.at(-1)?.documents ?? {})).toEqual(['agent/a']);
    reader.close();
  });
});
