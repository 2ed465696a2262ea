/** Orders of conversations at the desk, on the simulated carrier: hold, mute, consult, transfer, park. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Desk } from '@outdial/client';
import { startServer, until, type Caller, type Reply, type ServerUnderTest } from './server-under-test.js';
import { stopWatching, watch } from './watch-stream.js';

let under: ServerUnderTest;
let supervisor: Caller;
beforeAll(async () => {
  under = await startServer();
  supervisor = await under.person('sue', 'supervisor');
});
afterAll(async () => {
  stopWatching();
  await under.close();
});

interface AtDesk {
  readonly caller: Caller;
  readonly desk: () => Desk | undefined;
  /** Gives an order of the desk. */
  readonly give: (order: string, body?: unknown) => Promise<Reply>;
}

const dialing = (order: 'pause' | 'resume'): Promise<Reply> =>
  supervisor.call('POST', `/api/v1/campaigns/sales/${order}`, order === 'pause' ? { reason: 'test' } : {});

let seats = 0;
let ann: AtDesk;
let bob: AtDesk;
/** The attempt of Ann's call. */
let attemptId: string | undefined;

async function sit(name: string): Promise<AtDesk> {
  const agentId = `${name}${seats}`;
  const caller = await under.person(agentId, 'agent');
  const watched = watch(under, caller);
  const give: AtDesk['give'] = (order, body) => caller.call('POST', `/api/v1/desk/${order}`, body);
  const desk: AtDesk['desk'] = () => watched.documents.get(`desk/${agentId}`) as Desk | undefined;
  await give('join', { campaignId: 'sales' });
  await until(() => desk()?.state === 'paused');
  return { caller, desk, give };
}

const idOf = ({ desk }: AtDesk): string => desk()?.agentId ?? '';
const stageAt = ({ desk }: AtDesk): string | undefined => desk()?.conversation?.stage;
const toAgent = (agent: AtDesk): unknown => ({ target: { kind: 'agent', agentId: idOf(agent) } });

/** Ann talks to a customer; Bob is ready, and no further call is placed. */
beforeEach(async () => {
  seats += 1;
  ann = await sit('ann');
  bob = await sit('bob');
  await ann.give('ready');
  await until(() => stageAt(ann) === 'talking');
  attemptId = ann.desk()?.call?.attemptId;
  await dialing('pause');
  await bob.give('ready');
  await until(() => bob.desk()?.state === 'ready');
}, 30_000);

afterEach(async () => {
  for (const each of [ann, bob]) {
    await each.give('leave');
    await each.give('hang-up');
    await each.give('dispose', { code: 'sale' });
    await until(() => each.desk() === undefined);
  }
  await dialing('resume');
}, 30_000);

test('hold, mute, resume: the document says what the customer hears, and since when', async () => {
  expect(ann.desk()?.conversation).toMatchObject({
    part: 'owner',
    ownerId: idOf(ann),
    thirdId: null,
    muted: false,
    customerHears: 'the owner',
    musicSince: null,
  });
  expect((await ann.give('hold')).body).toEqual({ followed: true });
  await until(() => stageAt(ann) === 'held');
  const held = ann.desk()?.conversation;
  expect(held?.customerHears).toBe('music');
  expect(held?.musicSince).toBe(held?.since);

  const again = await ann.give('hold');
  expect([again.status, again.body]).toEqual([
    409,
    { code: 'conversation-stage', text: 'The conversation is held.' },
  ]);
  await ann.give('resume');
  await until(() => stageAt(ann) === 'talking');
  expect(ann.desk()?.conversation?.musicSince).toBeNull();
  await ann.give('mute');
  await until(() => ann.desk()?.conversation?.muted === true);
  await ann.give('unmute');
  await until(() => ann.desk()?.conversation?.muted === false);
}, 30_000);

test('a colleague is consulted, sees the person, and has the customer; music counts from its beginning', async () => {
  const { body: colleagues } = await ann.caller.call('GET', '/api/v1/desk/colleagues');
  expect(colleagues).toEqual([{ agentId: idOf(bob), name: idOf(bob), state: 'ready', isFree: true }]);
  await ann.give('hold');
  await until(() => stageAt(ann) === 'held');
  const since = ann.desk()?.conversation?.musicSince;
  await ann.give('consult', toAgent(bob));
  await until(() => stageAt(ann) === 'consulting' && stageAt(bob) === 'consulting');
  expect(ann.desk()?.conversation).toMatchObject({ thirdId: idOf(bob), musicSince: since });
  expect(ann.desk()?.conversation?.since).not.toBe(since);
  expect(bob.desk()).toMatchObject({
    call: { attemptId },
    lead: { leadId: ann.desk()?.lead?.leadId, phone: ann.desk()?.lead?.phone },
    conversation: { part: 'third', ownerId: idOf(ann) },
  });
  const notOwner = await bob.give('complete');
  expect([notOwner.status, notOwner.body.code]).toEqual([409, 'not-owner']);

  await ann.give('complete');
  await until(() => bob.desk()?.conversation?.part === 'owner' && stageAt(bob) === 'talking');
  await until(() => ann.desk()?.state === 'wrap-up');
  expect(bob.desk()?.call?.attemptId).toBe(attemptId);
}, 30_000);

test('all together, then the colleague goes; a colleague who is not free is refused with the reason', async () => {
  await ann.give('consult', toAgent(bob));
  await until(() => stageAt(ann) === 'consulting');
  await ann.give('conference');
  await until(() => stageAt(bob) === 'conference');
  expect(ann.desk()?.conversation?.customerHears).toBe('owner and third party');
  await ann.give('cancel');
  await until(() => stageAt(ann) === 'talking' && bob.desk()?.call === null);

  const nobody = await ann.give('consult', { target: { kind: 'agent', agentId: 'nobody' } });
  expect([nobody.status, nobody.body.code]).toEqual([409, 'agent-not-free']);
  const unread = await ann.give('consult', { target: { kind: 'agent' } });
  expect([unread.status, unread.body.problems[0].field]).toEqual([422, 'target.agentId']);
}, 30_000);

test('a number of the directory is consulted by its name, and joins; typed ones are refused', async () => {
  const { body: directory } = await ann.caller.call('GET', '/api/v1/desk/directory');
  expect(directory).toEqual({ names: ['Notary'], typed: false, flows: ['survey'] });
  const typed = await ann.give('consult', { target: { kind: 'number', phone: '+12125550191' } });
  expect([typed.status, typed.body.code]).toEqual([409, 'number-not-permitted']);

  await ann.give('consult', { target: { kind: 'named', name: 'Notary' } });
  await until(() => stageAt(ann) === 'consulting');
  expect(ann.desk()?.conversation).toMatchObject({ thirdId: null, thirdNumber: { name: 'Notary' } });
  expect(JSON.stringify(ann.desk())).not.toContain('5550190');
  await ann.give('conference');
  await until(() => stageAt(ann) === 'conference');
  await ann.give('cancel');
  await until(() => stageAt(ann) === 'talking');
  expect(ann.desk()?.conversation?.thirdNumber).toBeNull();
}, 30_000);

test('transfer frees the agent at once; a parked customer is on the desks of the campaign', async () => {
  await ann.give('park');
  await until(() => bob.desk()?.parked.length === 1);
  expect(bob.desk()?.parked[0]).toMatchObject({ attemptId, parkedBy: idOf(ann) });
  await bob.give('unpark', { parkedAttemptId: attemptId });
  await until(() => stageAt(bob) === 'talking');
  expect(bob.desk()?.parked).toEqual([]);
  await ann.give('ready');
  await until(() => ann.desk()?.state === 'ready');
  await bob.give('transfer', toAgent(ann));
  await until(() => stageAt(ann) === 'talking' && bob.desk()?.state === 'wrap-up');
  expect(ann.desk()?.call?.attemptId).toBe(attemptId);
}, 30_000);

test('a flow gets the customer who asked for it, and the agent is free', async () => {
  const unknown = await ann.give('transfer', { target: { kind: 'flow', name: 'payment' } });
  expect([unknown.status, unknown.body.code]).toEqual([409, 'flow-not-permitted']);
  expect(unknown.body.text).toContain('there are survey');
  const unasked = await ann.give('transfer', { target: { kind: 'flow', name: 'survey' } });
  expect([unasked.status, unasked.body.code]).toEqual([409, 'flow-not-permitted']);
  await ann.give('transfer', { target: { kind: 'flow', name: 'survey', asked: true } });
  await until(() => ann.desk()?.state === 'wrap-up');
  expect(ann.desk()?.conversation).toBeNull();
}, 30_000);
