import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, setKillSwitch, type Store } from '@outdial/store';
import { startAnchors } from '../../src/audit/anchor.js';
import { parseHeads } from '../../src/audit/heads-line.js';
import { verifyTrail } from '../../src/audit/verify-records.js';
import { checkCampaign } from '../../src/campaign-file/read-campaign-file.js';
import { createDialer } from '../../src/dialer/create-dialer.js';
import { CAMPAIGN } from './dialed-campaign.js';

let folder: string;
let store: Store;
const faults: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outdial-anchor-'));
  store = await openStore({ url: 'sqlite::memory:', clock: () => Date.UTC(2026, 5, 9) });
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

/** Writes one anchor as the end of a run does. */
async function anchorOnce(section: {
  anchorFile?: string;
  anchorCommand?: readonly string[];
}): Promise<void> {
  faults.length = 0;
  const anchors = startAnchors({
    section: { anchorMinutes: 10, ...section },
    folder,
    store,
    onFault: (detail) => faults.push(detail),
  });
  await anchors.stop();
}

const timersUnderWay = (): number =>
  process.getActiveResourcesInfo().filter((each) => each === 'Timeout').length;

test('a file gets a line more each time, which the trail is checked against', async () => {
  await anchorOnce({ anchorFile: 'heads.jsonl' });
  await setKillSwitch(store, { on: true, reason: 'rehearsal' });
  await anchorOnce({ anchorFile: 'heads.jsonl' });
  expect(faults).toEqual([]);
  const path = join(folder, 'heads.jsonl');
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  const read = parseHeads(await readFile(path, 'utf8'));
  const lines = read.ok ? read.lines : [];
  expect(lines.map(({ heads }) => heads.length)).toEqual([1, 2]);
  expect((await verifyTrail(store, lines)).ok).toBe(true);
});

test('a command gets the line on its standard input', async () => {
  const copy = "require('node:fs').writeFileSync('copied', require('node:fs').readFileSync(0))";
  await anchorOnce({ anchorCommand: [process.execPath, '-e', copy] });
  expect(faults).toEqual([]);
  expect(parseHeads(await readFile(join(folder, 'copied'), 'utf8'))).toMatchObject({ ok: true });
});

test('what cannot be kept is a fault, and never written through a link', async () => {
  await writeFile(join(folder, 'list.csv'), 'phone\n');
  await symlink(join(folder, 'list.csv'), join(folder, 'link'));
  await anchorOnce({ anchorFile: 'link' });
  expect(faults).toEqual([expect.stringContaining('heads of the audit trail not kept')]);
  expect(await readFile(join(folder, 'list.csv'), 'utf8')).toBe('phone\n');
  await anchorOnce({ anchorCommand: [process.execPath, '-e', 'process.exit(3)'] });
  expect(faults).toEqual([expect.stringContaining('ended with 3')]);
  const before = timersUnderWay();
  await anchorOnce({ anchorCommand: ['no-such-program-here'] });
  expect(faults).toEqual([expect.stringContaining('ENOENT')]);
  // A timer left behind would keep the process alive after the run.
  expect(timersUnderWay()).toBe(before);
});

test('a campaign that names a place has its heads kept at the end of the run', async () => {
  const campaign = checkCampaign({ ...CAMPAIGN, audit: { anchorFile: 'run.jsonl' } });
  const dialer = await createDialer({ campaign, folder, store, env: {} });
  await dialer.close();
  const read = parseHeads(await readFile(join(folder, 'run.jsonl'), 'utf8'));
  expect(read).toMatchObject({ ok: true, lines: [{ store: expect.any(String) }] });
  expect(() => checkCampaign({ ...CAMPAIGN, audit: { anchorCommand: [] } })).toThrow('audit.anchorCommand');
});
