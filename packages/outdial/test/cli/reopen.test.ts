import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  addLeads,
  closeLeads,
  listLeads,
  openStore,
  personIdOf,
  recordLearned,
  recycleLeads,
} from '@outdial/store';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stayClosed } from '../../src/cli/commands/leads-reopen.js';
import { commandIn } from './command-in.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outdial-reopen-'));
  await commandIn(folder, ['init']);
  const path = join(folder, 'campaign.yaml');
  await writeFile(path, `${await readFile(path, 'utf8')}timeZone: America/New_York\n`);
  await commandIn(folder, ['import']);
  await writeFile(join(folder, 'two.csv'), 'account\n1001\n1002\n');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function outdial(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  return commandIn(folder, args);
}

describe('closed leads', () => {
  test('are reopened by a file, and those who asked not to be called stay closed', async () => {
    await outdial('leads', 'close', '--file', 'two.csv', '--reason', 'paid');
    await outdial('dnc', 'opt-out', '202-555-0143', '--source', 'letter');
    expect(await outdial('leads', 'reopen', '--file', 'two.csv')).toMatchObject({
      code: 0,
      out:
        '2 references: 1 lead reopened, 0 were open already, ' +
        '1 stays closed (1 asked not to be called), ' +
        '0 references name no lead, 0 lines cannot be used.\n',
    });
    expect((await outdial('leads', 'list', '--state', 'closed')).out).toContain('1001');
  });

  test('are recycled by how they ended: a count first, the change with --yes', async () => {
    await outdial('leads', 'close', '--file', 'two.csv', '--reason', 'paid');
    expect(await outdial('leads', 'recycle', '--disposition', 'paid')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^2 closed leads: 1 can be reopened; 1 stays closed .*Nothing was changed/),
    });
    expect((await outdial('leads', 'list', '--state', 'closed')).out).toContain('1002');
    expect((await outdial('leads', 'recycle', '--disposition', 'sale')).code).toBe(6);
    // Never called: no last call is older than a day.
    expect((await outdial('leads', 'recycle', '--disposition', 'paid', '--older-than', '1')).out).toMatch(
      /^0 /,
    );
    expect(await outdial('leads', 'recycle', '--disposition', 'paid', '--yes')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^2 closed leads: 1 reopened, dialable at once; 1 stays closed/),
    });
    expect((await outdial('leads', 'list', '--state', 'closed')).out).not.toContain('1002');
    const none = await outdial('leads', 'recycle', '--disposition', 'nothing-ended-so');
    expect(none).toMatchObject({
      code: 2,
      err: expect.stringMatching(/'nothing-ended-so'[^]*no-answer/),
    });
    expect(await outdial('leads', 'recycle', '--disposition', 'busy', '--yes')).toMatchObject({ code: 6 });
    expect(await outdial('leads', 'recycle', '--rules')).toMatchObject({
      code: 2,
      err: expect.stringContaining('leads.recycle.rules'),
    });
    const path = join(folder, 'campaign.yaml');
    const file = await readFile(path, 'utf8');
    await writeFile(
      path,
      `${file}leads: { recycle: { rules: [{ endings: [no-answer, busy], afterDays: 3 }] } }\n`,
    );
    expect(await outdial('leads', 'recycle', '--rules')).toMatchObject({
      code: 6,
      out: 'no-answer, busy: 0 closed leads, 0 can be reopened; 0 stay closed.\nNothing was changed.\n',
    });
    await writeFile(path, file);
    expect(await outdial('leads', 'recycle')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--disposition'),
    });
    expect(await outdial('leads', 'recycle', '--disposition', 'x', '--list', 'nope')).toMatchObject({
      code: 2,
    });
  });
});

test('a count of leads that is wrong is said by the doctor, and set right by a recount', async () => {
  const store = await openStore({ url: `sqlite:${join(folder, 'outdial.db')}` });
  const { db } = store.engine;
  await db.deleteFrom('lead_counts').where('state', '=', 'closed').execute();
  await store.close();
  const line = async (): Promise<string | undefined> =>
    (await outdial('doctor')).out.split('\n').find((text) => text.includes('counts of leads'));
  expect(await line()).toMatch(/are wrong: first-list: \d+ closed too few/);
  expect((await outdial('leads', 'count', '--recount')).out).toMatch(/^Set right: .* closed too few\.\n/);
  expect((await outdial('leads', 'count', '--recount')).out).toMatch(/^The counts of leads were right\.\n/);
  expect(await line()).toMatch(/as the leads are/);
});

describe('leads of people who must not be called', () => {
  test.each([
    ['cease', 'sent a cease letter'],
    ['attorney', 'have an attorney'],
    ['bankrupt', 'bankrupt'],
    ['deceased', 'deceased'],
    ['do-not-call-person', 'asked not to be called'],
  ] as const)('stay closed when leads are recycled, counted by reason: %s', async (kind, words) => {
    const store = await openStore({ url: `sqlite:${join(folder, `${kind}.db`)}` });
    const added = await addLeads(
      store,
      ['+12025550161', '+12025550162'].map((phone) => ({ phones: [{ phone }] })),
      { listId: 'starter' },
    );
    const [barred, free] = added.map(({ leadId }) => leadId);
    await closeLeads(store, added, { reason: 'paid' });
    const reason = kind === 'do-not-call-person' ? 'do-not-call' : kind;
    const personId = personIdOf(store, { phone: '+12025550161' });
    await recordLearned(store, { personId, phone: '' }, { kind, at: store.clock(), source: 'agent' });
    const filter = { lists: ['starter'], endings: ['paid', kind] };
    expect(await recycleLeads(store, filter, { reason: 'again', countOnly: true })).toMatchObject({
      found: 2,
      reopened: 1,
      barred: 1,
    });
    expect(await recycleLeads(store, filter, { reason: 'again', countOnly: false })).toMatchObject({
      reopened: 1,
      barredBy: { [reason]: 1 },
    });
    const states = await listLeads(store, { listId: 'starter' });
    expect(states.find(({ leadId }) => leadId === barred)?.state).toBe('closed');
    expect(states.find(({ leadId }) => leadId === free)?.state).toBe('ready');
    await store.close();
    expect(stayClosed({ barred: 1, barredBy: { [reason]: 1 } })).toBe(`1 stays closed (1 ${words})`);
  });
});

test('a table of leads that is cut says so', async () => {
  const says = 'Only the first 2 are shown: there are more (--limit).';
  expect((await outdial('leads', 'list', '--limit', '2')).out).toContain(says);
  expect((await outdial('leads', 'list')).out).not.toContain('Only the first');
});

describe('callbacks', () => {
  test('are listed in the time of the agency, moved to another agent, and cancelled', async () => {
    expect((await outdial('callbacks', 'list')).out).toBe('No callbacks.\n');
    const store = await openStore({ url: `sqlite:${join(folder, 'outdial.db')}` });
    const { lead_id: lead } = await store.engine.db
      .selectFrom('leads')
      .select('lead_id')
      .where('account', '=', '1003')
      .executeTakeFirstOrThrow();
    const at = Date.parse('2026-06-10T18:00:00Z');
    await store.engine.db
      .updateTable('leads')
      .set({
        state: 'callback',
        reason: 'callback',
        callback_at: at,
        next_dialable_at: at,
        callback_agent_id: 'ana',
      })
      .where('lead_id', '=', lead)
      .execute();
    await store.close();

    expect((await outdial('callbacks', 'list', '--agent', 'ana')).out).toMatch(
      /due \(New York\)[^]*2026-06-10 14:00 +│ ana +│ .*1003 +│ \+14155550178/,
    );
    expect((await outdial('callbacks', 'list', '--to', '2026-06-09')).out).toBe('No callbacks.\n');
    expect(
      await outdial('callbacks', 'move', lead, '--at', '2026-06-10T15:30:00-04:00', '--anybody'),
    ).toMatchObject({
      code: 0,
      out: `The callback of lead ${lead} is due at 2026-06-10 15:30 New York time, for anybody.\n`,
    });
    expect((await outdial('callbacks', 'list')).out).toMatch(/15:30 +│ anybody/);
    expect((await outdial('callbacks', 'cancel', lead, '--why', 'asked by mail')).code).toBe(0);
    expect(await outdial('callbacks', 'cancel', lead, '--why', 'again')).toMatchObject({
      code: 6,
      err: expect.stringContaining('was not changed: it has none'),
    });
  });
});
