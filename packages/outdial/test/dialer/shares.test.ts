/** One campaign that several dialers work at once: its limits, its orders, and a dialer that dies. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { listLeads, readAttempts, verifyAuditChain, type AttemptRecord } from '@outdial/store';
import { checkCampaign } from '../../src/campaign-file/read-campaign-file.js';
import type { CampaignInput } from '../../src/campaign-file/types.js';
import { CAMPAIGN_ORDERS } from '../../src/dialer/orders.js';
import { prepareCampaign } from '../../src/dialer/prepare-campaign.js';
import { message, SharesRig, type Member } from './shares-rig.js';

let rig: SharesRig;
beforeEach(async () => void (rig = await SharesRig.open()));
afterEach(() => rig.close());

const numbers = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `+1212555${String(1000 + index)}`);

async function attempts(): Promise<readonly AttemptRecord[]> {
  const all: AttemptRecord[] = [];
  for await (const attempt of readAttempts(rig.store, 'c')) all.push(attempt);
  return all;
}

/** Until every share has its even part of the lines. */
async function even(members: readonly Member[]): Promise<void> {
  const part = 1 / members.length;
  await rig.until(() => members.every(({ dialer }) => Math.abs((dialer.share?.part ?? 0) - part) < 1e-4));
}

async function three(phones: readonly string[] = numbers(40)): Promise<[Member, Member, Member]> {
  const first = await rig.start({}, phones);
  const members: [Member, Member, Member] = [first, await rig.start(), await rig.start()];
  await even(members);
  return members;
}

const states = (members: readonly Member[]): readonly string[] => members.map(({ dialer }) => dialer.state);

describe('a campaign that several dialers work', () => {
  test('is divided evenly, calls nobody twice, and refuses one dialer more', async () => {
    const members = await three();
    for (const { dialer } of members) expect(dialer.settings).toMatchObject({ lines: 4, callsPerSecond: 2 });
    expect(members.map(({ dialer }) => dialer.share?.number)).toEqual([1, 2, 3]);
    const fourth = await rig.add();
    await expect(fourth.dialer.start()).rejects.toMatchObject({ code: 'campaign-held' });

    await rig.pass(40);
    const made = await attempts();
    expect(new Set(made.map(({ node }) => node)).size).toBe(1);
    expect(new Set(made.map(({ epoch }) => Math.floor(epoch / 1e9))).size).toBe(3);
    const called = members.flatMap(({ carrier }) => carrier().calls.map(({ phone }) => phone));
    expect(called.length).toBeGreaterThan(30);
    expect(new Set(called).size).toBe(called.length);
    expect(rig.faults).toEqual([]);
  });

  test('what is ordered at one dialer is done by all, and by one that joins later', async () => {
    const one = await rig.start({}, numbers(20));
    const two = await rig.start();
    const both = [one, two];
    await even(both);
    await one.dialer.order(CAMPAIGN_ORDERS.pace, { lines: 30, callsPerSecond: 10 }, 'eva');
    await one.dialer.pauseCampaign('storm');
    await rig.until(() => states(both).every((state) => state === 'paused'));
    expect(two.dialer.settings).toMatchObject({ lines: 15, callsPerSecond: 5 });

    const three = await rig.start();
    await rig.until(() => three.dialer.state === 'paused');
    await even([one, two, three]);
    await rig.pass(5);
    expect(await attempts()).toEqual([]);
    expect(three.dialer.settings).toMatchObject({ lines: 10 });

    await three.dialer.resume();
    await rig.until(() => states([one, two, three]).every((state) => state === 'running'));
    await two.dialer.stop();
    await rig.until(() => states([one, two, three]).every((state) => state !== 'running'));
    expect(one.dialer.isEndedByOrder).toBe(true);
    const late = await rig.add();
    await expect(late.dialer.reserve({ joins: true })).rejects.toMatchObject({ code: 'campaign-held' });
  });

  test('a dialer that lets the campaign go leaves it to the others, with its part', async () => {
    const [one, two] = [await rig.start({}, numbers(20)), await rig.start()];
    await even([one, two]);
    await two.dialer.letGo();
    await rig.pass(1);
    expect(states([one, two])).toEqual(['running', 'stopped']);
    await two.dialer.close();
    await even([one]);
    expect(one.dialer.settings).toMatchObject({ lines: 12, callsPerSecond: 6 });
  });

  test('what a dead dialer leaves is taken up by a living one, with its part', async () => {
    const [one, two, last] = await three(numbers(60));
    await rig.pass(4);
    const left = two.dialer.calls().map(({ attemptId }) => attemptId);
    expect(left.length).toBeGreaterThan(0);
    rig.crash(two);
    await even([one, last]);
    await rig.pass(40);
    const made = await attempts();
    const settled = made.filter(({ attemptId }) => left.includes(attemptId));
    expect(settled.map(({ endedAt }) => endedAt)).not.toContain(null);
    expect(settled.map(({ outcome }) => outcome)).toContain('unknown');
    const leads = await listLeads(rig.store, { listId: 'first' });
    expect(leads.filter(({ attempts: tried }) => tried > 1)).toEqual([]);
    expect(await verifyAuditChain(rig.store)).toMatchObject({ ok: true });
  });

  test('agents do not work for it, and only agentless mode can be set', async () => {
    const { dialer } = await rig.start();
    expect(await dialer.logIn({ agentId: 'ana' })).toMatchObject({ accepted: false, code: 'campaign-state' });
    expect(await dialer.setMode('power')).toMatchObject({ accepted: false, code: 'settings-conflict' });
    const few = await dialer.configure({ lines: 2 });
    expect(few).toMatchObject({ accepted: false, reason: expect.stringContaining('must be 3 at least') });
  });
});

describe('a campaign file with dialing.nodes', () => {
  const problems = (changes: Partial<CampaignInput>): string => {
    try {
      checkCampaign({ ...message, ...changes });
      return '';
    } catch (error) {
      return String(error);
    }
  };

  test('is refused where several nodes cannot keep what it promises', () => {
    expect(problems({})).toBe('');
    expect(problems({ mode: 'power' })).toContain('is for agentless campaigns');
    expect(problems({ agents: { people: [{ id: 'ana' }] } })).toContain('cannot work for a campaign');
    expect(problems({ dialing: { nodes: 3, lines: 2 } })).toContain('less than one line for each');
    expect(problems({ dialing: { nodes: 3, callsPerSecond: 2 } })).toContain('one call a second for each');
    expect(problems({ dialing: { nodes: 17 } })).toContain('17');
  });

  test('is refused where its flow hands calls to agents', async () => {
    const end = { kind: 'hang-up' };
    const nodes = { agent: { kind: 'transfer', skills: [], onFailed: 'end' }, end };
    const flows = { agentless: { id: 'to-agent', start: 'agent', nodes } };
    await expect(prepareCampaign({ ...message, flows })).rejects.toThrow(/hands calls to agents/);
  });
});
