/** What a compliance officer does by command: emergencies, consent, reassigned numbers, retention, holds. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { erasePersons, openStore, readAttempts, registerCampaign } from '@outdial/store';
import { commandIn, type CommandResult } from './command-in.js';

let folder: string;

const outdial = (...args: readonly string[]): Promise<CommandResult> => commandIn(folder, args);
const CALLED = '+13125550121';
const LOUISIANA = '+15045550143';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outdial-officer-'));
  await outdial('init');
  const campaign = await readFile(join(folder, 'campaign.yaml'), 'utf8');
  await writeFile(join(folder, 'campaign.yaml'), campaign.replace('live: false', 'live: true'));
  await writeFile(
    join(folder, 'leads.csv'),
    `account,phone,state,consent type,consent date\n1,${CALLED},IL,written,2026-01-05\n2,${LOUISIANA},LA,,\n`,
  );
  expect((await outdial('import')).code).toBe(0);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('what is learned of a number that no lead has binds: the check refuses it, the complaint shows it', async () => {
  const set = (phone: string, ...fact: readonly string[]) =>
    outdial('facts', 'set', phone, ...fact, '--source', 'letter');
  await set('+13125550161', 'do-not-call-person');
  expect(await outdial('check', '+13125550161')).toMatchObject({
    code: 6,
    out: expect.stringMatching(/must not be called[^]*asked not to be called on .*letter/),
  });
  expect((await outdial('complaint', '+13125550161', '--format', 'json')).out).toMatch(
    /"doNotCall": \[\s*\{\s*"of": "person"/,
  );
  await set('+13125550162', 'deceased');
  expect(await outdial('check', '+13125550162')).toMatchObject({
    code: 6,
    out: expect.stringContaining('store.deceased: known of this number or person'),
  });
  for (const day of ['08', '09', '10']) await set('+13125550163', 'past-call', '--at', `2026-06-${day}`);
  expect((await outdial('check', '+13125550163')).out).toMatch(/^lead .* 3 earlier contacts/m);
  expect((await outdial('check', '+13125550164')).code).toBe(0);
});

describe('the consent ledger', () => {
  test('goes out and in with evidence and expiry; an expired consent does not count', async () => {
    await writeFile(
      join(folder, 'in.csv'),
      'number,type,date,purposes,form,address,certificate,expires,source\n' +
        `${CALLED},written,2026-02-01,telemarketing,form v3,203.0.113.7,tf-1,2026-03-01,web\n`,
    );
    expect((await outdial('consents', 'import', 'in.csv')).out).toMatch(/^1 entry read, 1 new/);
    const again = async (expires: string): Promise<string> => {
      await writeFile(
        join(folder, 'again.csv'),
        `number,type,date,purposes,expires,source\n${CALLED},written,2026-02-01,telemarketing,${expires},web\n`,
      );
      return (await outdial('consents', 'import', 'again.csv')).out;
    };
    expect(await again('2026-09-01')).toMatch(/, 0 new.*\n {2}line 2: .* until 2026-03-01.*which stays/);
    expect(await again('2026-02-20')).toMatch(/line 2: .* until 2026-03-01.*from now on until 2026-02-20/);
    expect(await again('2026-02-20')).not.toMatch(/line 2/);
    expect((await outdial('audit', 'verify')).code).toBe(0);
    expect((await outdial('consents', 'show', CALLED)).out).toMatch(/form v3; 203\.0\.113\.7; tf-1.*expired/);
    const exported = (await outdial('consents', 'export')).out;
    expect(exported).toContain('written,2026-02-01T');
    expect(exported.split('\r\n')[0]).toContain('certificate,expires,source');
    await writeFile(
      join(folder, 'nobody.csv'),
      'number,type,date,source\n+12025550188,express,2026-02-01,web\n',
    );
    await outdial('consents', 'import', 'nobody.csv');
    expect((await outdial('consents', 'export')).out).toMatch(/\+12025550188,,express,2026-02-01T/);
    await writeFile(join(folder, 'bad.csv'), `number,type,date,source\n${CALLED},perhaps,2026-02-01,x\n`);
    expect(await outdial('consents', 'import', 'bad.csv')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/line 2: 'perhaps' is not a type of entry: use written, express or rev/),
    });
  });

  test('a header that would be left unread stops the import: a misspelt one would widen a consent', async () => {
    const import_ = async (header: string, values: string): Promise<CommandResult> => {
      await writeFile(join(folder, 'wide.csv'), `${header}\n${values}\n`);
      return outdial('consents', 'import', 'wide.csv', '--source', 'web');
    };
    expect(
      await import_('number,type,date,purpose,expiry', '+12025550189,express,2026-02-01,charity,2026-03-01'),
    ).toMatchObject({
      code: 2,
      err: expect.stringMatching(/would be left out: purpose, expiry\.\n.*purposes.*expires/),
    });
    expect(await import_('type,date', 'express,2026-02-01')).toMatchObject({
      code: 2,
      err: expect.stringContaining('no column of the file is headed number or lead'),
    });
    expect((await outdial('consents', 'show', '+12025550189')).out).toBe(
      'No consent and no revocation on file.\n',
    );
  });
});

test('the doctor names open leads whose consents have ended, and those whose consents end soon', async () => {
  const own = await mkdtemp(join(tmpdir(), 'outdial-ends-'));
  try {
    await commandIn(own, ['init']);
    const rows = ['2026-06-09', '2026-06-20', '2026-06-25', '2027-06-09', ''].map(
      (expires, index) => `+1312555013${index},IL,written,2026-01-05,${expires}`,
    );
    await writeFile(
      join(own, 'leads.csv'),
      ['phone,state,consent type,consent date,consent expires', ...rows, ''].join('\n'),
    );
    expect((await commandIn(own, ['import'])).code).toBe(0);
    const { out } = await commandIn(own, ['doctor']);
    expect(out).toMatch(/consents: of 1 open lead no consent counts any more: all have ended/);
    expect(out).toMatch(
      /consents: the last consent of 2 open leads ends within 60 days, the first on 2026-06-20/,
    );
  } finally {
    await rm(own, { recursive: true, force: true });
  }
});

test('an export of leads has a column for each fact of the law, in words that an import reads', async () => {
  await outdial('facts', 'set', LOUISIANA, 'attorney', '--source', 'letter');
  await outdial('facts', 'set', LOUISIANA, 'cease', '--at', '2026-06-01', '--source', 'letter');
  const [head = '', ...rows] = (await outdial('leads', 'export')).out.trim().split('\r\n');
  const row = rows.find((line) => line.includes(LOUISIANA))?.split(',') ?? [];
  const cell = (header: string): string | undefined => row[head.split(',').indexOf(header)];
  expect([cell('attorney'), cell('ceaseReceivedAt'), cell('bankrupt')]).toEqual([
    'yes',
    expect.stringMatching(/^2026-06-01T/),
    '',
  ]);
  // A fact that was withdrawn is not in force, and leaves the export.
  await outdial('facts', 'remove', LOUISIANA, 'attorney', '--why', 'mistaken');
  await outdial('facts', 'remove', LOUISIANA, 'cease', '--why', 'mistaken');
  expect((await outdial('leads', 'export')).out).not.toMatch(/yes|2026-06-01T/);
});

describe('reassigned numbers', () => {
  test('the query file holds numbers with consent in force; answers come back with their hash', async () => {
    expect((await outdial('reassigned', 'query')).out).toBe('number,date\r\n3125550121,2026-01-05\r\n');
    await writeFile(join(folder, 'answers.csv'), 'number,answer\n3125550121,Yes\n5045550143,no data\n');
    const taken = await outdial('reassigned', 'import', 'answers.csv', '--queried', '2026-06-01');
    expect(taken.out).toMatch(
      /^2 answers of 2026-06-01: 1 reassigned, 0 not, 1 without data\. File [0-9a-f]{64}/,
    );
    expect(taken.out).toMatch(/1 answer is about numbers that no open lead .*\(lines 3\)/);
    expect((await outdial('facts', 'list', CALLED)).out).toMatch(/reassigned.*yes.*2026-06-01/);
    await writeFile(join(folder, 'wrong.csv'), 'number,answer\n3125550121,perhaps\n');
    expect((await outdial('reassigned', 'import', 'wrong.csv', '--queried', '2026-06-01')).code).toBe(2);
  });
});

describe('retention', () => {
  test('plans first, keeps what is held or young, erases a person on request; the trail still holds', async () => {
    const plan = await outdial('retention', 'plan');
    expect(plan.out).toMatch(/us\.tsr\.records: 5 years/);
    expect(plan.out).toMatch(/Would be erased: 0 persons/);
    expect((await outdial('retention', 'apply')).out).toMatch(/Nothing was changed/);

    const held = await outdial('retention', 'hold', CALLED, '--reason', 'case 7');
    expect(held.out).toMatch(/^Held: number \+13125550121, person p/);
    expect((await outdial('retention', 'holds')).out).toContain(`number ${CALLED}`);
    const kept = await outdial('retention', 'erase', CALLED, '--reason', 'request', '--yes');
    expect(kept).toMatchObject({
      code: 4,
      out: expect.stringContaining('Under a legal hold, and kept: 1 person.'),
    });
    const holds = JSON.parse((await outdial('retention', 'holds', '--json')).out) as { orderId: string }[];
    for (const { orderId } of holds) await outdial('retention', 'release', orderId, '--why', 'settled');

    expect((await outdial('run', '--until-dry', '--pace', '500')).code).toBe(0);
    await outdial('complaint', CALLED, '--format', 'json', '--out', 'complaint.json');
    expect((await stat(join(folder, 'complaint.json'))).mode & 0o777).toBe(0o600);
    const text = await readFile(join(folder, 'complaint.json'), 'utf8');
    const complaint = JSON.parse(text) as object;
    expect(text).not.toMatch(/: \d{12,}/);
    const iso = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as unknown;
    expect(complaint).toMatchObject({
      exportedAt: iso,
      calls: [{ openedAt: iso, endedAt: iso, talkMs: expect.any(Number) }],
      facts: [{ at: iso, withdrawnAt: null }],
      decisions: [{ request: { at: iso } }],
    });
    expect(complaint).toMatchObject({
      number: CALLED,
      calls: [{ phone: CALLED, recordings: expect.any(Array) }],
      facts: [{ kind: 'reassigned', value: 'yes' }],
      consents: [{ type: 'written' }, { type: 'written', form: 'form v3', certificateId: 'tf-1' }],
      decisions: [{ verdict: { allowed: true } }],
    });
    const page = (await outdial('complaint', CALLED)).out;
    expect(page).toContain('<h2>Facts on file</h2>');
    expect(page).toMatch(/Exempt; does not reach it: live voice, .*us\.tcpa\.emergency_line/);
    expect(page).not.toMatch(/allowed by all \d+ rules that apply: [^<]*us\.tcpa\.emergency_line/);

    const figures = JSON.parse(
      (await outdial('report', '--format', 'json', '--detection-errors', '0.02')).out,
    ) as object;
    expect(figures).toMatchObject({
      abandonment: expect.arrayContaining([
        expect.objectContaining({
          regulator: 'FCC',
          place: 'US',
          source: expect.objectContaining({ title: expect.any(String) }),
        }),
      ]),
    });
    expect((await outdial('report')).out).toMatch(
      /Abandonment as each regulator counts it[\s\S]*FTC 1[\s\S]*47 CFR/,
    );
    expect((await outdial('report', '--detection-errors', '2 %')).code).toBe(2);

    const never = await outdial('retention', 'erase', LOUISIANA, '--reason', 'request', '--yes');
    expect(never.out).toMatch(/Erased: 1 person, 1 lead, 0 calls/);
    const erased = await outdial('retention', 'erase', CALLED, '--reason', 'request', '--yes');
    expect(erased.out).toMatch(/Erased: 1 person, 1 lead, 0 calls/);
    expect(erased.out).toMatch(/stay, as the law asks: .*us\.tsr\.records/);
    expect((await outdial('leads', 'list')).out).not.toContain(LOUISIANA);
    expect(await outdial('audit', 'verify')).toMatchObject({ code: 0 });

    // Five years later the calls go, too: figures, chains and hashes stay.
    const store = await openStore({ url: `sqlite:${join(folder, 'outdial.db')}` });
    const persons: string[] = [];
    for await (const { personId } of readAttempts(store, {})) persons.push(personId);
    const whole = { reason: 'older than 5 years', isWhole: true, dryRun: false };
    expect(await erasePersons(store, persons, whole)).toMatchObject({ calls: 1, records: 1 });
    await store.close();
    expect(await outdial('audit', 'verify')).toMatchObject({ code: 0 });
    expect((await outdial('audit', 'export', '--format', 'records')).out).not.toContain(CALLED);
    expect((await outdial('report')).code).toBe(0);
  });
});

describe('retention of recordings', () => {
  test('removes old files of the campaign inside its directory, and no other; a hold keeps them', async () => {
    const telephony =
      'telephony: { kind: asterisk, node: a, server: { url: "http://127.0.0.1:1/ari" }, ' +
      'trunks: [{ name: t, endpoint: "PJSIP/{number}@t" }], recordingsDirectory: recordings }';
    const text = (await readFile(join(folder, 'campaign.yaml'), 'utf8'))
      .replace(/^telephony:\n {2}kind: simulated\n/m, `${telephony}\n`)
      .replace(/^simulation:\n(?: .*\n)+/m, '');
    const keeping = `${text}\nconversations: { recording: { keepDays: 30 } }\n`;
    await writeFile(join(folder, 'without.yaml'), text);
    await writeFile(join(folder, 'keeping.yaml'), keeping);
    const removal = (file: string, ...more: readonly string[]): Promise<CommandResult> =>
      outdial('retention', 'recordings', '-c', file, ...more);

    const store = await openStore({ url: `sqlite:${join(folder, 'outdial.db')}` });
    let attempt_id = '';
    for await (const { attemptId } of readAttempts(store, {})) attempt_id = attemptId;
    const row = (name: string, location: string, at: number) => {
      return { recording_id: name, attempt_id, at, duration_ms: 1, location };
    };
    const old = Date.parse('2026-06-10T15:00:00Z');
    const { db } = store.engine;
    for (const values of [
      row('old', 'old.wav', old),
      row('gone', 'gone.wav', old),
      row('outside', '../outside.wav', old),
      row('young', 'young.wav', Date.now() + 86_400_000),
    ])
      await db.insertInto('recordings').values(values).execute();
    await store.close();
    await mkdir(join(folder, 'recordings'));
    for (const name of ['recordings/old.wav', 'recordings/young.wav', 'outside.wav'])
      await writeFile(join(folder, name), 'audio');

    expect(await removal('without.yaml', '--yes')).toMatchObject({
      code: 2,
      err: expect.stringContaining('keepDays'),
    });
    expect((await removal('campaign.yaml', '--days', '30')).err).toContain('recordingsDirectory');
    expect((await removal('keeping.yaml')).out).toContain('Would be removed: 3 recordings.');
    await outdial('retention', 'hold', 'all', '--reason', 'case 8');
    expect((await removal('keeping.yaml', '--yes')).out).toContain('Removed: 0 recordings. 3 are of persons');
    const holds = JSON.parse((await outdial('retention', 'holds', '--json')).out) as { orderId: string }[];
    for (const { orderId } of holds) await outdial('retention', 'release', orderId, '--why', 'settled');
    const removed = await removal('keeping.yaml', '--yes');
    expect(removed.out).toContain('Kept: recordings of the last 30 days');
    expect(removed.out).toContain('Removed: 2 recordings. 1 could not be removed.');
    expect(removed.err).toContain('not in the directory of recordings');
    expect(removed.code).toBe(6);
    expect(await readdir(join(folder, 'recordings'))).toEqual(['young.wav']);
    expect(await readdir(folder)).toContain('outside.wav');
    expect(await outdial('audit', 'verify')).toMatchObject({ code: 0 });
  });
});

describe('registrations in the campaign file', () => {
  test('the doctor warns before one expires; one that has expired stops the start', async () => {
    const text = await readFile(join(folder, 'campaign.yaml'), 'utf8');
    const with_ = (expires: string): Promise<void> =>
      writeFile(
        join(folder, 'registered.yaml'),
        text.replace(
          /compliance:\n/,
          'compliance:\n  registrations: ' +
            `[{ kind: registration, place: US-FL, number: 'TC 123', expires: ${expires} }]\n`,
        ),
      );
    // The clock of a simulated campaign is the day on which its simulation starts.
    const today = /startsAt: '?(\d{4}-\d\d-\d\d)/.exec(text)?.[1] ?? '2026-06-10';
    await with_('2099-01-01');
    expect((await outdial('doctor', '-c', 'registered.yaml')).out).toMatch(
      /ok +registration US-FL: TC 123, until 2099/,
    );
    await with_(today);
    expect((await outdial('doctor', '-c', 'registered.yaml')).out).toMatch(
      /warning +registration US-FL: TC 123/,
    );
    await with_('2020-01-01');
    expect(await outdial('doctor', '-c', 'registered.yaml')).toMatchObject({
      code: 6,
      out: expect.stringMatching(
        /FAILED +law policy\.registration: .*TC 123 for US-FL expired on 2020-01-01/,
      ),
    });
    expect((await outdial('run', '-c', 'registered.yaml', '--until-dry', '--pace', '500')).code).toBe(4);
  });
});

test('retention: another campaign of the store lengthens the period, in any country', async () => {
  const alone = await mkdtemp(join(tmpdir(), 'outdial-retention-'));
  await commandIn(alone, ['init']);
  const campaign = await readFile(join(alone, 'campaign.yaml'), 'utf8');
  const id = /^id: (.*)$/m.exec(campaign)?.[1] ?? '';
  const plan = async (): Promise<string> =>
    (await commandIn(alone, ['retention', 'plan', '-c', 'poll.yaml'])).out;
  // Research has no duty of records into the United States; a sales campaign on the same store has.
  await writeFile(
    join(alone, 'poll.yaml'),
    campaign.replace(/^id: .*$/m, 'id: poll').replace(/purpose: \w+/, 'purpose: political'),
  );
  await commandIn(alone, ['import', '-c', 'poll.yaml']);
  const before = await plan();
  expect(before).not.toMatch(/us\.tsr\.records|Other campaigns/);
  const store = await openStore({ url: `sqlite:${join(alone, 'outdial.db')}` });
  await registerCampaign(store, { campaignId: id, lists: [], purpose: 'telemarketing' });
  await store.close();
  const after = await plan();
  expect(after).toContain(`Other campaigns of this store, in any country: ${id} (telemarketing)`);
  expect(after).toMatch(/us\.tsr\.records: 5 years/);
  expect(after).toMatch(/Kept: everything of the last 5 years/);
  await rm(alone, { recursive: true });
});
