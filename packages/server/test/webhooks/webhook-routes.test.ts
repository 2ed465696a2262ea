/** Webhooks as an administrator makes them, on a server that dials. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { setEventAside, takeSending, webhooksToSend } from '@outdial/store';
import { API_PREFIX } from '../../src/api/routes.js';
import { startServer, until, type Caller, type Reply, type ServerUnderTest } from '../server-under-test.js';
import { Receiver } from './receiver.js';

let under: ServerUnderTest;
let admin: Caller;
let receiver: Receiver;
beforeAll(async () => {
  under = await startServer();
  admin = await under.person('the-admin', 'admin');
});
afterAll(() => under.close());
beforeEach(async () => {
  receiver = new Receiver();
  await receiver.open();
});
afterEach(() => receiver.close());

const PATH = `${API_PREFIX}/webhooks`;

async function make(webhookId: string, more: Readonly<Record<string, unknown>> = {}): Promise<Reply> {
  const made = await admin.call('POST', PATH, { webhookId, url: receiver.url, kinds: [], ...more });
  if (made.status === 200) receiver.secret = made.body.secret;
  return made;
}

async function standing(webhookId: string): Promise<Record<string, unknown>> {
  const { body } = await admin.call('GET', PATH);
  return body.find((each: { readonly webhookId: string }) => each.webhookId === webhookId);
}

const switchKill = async (on: boolean): Promise<void> => {
  const { status } = await admin.call('PUT', `${API_PREFIX}/kill-switch`, { on, reason: 'a drill' });
  expect(status).toBe(200);
};

test('a system is told, can be tried, and is told nothing once it has ended', async () => {
  const made = await make('crm', { kinds: ['kill-switch.*'] });
  expect([made.status, made.body.secret]).toEqual([200, expect.stringMatching(/^whsec_/)]);
  expect((await admin.call('GET', PATH)).body[0]).not.toHaveProperty('secret');
  await switchKill(true);
  await switchKill(false);
  await until(() => receiver.kinds.length === 2);
  expect(receiver.kinds).toEqual(['kill-switch.on', 'kill-switch.off']);
  expect(receiver.messages[0]?.events[0]).toMatchObject({ detail: { by: 'the-admin' } });

  const tried = await admin.call('POST', `${PATH}/crm/test`);
  expect(tried.body).toEqual({ accepted: true, text: 'accepted the message (204)' });
  expect(receiver.messages.at(-1)).toMatchObject({ type: 'outdial.test', events: [] });
  receiver.answer = (_message, response) => void response.writeHead(401).end();
  expect((await admin.call('POST', `${PATH}/crm/test`)).body).toEqual({
    accepted: false,
    text: 'answered 401',
  });

  expect((await admin.call('DELETE', `${PATH}/crm`)).status).toBe(200);
  expect((await admin.call('POST', `${PATH}/crm/test`)).body.code).toBe('webhook-unknown');
  expect((await make('crm')).body.problems[0].remedy).toContain('is taken');
});

test('a refused event is tried again, and the webhook says so', async () => {
  await make('strict', { kinds: ['kill-switch.on'] });
  receiver.answer = (_message, response) => void response.writeHead(422).end();
  await switchKill(true);
  await until(async () => (await standing('strict'))['failing'] !== null);
  expect((await standing('strict'))['failing']).toMatchObject({ tries: 1, problem: 'answered 422' });
});

test('a dead letter is sent again or dismissed, once', async () => {
  const { store } = under.server.floor;
  await make('letters', { kinds: ['persons.erased'] });
  const sending = { webhookId: 'letters', sender: 'a-test' };
  const now = Date.now();
  for (const n of [1, 2]) {
    const detail = { persons: n };
    const event = {
      eventId: `w:${n}`,
      at: now,
      campaignId: '',
      kind: 'persons.erased',
      detail,
      cursor: '{}',
    };
    await until(async () => {
      const { toldTo } = (await webhooksToSend(store)).find(({ webhookId }) => webhookId === 'letters') ?? {};
      return takeSending({ ...store, clock: () => now + 100_000 }, sending, {
        until: now + 200_000,
        toldTo: toldTo ?? '',
      });
    });
    await setEventAside(store, sending, { event, problem: 'answered 422' });
  }
  expect(await standing('letters')).toMatchObject({ deadLetters: 2 });
  const { letters, more } = (await admin.call('GET', `${PATH}/letters/dead-letters`)).body;
  expect(more).toBeNull();
  expect(letters.map(({ eventId, problem }: Record<string, string>) => [eventId, problem])).toEqual([
    ['w:1', 'answered 422'],
    ['w:2', 'answered 422'],
  ]);
  const [first, second] = letters.map(
    ({ deadLetterId }: Record<string, string>) => `${PATH}/letters/dead-letters/${deadLetterId}`,
  );
  receiver.answer = (_message, response) => void response.writeHead(422).end();
  expect((await admin.call('POST', `${first}/send`)).body).toEqual({ accepted: false, text: 'answered 422' });
  receiver.answer = (_message, response) => void response.writeHead(200).end();
  expect((await admin.call('POST', `${first}/send`)).body.accepted).toBe(true);
  expect(receiver.messages.at(-1)?.events).toMatchObject([{ eventId: 'w:1' }]);
  expect((await admin.call('POST', `${first}/send`)).body.code).toBe('dead-letter-unknown');
  expect((await admin.call('DELETE', second)).status).toBe(200);
  expect((await admin.call('DELETE', second)).body.code).toBe('dead-letter-unknown');
  expect(await standing('letters')).toMatchObject({ deadLetters: 0 });
});

test.each([
  [{ url: 'http://crm.example/x' }, 'url must begin with https: http is for this machine'],
  [{ kinds: ['attempt.closd'] }, 'kinds has no kind "attempt.closd": GET /webhooks/kinds lists them'],
  [{ kinds: ['webhook.*'] }, 'kinds has no kind "webhook.*"'],
  [{ kinds: ['.*'] }, 'kinds has no kind ".*"'],
])('%j is refused with its field and remedy', async (more, text) => {
  const { status, body } = await make('bad', more);
  expect([status, body.text]).toEqual([422, expect.stringContaining(text)]);
});

test('the kinds that can be chosen are all kinds but those of webhooks, each with its meaning', async () => {
  const { body } = await admin.call('GET', `${PATH}/kinds`);
  const kinds = body.map(({ kind }: { readonly kind: string }) => kind);
  expect(kinds).toContain('attempt.closed');
  expect(kinds.filter((kind: string) => kind.startsWith('webhook.'))).toEqual([]);
});
