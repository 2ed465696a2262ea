import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  createWebhook,
  endSending,
  endWebhook,
  listDeadLetters,
  listWebhooks,
  noteFailedTry,
  noteTold,
  readDeadLetter,
  readEvents,
  setEventAside,
  setKillSwitch,
  takeDeadLetter,
  takeSending,
  verifyAuditChain,
  webhooksToSend,
} from '../../src/index.js';
import type { NewWebhook, Sending, StoredEvent, Webhook } from '../../src/index.js';
import { toJson } from '../../src/database/json-text.js';
import { START, type StoreWorld } from './store-world.js';

const HOOK: NewWebhook = {
  webhookId: 'crm',
  url: 'https://crm.example/hooks/s3cret-path',
  kinds: ['kill-switch.*'],
  secret: 'whsec_x',
  from: 'now',
};
const MINE = { webhookId: 'crm', sender: 'this-process' };
const OTHERS = { webhookId: 'crm', sender: 'another' };

/** Webhooks: how far each address was told, who sends, and what was refused for good. */
export function webhooksContract(name: string, create: () => Promise<StoreWorld>): void {
  describe(`webhooks: ${name}`, () => {
    let world: StoreWorld;
    beforeEach(async () => {
      world = await create();
      await setKillSwitch(world.store, { on: true, reason: 'before' });
      const made = await Promise.all([1, 2].map(() => createWebhook(world.store, HOOK, 'admin')));
      expect(made.filter(Boolean)).toEqual([true]);
    });
    afterEach(() => world.close());

    const events = async (after?: string): Promise<StoredEvent[]> => {
      const read: StoredEvent[] = [];
      for await (const event of readEvents(world.store, after === undefined ? {} : { after }))
        read.push(event);
      return read;
    };
    const take = async (sending: Sending, until: number): Promise<boolean> => {
      const [hook] = await webhooksToSend(world.store);
      return takeSending(world.store, sending, { until, toldTo: hook?.toldTo ?? '' });
    };
    const only = async (): Promise<Webhook> => {
      const [hook, ...others] = await listWebhooks(world.store);
      if (hook === undefined || others.length > 0) throw new Error('expected one webhook');
      return hook;
    };

    test('begins with what happens from now on, or with everything', async () => {
      const [hook] = await webhooksToSend(world.store);
      expect((await events(hook?.toldTo)).map(({ kind }) => kind)).toEqual(['webhook.created']);
      expect((await only()).eventsBehind).toBe(1);
      const whole = { ...HOOK, webhookId: 'whole', from: 'beginning' as const };
      expect(await createWebhook(world.store, whole, 'admin')).toBe(true);
      expect((await webhooksToSend(world.store)).find(({ webhookId }) => webhookId === 'whole')?.toldTo).toBe(
        '{}',
      );
    });

    test('a name is taken for ever; the trail names the host and its author, no path and no secret', async () => {
      expect(await createWebhook(world.store, HOOK, 'admin')).toBe(false);
      // Entries of one instant may be in chains of their own, and have no order.
      world.advance(1);
      expect(await endWebhook(world.store, 'crm', 'admin')).toBe(true);
      expect(await endWebhook(world.store, 'crm', 'admin')).toBe(false);
      expect(await createWebhook(world.store, HOOK, 'admin')).toBe(false);
      expect(await webhooksToSend(world.store)).toEqual([]);
      expect(await only()).toMatchObject({ endedAt: START + 1, eventsBehind: 0, failing: null });
      const trail = (await events()).filter(({ kind }) => kind.startsWith('webhook.'));
      expect(trail.map(({ kind, detail }) => [kind, detail['by'], detail['host']])).toEqual([
        ['webhook.created', 'admin', 'crm.example'],
        ['webhook.ended', 'admin', undefined],
      ]);
      expect(JSON.stringify(trail)).not.toMatch(/s3cret|whsec/);
      expect((await verifyAuditChain(world.store)).breaks).toEqual([]);
    });

    test('one process sends at a time; another may once the time of the first is over', async () => {
      expect(await take(MINE, START + 60_000)).toBe(true);
      expect(await take(MINE, START + 60_000)).toBe(true);
      expect(await take(OTHERS, START + 60_000)).toBe(false);
      await endSending(world.store, OTHERS);
      expect(await take(OTHERS, START + 60_000)).toBe(false);
      world.advance(60_001);
      expect(await take(OTHERS, START + 120_000)).toBe(true);
      // What the first one says now changes nothing.
      await noteTold(world.store, MINE, { toldTo: '{"late":1}', acceptedAt: START });
      await noteFailedTry(world.store, MINE, { problem: 'late', nextTryAt: START });
      expect(await only()).toMatchObject({ acceptedAt: null, failing: null });
      await endSending(world.store, OTHERS);
      expect(await take(MINE, START + 120_000)).toBe(true);
      expect(await take({ ...MINE, webhookId: 'none' }, START)).toBe(false);
      // One who read how far it was told, before another told it more, sends nothing.
      const stale = { until: START + 120_000, toldTo: '{"before":1}' };
      expect(await takeSending(world.store, MINE, stale)).toBe(false);
    });

    test('tries that fail are counted since the first, until one is accepted', async () => {
      await take(MINE, START + 600_000);
      await noteFailedTry(world.store, MINE, { problem: 'answered 500', nextTryAt: START + 5_000 });
      world.advance(5_000);
      await noteFailedTry(world.store, MINE, { problem: 'answered 503', nextTryAt: START + 20_000 });
      expect((await only()).failing).toEqual({
        since: START,
        tries: 2,
        nextTryAt: START + 20_000,
        problem: 'answered 503',
      });
      const cursor = (await events()).at(-1)?.cursor ?? '';
      // Events that are not for it say nothing of the address.
      await noteTold(world.store, MINE, { toldTo: cursor, acceptedAt: null });
      expect(await only()).toMatchObject({ eventsBehind: 0, acceptedAt: null, failing: { tries: 2 } });
      await noteTold(world.store, MINE, { toldTo: cursor, acceptedAt: START + 9_000 });
      expect(await only()).toMatchObject({ acceptedAt: START + 9_000, failing: null });
    });

    test('an event that is refused for good is kept, and a person closes it', async () => {
      const [event] = await events();
      if (event === undefined) throw new Error('there is no event');
      const refused = { event, problem: 'answered 422' };
      await setEventAside(world.store, MINE, refused);
      expect((await only()).deadLetters).toBe(0);
      await take(MINE, START + 60_000);
      await setEventAside(world.store, MINE, refused);
      const { letters, more } = await listDeadLetters(world.store, 'crm');
      expect(more).toBeNull();
      expect(letters).toEqual([
        { deadLetterId: expect.any(String), webhookId: 'crm', at: START, event, problem: 'answered 422' },
      ]);
      expect((await webhooksToSend(world.store))[0]?.toldTo).toBe(event.cursor);
      const [letter] = letters;
      if (letter === undefined) throw new Error('there is no letter');
      const other = { ...letter, webhookId: 'other' };
      expect(await takeDeadLetter(world.store, other, { by: 'admin', why: 'dismissed' })).toBe(false);
      world.advance(1);
      expect(await takeDeadLetter(world.store, letter, { by: 'admin', why: 'accepted' })).toBe(true);
      expect(await takeDeadLetter(world.store, letter, { by: 'admin', why: 'accepted' })).toBe(false);
      expect((await only()).deadLetters).toBe(0);
      expect((await events()).map(({ kind }) => kind).slice(-2)).toEqual([
        'webhook.event-set-aside',
        'webhook.dead-letter-closed',
      ]);
    });

    test('more refused events than a page holds come in pages, each once', async () => {
      const [event] = await events();
      if (event === undefined) throw new Error('there is no event');
      const rows = Array.from({ length: 201 }, (_, n) => ({
        dead_letter_id: `letter-${String(n).padStart(3, '0')}`,
        webhook_id: 'crm',
        at: START + (n % 3),
        event: toJson({ ...event, eventId: `w:${n}` }),
        problem: 'answered 422',
      }));
      await world.store.engine.db.insertInto('dead_letters').values(rows).execute();
      const first = await listDeadLetters(world.store, 'crm');
      const rest = await listDeadLetters(world.store, 'crm', first.more ?? undefined);
      expect([first.letters.length, rest.letters.length, rest.more]).toEqual([200, 1, null]);
      const ids = [...first.letters, ...rest.letters].map((letter) => letter.deadLetterId);
      expect(ids.toSorted()).toEqual(rows.map((row) => row.dead_letter_id));
      const [last] = rest.letters;
      expect(last && (await readDeadLetter(world.store, last))).toEqual(last);
      expect(await readDeadLetter(world.store, { webhookId: 'other', deadLetterId: 'letter-000' })).toBe(
        undefined,
      );
    });
  });
}
