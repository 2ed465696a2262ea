/** Open leads whose consents have ended, or will soon: what status and doctor count. */
import { expect, test } from '@jest/globals';
import { addLeads, countConsentEnds, recordConsents } from '../src/index.js';
import { sqliteWorld } from './sqlite-world.js';

const DAY = 86_400_000;

test('counts open leads by the last end of their consents', async () => {
  const world = await sqliteWorld();
  try {
    const { store } = world;
    const at = world.now();
    const given = at - 100 * DAY;
    const written = (expiresAt?: number) => [
      { type: 'written' as const, at: given, ...(expiresAt === undefined ? {} : { expiresAt }) },
    ];
    await addLeads(
      store,
      [
        { phones: [{ phone: '+13035550101' }], consents: written(at) },
        { phones: [{ phone: '+13035550102' }], consents: written(at + 1) },
        { phones: [{ phone: '+13035550103' }], consents: written(at + 30 * DAY) },
        { phones: [{ phone: '+13035550104' }], consents: written(at + 31 * DAY) },
        { phones: [{ phone: '+13035550105' }], consents: written() },
        { phones: [{ phone: '+13035550106' }] },
        // One that ended beside one that goes on.
        {
          phones: [{ phone: '+13035550107' }],
          consents: [...written(at - DAY), { type: 'express', at: given + DAY, expiresAt: at + 90 * DAY }],
        },
        // Known by an account: the consent for the number is another person's in the ledger.
        { personKey: 'account-8', phones: [{ phone: '+13035550108' }] },
      ],
      { listId: 'list' },
    );
    await recordConsents(store, [
      {
        personId: store.secret.personIdOf({ phone: '+13035550108' }),
        phone: '+13035550108',
        type: 'express',
        at: given,
        expiresAt: at - DAY,
        source: 'web',
      },
    ]);
    const question = { lists: ['list'], at, until: at + 30 * DAY };
    expect(await countConsentEnds(store, question)).toEqual({ ended: 2, ending: 2, nextEnd: at + 1 });
    expect(await countConsentEnds(store, { ...question, lists: ['other'] })).toEqual({
      ended: 0,
      ending: 0,
      nextEnd: null,
    });
    // Closed leads are not called, whatever becomes of their consents.
    const set = (state: 'closed' | 'ready') => store.engine.db.updateTable('leads').set({ state }).execute();
    await set('closed');
    expect(await countConsentEnds(store, question)).toEqual({ ended: 0, ending: 0, nextEnd: null });
    await set('ready');
  } finally {
    await world.close();
  }
});
