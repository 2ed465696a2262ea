import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { auditStart, verifyAudit, type AuditRecord } from '@outdial/compliance';
import { openStore, type Store } from '@outdial/store';
import { createDialer } from '../../src/dialer/create-dialer.js';
import { commandIn, type CommandResult } from './command-in.js';

let folder: string;

const outdial = (...args: readonly string[]): Promise<CommandResult> => commandIn(folder, args);

const LISTED = '+12025550143';
const CALLED = '+13125550121';
/** Jamaican, with the country code of the United States. */
const ABROAD = '+18762345678';

/**
 * A campaign that has run on the simulated carrier: one number on the registry, one outside the campaign's
 * countries, the rest called.
 */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outdial-audit-'));
  await outdial('init');
  await writeFile(join(folder, 'ftc.txt'), '202,5550143\n');
  await outdial('dnc', 'build', 'ftc.dnc', 'ftc.txt', '--source', 'FTC registry', '--date', '2026-06-01');
  const campaign = (await readFile(join(folder, 'campaign.yaml'), 'utf8'))
    .replace('live: false', 'live: true')
    .replace(/ {2}doNotCallVersion.*\n/, '');
  await writeFile(
    join(folder, 'campaign.yaml'),
    `${campaign}\ndoNotCall: { lists: [{ scope: national, file: ftc.dnc }] }\n`,
  );
  await writeFile(
    join(folder, 'leads.csv'),
    `account,phone,state\n1,${LISTED},DC\n2,${CALLED},IL\n3,+14155550178,CA\n4,${ABROAD},\n`,
  );
  expect((await outdial('import')).code).toBe(0);
  expect((await outdial('run', '--until-dry', '--pace', '500')).code).toBe(0);
  await askForCallAbroad();
});

/** No campaign dials the number outside its countries by itself; an agent asks for it, and is refused. */
async function askForCallAbroad(): Promise<void> {
  await using dialer = await createDialer({ campaign: join(folder, 'campaign.yaml') });
  await dialer.start();
  await dialer.runFor(1_000);
  expect(await dialer.logIn({ agentId: 'ana' })).toEqual({ accepted: true });
  expect(await dialer.dialNow('ana', { phone: ABROAD })).toEqual({ accepted: true });
  await dialer.runFor(5_000);
}
afterAll(() => rm(folder, { recursive: true, force: true }));

const records = async (): Promise<AuditRecord[]> =>
  (await outdial('audit', 'export', '--format', 'records')).out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as AuditRecord);

describe('outdial audit export', () => {
  test("gives the records themselves, which the compliance module's own check accepts", async () => {
    const all = await records();
    expect(all.length).toBeGreaterThanOrEqual(4);
    const writer = all[0]?.writer ?? '';
    expect(verifyAudit(all, auditStart(writer))).toMatchObject({ ok: true, records: all.length });
  });

  test('gives a table that says who was called, who was not, by which rule, and where the record stands', async () => {
    const [header, ...rows] = (await outdial('audit', 'export')).out.trim().split('\r\n');
    expect(header).toBe(
      'id,at,number,purpose,mode,voice,allowed,rules,citations,nextAllowedAt,timeZones,jurisdictions,' +
        'ruleSet,hash,localTimes,campaign,attempt,asked,callAllowed,callRefusedBy,writer,sequence,titles',
    );
    const of = (phone: string): string => rows.find((row) => row.includes(phone)) ?? '';
    expect(of(LISTED)).toMatch(
      /,no,us\.tcpa\.dnc_national us\.tsr\.dnc,47 CFR 64\.1200\(c\)\(2\); .*,at the call,no,/,
    );
    expect(of(LISTED)).toContain(',at the call,no,us.tcpa.dnc_national us.tsr.dnc,');
    expect(of(CALLED)).toMatch(/,telemarketing,predictive|,telemarketing,progressive/);
    expect(of(CALLED)).toContain('America/Chicago,US US-IL,');
    expect(of(CALLED)).toMatch(/,2026-06-10T12:\d\d:\d\d-05:00,/);
    expect(of(ABROAD)).toMatch(/,interlock\.country,.*,interlock,no,interlock\.country,/);
    expect(new Set(rows.map((row) => row.split(',').length >= 22))).toEqual(new Set([true]));
  });

  test('is limited to a number and to instants', async () => {
    expect((await outdial('audit', 'export', '--number', '202-555-0143')).out.split('\r\n')).toHaveLength(3);
    expect((await outdial('audit', 'export', '--from', '2026-06-11')).out.split('\r\n')).toHaveLength(2);
    expect(
      (await outdial('audit', 'export', '--to', '2026-06-10T13:00:00-04:00')).out.split('\r\n'),
    ).toHaveLength(2);
    expect((await outdial('audit', 'export', '--format', 'page')).code).toBe(2);
  });

  test('gives a page on one number that a lawyer can read', async () => {
    expect(
      await outdial('audit', 'export', '--format', 'page', '--number', CALLED, '--out', 'page.html'),
    ).toMatchObject({ code: 0, out: expect.stringContaining('page.html') });
    const page = await readFile(join(folder, 'page.html'), 'utf8');
    for (const words of [
      `Calls to ${CALLED}`,
      'the call was allowed',
      'us.tcpa.hours',
      'America/Chicago',
      'none on file',
      'The audit trail holds',
      '47 CFR 64.1200(c)(1)',
      'dialed Wed',
    ])
      expect(page).toContain(words);
    const refused = (await outdial('audit', 'export', '--format', 'page', '--number', LISTED)).out;
    for (const words of [
      'the call was refused',
      'national registry',
      'waiting does not cure it',
      '1: 0 allowed, 1 refused',
    ])
      expect(refused).toContain(words);
    expect((await outdial('audit', 'export', '--format', 'page', '--number', ABROAD)).out).toContain(
      'Held back by a safety interlock',
    );
  });
});

describe('outdial audit replay', () => {
  test('gives every recorded question the recorded verdict again', async () => {
    expect(await outdial('audit', 'replay')).toMatchObject({
      code: 0,
      out: expect.stringMatching(
        new RegExp(
          '^(\\d+) decisions replayed, \\1 with the same verdict, 0 with another; ' +
            'rule set and zone data are those on record; \\d+ were interlocks',
        ),
      ),
    });
    const [first] = await records();
    expect(await outdial('audit', 'replay', first?.id ?? '')).toMatchObject({
      code: 0,
      out: expect.stringContaining(`${first?.id}: the same verdict again`),
    });
    expect((await outdial('audit', 'replay', 'nothing-1-1')).code).toBe(2);
  });

  test('shows what differs under other policies, and that they are others', async () => {
    const campaign = (await readFile(join(folder, 'campaign.yaml'), 'utf8')).replace(
      '  purpose: telemarketing',
      '  purpose: telemarketing\n' +
        "  policies: [{ id: client.closed, kind: hours, weekdays: '', saturday: '', sunday: '' }]",
    );
    await writeFile(join(folder, 'stricter.yaml'), campaign);
    const replayed = await outdial('audit', 'replay', '--campaign', 'stricter.yaml');
    expect(replayed.code).toBe(6);
    expect(replayed.out).toMatch(
      / {2}recorded {2}allowed\n {2}now {7}refused .* by client\.closed\n {2}law {7}rule set .*, now /,
    );
    expect(replayed.out).toContain("were made under another rule set, policies or zone data than today's");
  });
});

describe('outdial audit verify', () => {
  const verify = async (): Promise<{ readonly code: number; readonly out: string }> =>
    outdial('audit', 'verify', '--campaign', 'altered.yaml');

  /** A copy of the campaign's database, altered by hand. */
  async function altered(
    alter: (db: Store['engine']['db']) => Promise<unknown>,
  ): Promise<{ readonly code: number; readonly out: string }> {
    for (const part of ['', '-wal']) {
      await rm(join(folder, `altered.db${part}`), { force: true });
      await copyFile(join(folder, `outdial.db${part}`), join(folder, `altered.db${part}`)).catch(
        () => undefined,
      );
    }
    await rm(join(folder, 'altered.db-shm'), { force: true });
    await writeFile(
      join(folder, 'altered.yaml'),
      (await readFile(join(folder, 'campaign.yaml'), 'utf8')).replace('outdial.db', 'altered.db'),
    );
    const store = await openStore({ url: `sqlite:${join(folder, 'altered.db')}` });
    await alter(store.engine.db);
    await store.close();
    return verify();
  }

  test('finds the trail whole, and says where the chains end', async () => {
    const sound = await outdial('audit', 'verify');
    expect(sound).toMatchObject({
      code: 0,
      out: expect.stringMatching(
        new RegExp(
          '^The audit trail holds as far as it was checked: ' +
            '\\d+ entries of \\d+ writers, \\d+ decisions, \\d+ records, \\d+ rows',
        ),
      ),
    });
    expect(sound.out).toMatch(/ {2}decisions simulation\/0 \d+ [0-9a-f]{64}\n$/);
    expect(sound.out).toContain('not checked:\n  Entries and rows removed together from the end');
  });

  test('names the first record that was altered, whatever was altered in it or beside it', async () => {
    const [first] = await records();
    const id = first?.id ?? '';
    const attempt = id.replace(/\/\d+$/, '');
    const text = JSON.stringify(first);
    const place = (db: Store['engine']['db']) => db.updateTable('decision_records').where('n', '=', 1);
    const cases: readonly (readonly [string, (db: Store['engine']['db']) => Promise<unknown>])[] = [
      [
        `record ${id}, simulation/0 1: Record ${id} was changed after it was written.`,
        (db) =>
          place(db)
            .set((builder) => ({
              record: builder
                .val(text.replace('"allowed":', '"allowed": ').replace('US-', 'UX-'))
                .$castTo<never>(),
            }))
            .execute(),
      ],
      [
        'record (unreadable), simulation/0 1: The record cannot be read any more.',
        (db) =>
          place(db)
            .set((builder) => ({ record: builder.val('{}').$castTo<never>() }))
            .execute(),
      ],
      [
        `Beside record ${id} the table says another phone.`,
        (db) => place(db).set({ phone: '+12025550999' }).execute(),
      ],
      [
        'Between 0 and 2 records are missing or doubled.',
        (db) => db.deleteFrom('decision_records').where('n', '=', 1).execute(),
      ],
      [
        `the columns of the decision it names differ from its record (attempt ${attempt})`,
        (db) =>
          db
            .updateTable('decisions')
            .set((builder) => ({
              allowed: builder.eb(builder.val(1), '-', builder.ref('allowed')).$castTo<0 | 1>(),
            }))
            .where('attempt_id', '=', attempt)
            .execute(),
      ],
      [
        `the decision it names was changed or removed (attempt ${attempt})`,
        (db) => db.deleteFrom('decisions').where('attempt_id', '=', attempt).execute(),
      ],
      [
        'its content was changed',
        (db) => db.updateTable('audit').set({ at: 0 }).where('kind', '=', 'attempt.refused').execute(),
      ],
      [
        "outcome is 'conversation', the entry says '",
        (db) =>
          db
            .updateTable('attempts')
            .set({ outcome: 'conversation', disposition: 'sale-of-the-century' })
            .execute(),
      ],
    ];
    for (const [problem, alter] of cases) {
      const verdict = await altered(alter);
      expect(verdict.code).toBe(6);
      expect(verdict.out).toMatch(/^THE AUDIT TRAIL DOES NOT HOLD/);
      expect(verdict.out.split('\n').find((line) => line.startsWith('first broken:'))).toContain(problem);
    }
  });

  test('misses the last records of a chain that was cut, in what names them', async () => {
    const last = (await records()).length;
    const cut = await altered((db) => db.deleteFrom('decision_records').where('n', '=', last).execute());
    expect(cut).toMatchObject({
      code: 6,
      out: expect.stringContaining(`record simulation/0 ${last} of its decision was changed or removed`),
    });
  });
});
