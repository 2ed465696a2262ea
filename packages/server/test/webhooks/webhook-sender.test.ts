import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  createWebhook,
  endWebhook,
  listDeadLetters,
  listWebhooks,
  openStore,
  type EntryKind,
  type Store,
  type Webhook,
} from '@outdial/store';
import { newWebhookSecret } from '../../src/webhooks/signature.js';
import { WebhookSender } from '../../src/webhooks/webhook-sender.js';
import { until } from '../server-under-test.js';
import { Receiver } from './receiver.js';

let store: Store;
let receiver: Receiver;
let senders: WebhookSender[];
let faults: string[];
beforeEach(async () => {
  store = await openStore({ url: 'sqlite::memory:' });
  receiver = new Receiver();
  await receiver.open();
  senders = [];
  faults = [];
});
afterEach(async () => {
  for (const sender of senders) await sender.close();
  await receiver.close();
  await store.close();
});

function startSender(name = `sender-${senders.length}`): WebhookSender {
  const onFault = (detail: string): void => void faults.push(detail);
  const sender = new WebhookSender({
    store,
    sender: name,
    onFault,
    waitBeforeTry: () => 30,
    lookEveryMs: 5,
    closingMs: 50,
  });
  senders.push(sender);
  sender.start();
  return sender;
}

async function hook(kinds: readonly string[] = [], url = receiver.url): Promise<void> {
  const secret = newWebhookSecret();
  receiver.secret = secret;
  expect(await createWebhook(store, { webhookId: 'crm', url, kinds, secret, from: 'now' }, 'admin')).toBe(
    true,
  );
}

async function happen(...kinds: readonly EntryKind[]): Promise<void> {
  for (const [n, kind] of kinds.entries())
    await store.audit.record({ at: Date.now(), campaignId: 'c', kind, detail: { n } });
}

async function standing(): Promise<Webhook> {
  const [found] = await listWebhooks(store);
  if (found === undefined) throw new Error('there is no webhook');
  return found;
}

/** Time in which a sender looks several times. */
const SOME_LOOKS_MS = 60;

const told = async (count: number): Promise<void> => until(() => receiver.kinds.length >= count);

describe('a webhook', () => {
  test('is told of what happens after it was made, in order, signed, and of its kinds only', async () => {
    await happen('campaign.pause');
    await hook(['attempt.*', 'leads.closed']);
    await happen('attempt.opened', 'session.opened', 'leads.closed', 'leads.added', 'attempt.closed');
    startSender();
    await told(3);
    expect(receiver.kinds).toEqual(['attempt.opened', 'leads.closed', 'attempt.closed']);
    expect(receiver.messages[0]?.events[0]).toMatchObject({
      campaignId: 'c',
      kind: 'attempt.opened',
      detail: { n: 0 },
      at: expect.stringMatching(/^20\d\d-.*Z$/),
    });
    await happen('attempt.refused');
    await told(4);
    await until(async () => (await standing()).eventsBehind === 0);
    expect(await standing()).toMatchObject({ failing: null, acceptedAt: expect.any(Number) });
    expect(faults).toEqual([]);
  });

  test('that is away misses nothing, and nothing is told twice that it accepted', async () => {
    await hook();
    startSender();
    await happen('campaign.pause');
    await told(1);
    await receiver.close();
    await happen('campaign.resume', 'campaign.stop');
    await until(async () => ((await standing()).failing?.tries ?? 0) >= 2);
    expect((await standing()).failing?.problem).toBe('could not be reached: nothing listens there');
    // Said once; a connection that was kept open may end under the first try.
    expect(faults).toEqual([expect.stringMatching(/^webhook crm: the receiver (could not be|ended the)/)]);
    receiver.answer = (_message, response) => void response.writeHead(503, { 'retry-after': '0' }).end();
    await receiver.open();
    await until(async () => (await standing()).failing?.problem === 'answered 503');
    receiver.answer = (_message, response) => void response.writeHead(200).end('ok');
    await told(3);
    expect(receiver.kinds).toEqual(['campaign.pause', 'campaign.resume', 'campaign.stop']);
    expect(
      new Set(receiver.messages.flatMap(({ events }) => events.map(({ eventId }) => eventId))).size,
    ).toBe(3);
    await until(async () => (await standing()).failing === null);
  });

  test('that refuses one event is told of the others; that one is a dead letter', async () => {
    await hook(['leads.*', 'campaign.*']);
    receiver.answer = ({ events }, response) => {
      const isPoison = events.some(({ kind }) => kind === 'leads.closed');
      response.writeHead(isPoison ? 422 : 200).end();
    };
    await happen('campaign.pause', 'leads.added', 'leads.closed', 'campaign.resume', 'campaign.stop');
    startSender();
    await told(4);
    expect(receiver.kinds).toEqual(['campaign.pause', 'leads.added', 'campaign.resume', 'campaign.stop']);
    const { letters } = await listDeadLetters(store, 'crm');
    const [letter, ...others] = letters;
    expect([letter?.event.kind, letter?.problem, others]).toEqual(['leads.closed', 'answered 422', []]);
    expect(faults.at(-1)).toBe('webhook crm: an event was refused 5 times and is a dead letter now');
    await until(async () => (await standing()).eventsBehind === 0);
    expect(receiver.kinds).toHaveLength(4);
  });

  test('is told by one of two processes, and by the other once that one has ended', async () => {
    await hook(['campaign.*']);
    const first = startSender();
    await happen('campaign.pause');
    await told(1);
    startSender();
    await happen(...Array.from({ length: 30 }, () => 'campaign.resume' as const));
    await told(31);
    await first.close();
    await happen('campaign.stop');
    await told(32);
    const ids = receiver.messages.flatMap(({ events }) => events.map(({ eventId }) => eventId));
    expect([ids.length, new Set(ids).size]).toEqual([32, 32]);
  });

  test('is told again of what a process that ended did not hear to be accepted', async () => {
    await hook(['campaign.*']);
    let asked = 0;
    receiver.answer = () => void (asked += 1);
    await happen('campaign.pause');
    const cutOff = startSender();
    await until(() => asked === 1);
    await cutOff.close();
    receiver.answer = (_message, response) => void response.writeHead(204).end();
    receiver.messages.length = 0;
    startSender();
    await told(1);
    expect((await standing()).failing).toBeNull();
  });

  test('is not followed to another address, and is told nothing once it has ended', async () => {
    await hook();
    receiver.answer = ({ path }, response) =>
      void (path === '/hook'
        ? response.writeHead(307, { location: receiver.url.replace('/hook', '/elsewhere') }).end()
        : response.writeHead(200).end());
    await happen('campaign.pause');
    startSender();
    await until(async () => (await standing()).failing?.problem === 'answered 307');
    await endWebhook(store, 'crm', 'admin');
    receiver.answer = (_message, response) => void response.writeHead(200).end();
    await happen('campaign.resume');
    await new Promise((resolve) => setTimeout(resolve, SOME_LOOKS_MS));
    expect(receiver.messages).toEqual([]);
  });

  test('of a store that does not answer is said once, and again after it has answered', async () => {
    const { schema } = store.engine.db;
    // A message under way may fail, too.
    const said = (): number => faults.filter((fault) => fault.startsWith('webhooks: ')).length;
    await hook();
    startSender();
    for (const times of [1, 2]) {
      await schema.alterTable('webhooks').renameTo('elsewhere').execute();
      await until(() => said() === times);
      await new Promise((resolve) => setTimeout(resolve, SOME_LOOKS_MS));
      expect(said()).toBe(times);
      await schema.alterTable('elsewhere').renameTo('webhooks').execute();
      await happen('campaign.pause');
      await told(times);
    }
  });
});
