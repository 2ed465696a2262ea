import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '@outdial/store';
import { sql } from 'kysely';
import { commandIn, type CommandResult } from './command-in.js';

const KEY = { OUTDIAL_AUDIT_KEY: 'sixteen-or-more-characters' };
let folder: string;
const outdial = (...args: readonly string[]): Promise<CommandResult> => commandIn(folder, args);
const keyed = (...args: readonly string[]): Promise<CommandResult> => commandIn(folder, args, KEY);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outdial-proof-'));
  await outdial('init');
  await appendFile(join(folder, 'campaign.yaml'), 'audit: { anchorFile: anchors.jsonl }\n');
  await outdial('import');
  expect((await outdial('run', '--for', '0.1', '--pace', '500')).code).toBe(0);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Alters the database past outdial. */
async function alter(...statements: readonly string[]): Promise<void> {
  const store = await openStore({ url: `sqlite:${join(folder, 'outdial.db')}` });
  for (const statement of statements) await sql.raw(statement).execute(store.engine.db);
  await store.close();
}

test('heads are one line of JSON, which verify takes back, and so are the anchors of a run', async () => {
  const { code, out } = await outdial('audit', 'heads');
  expect(code).toBe(0);
  expect(out.trimEnd().split('\n')).toHaveLength(1);
  expect(JSON.parse(out)).toMatchObject({
    store: expect.any(String),
    at: expect.stringMatching(/^2026-06-10T/),
  });
  await writeFile(join(folder, 'heads.jsonl'), out);
  for (const file of ['heads.jsonl', 'anchors.jsonl']) {
    const verdict = await outdial('audit', 'verify', '--heads', file);
    expect(verdict).toMatchObject({ code: 0, out: expect.stringMatching(/^The audit trail holds/) });
    expect(verdict.out).not.toContain('give heads that were kept elsewhere');
  }
});

test('what was cut with its rows is found by heads alone', async () => {
  await outdial('dnc', 'opt-out', '+13125550199');
  await writeFile(join(folder, 'later.jsonl'), (await outdial('audit', 'heads')).out);
  const own = "writer = 'command-line/0'";
  await alter(
    "delete from do_not_call where subject = 'n:+13125550199'",
    `delete from audit where ${own} and n = (select max(n) from audit where ${own})`,
  );
  expect((await outdial('audit', 'verify')).code).toBe(0);
  expect((await outdial('audit', 'verify', '--heads', 'heads.jsonl')).code).toBe(0);
  const found = await outdial('audit', 'verify', '--heads', 'later.jsonl');
  expect(found).toMatchObject({ code: 6, out: expect.stringMatching(/^THE AUDIT TRAIL DOES NOT HOLD/) });
  expect(found.out).toContain('command-line/0');
});

test('heads that cannot be read are named by file and line: exit code 2', async () => {
  await writeFile(join(folder, 'bad.jsonl'), `${(await outdial('audit', 'heads')).out}not heads\n`);
  await writeFile(join(folder, 'empty.jsonl'), '');
  for (const [file, sentence] of [
    ['bad.jsonl', /^Nothing was checked: line 2 of .*bad\.jsonl holds no heads: 'not heads'\./],
    ['empty.jsonl', /^Nothing was checked: .*empty\.jsonl holds no heads\./],
    ['nowhere.jsonl', /nowhere\.jsonl does not exist/],
  ] as const) {
    const { code, err } = await outdial('audit', 'verify', '--heads', file);
    expect([code, err]).toEqual([2, expect.stringMatching(sentence)]);
  }
});

test('a baseline needs a reason, says how the trail stood before, and is named by every check', async () => {
  expect(await outdial('audit', 'baseline')).toMatchObject({ code: 2 });
  expect(await keyed('audit', 'baseline', '--reason', 'the key is introduced')).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^before: .*\nA baseline was written\. Rows are compared/),
  });
  const { code, out } = await keyed('audit', 'verify');
  expect([code, out]).toEqual([0, expect.stringMatching(/by cli: the key is introduced \(/)]);
});

test('with the key, an entry that was written without it is found', async () => {
  expect((await keyed('dnc', 'opt-out', '+13125550198')).code).toBe(0);
  expect((await keyed('audit', 'verify')).code).toBe(0);
  expect((await outdial('dnc', 'opt-out', '+13125550197')).code).toBe(0);
  expect((await outdial('audit', 'verify')).code).toBe(0);
  expect(await keyed('audit', 'verify')).toMatchObject({
    code: 6,
    out: expect.stringContaining('keyed hash'),
  });
});

test('another key, and a key that is too short, are said', async () => {
  const other = await commandIn(folder, ['audit', 'verify'], { OUTDIAL_AUDIT_KEY: 'another-key-of-sixteen' });
  expect(other.code).toBe(6);
  const short = await commandIn(folder, ['audit', 'verify'], { OUTDIAL_AUDIT_KEY: 'short' });
  expect(short).toMatchObject({ code: 2, err: expect.stringContaining('OUTDIAL_AUDIT_KEY') });
  expect(await readFile(join(folder, 'anchors.jsonl'), 'utf8')).not.toContain('sixteen');
});
