import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommandIo } from '../../src/cli/io.js';
import { runCommand } from '../../src/cli/program.js';

let folder: string;

/** Runs one command line in the folder and answers its exit code and what it wrote. */
async function outdial(
  ...args: readonly string[]
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  return outdialWith(() => undefined, args);
}

/** The same, with someone who watches the output and may interrupt. */
async function outdialWith(
  watch: (out: string, interrupt: () => void) => void,
  args: readonly string[],
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const written = { out: '', err: '' };
  let interrupt = (): void => undefined;
  const io: CommandIo = {
    out: {
      write: (text) => {
        written.out += text;
        watch(text, () => interrupt());
      },
    },
    err: { write: (text) => void (written.err += text) },
    env: {},
    cwd: folder,
    onInterrupt: (stop) => {
      interrupt = stop;
      return () => undefined;
    },
  };
  const code = await runCommand(args, io);
  return { code, ...written };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outdial-cli-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('the command line', () => {
  test('explains itself', async () => {
    const help = await outdial('--help');
    expect(help.code).toBe(0);
    for (const word of [
      'init',
      'import',
      'run',
      'simulate',
      'report',
      'status',
      'leads',
      'stop',
      'doctor',
      'check',
      'rules',
      'dnc',
      'audit',
      'schema',
      'Exit codes',
    ])
      expect(help.out).toContain(word);
  });

  test('says what is wrong with the usage, and ends with 2; 3 without a campaign file', async () => {
    expect((await outdial('fly')).code).toBe(2);
    expect(await outdial('report', '--format', 'pdf')).toMatchObject({
      code: 2,
      err: expect.stringContaining('Use table, json, csv or html.'),
    });
    expect(await outdial('run')).toMatchObject({
      code: 3,
      err: expect.stringContaining("Write one with 'outdial init'"),
    });
  });

  test('lists every problem of a campaign file, and ends with 3', async () => {
    await writeFile(join(folder, 'broken.yaml'), 'id: x\nmode: fast\n');
    const doctor = await outdial('doctor', '--campaign', 'broken.yaml');
    expect(doctor.code).toBe(3);
    expect(doctor.err).toContain('mode ("fast") must be one of manual, preview');
    expect(doctor.err).toContain('callerNumber is missing');
  });

  test('prints the law and the schema', async () => {
    const rules = JSON.parse(
      (await outdial('rules', '--at', '2026-06-10T12:00:00Z', '--jurisdiction', 'us-fl', '--json')).out,
    ) as { rules: { id: string; citation: string }[] };
    expect(rules.rules.map((rule) => rule.id)).toContain('us.fl.autodial_consent');
    expect(rules.rules.every((rule) => rule.citation.length > 0)).toBe(true);
    for (const name of ['fl', 'FL', 'US-FL', 'us_fl', 'Florida'])
      expect((await outdial('rules', '--jurisdiction', name)).out).toMatch(
        /us\.fl\.hours[^]*\nThe law of the whole country applies beside them: outdial rules --jurisdiction US\n$/,
      );
    expect((await outdial('rules', '--jurisdiction', 'ca')).out).toMatch(
      /ca\.utr\.hours[^]*'ca' was read as the country CA; the state is US-CA\./,
    );
    expect((await outdial('rules', '--jurisdiction', 'uk')).out).toContain('uk.pecr.r21');
    expect((await outdial('rules', '--jurisdiction', 'Ontario')).out).toMatch(
      /ca\.on\.debt_hours[^]*The law of the whole country applies beside them: .* CA/,
    );
    expect(await outdial('rules', '--jurisdiction', 'atlantis')).toMatchObject({
      code: 2,
      err: expect.stringMatching(
        /no rules for 'atlantis'[^]*Countries: AT, AU, BE, BR, CA, .*\nParts .*US-FL/,
      ),
    });
    // A day alone is enough; every rule stands under a link.
    const oregon = (await outdial('rules', '--at', '2025-12-31', '--jurisdiction', 'or')).out;
    expect(oregon).toMatch(/rules in force on 2025-12-31/);
    expect(oregon).toMatch(/Links, and what rests on them:\nhttps:\/\/[^ ]+\n {4}.*us\.or\.hours/);
    expect(await outdial('rules', '--at', '2025-13-41')).toMatchObject({
      code: 2,
      err: expect.stringContaining('is not an instant'),
    });
    expect(JSON.parse((await outdial('schema')).out)).toMatchObject({ title: 'outdial campaign' });
  });
});

describe('a campaign from the command line', () => {
  test('begins with init, which overwrites nothing unasked', async () => {
    expect(await outdial('init')).toMatchObject({
      code: 0,
      out: expect.stringContaining('campaign.yaml and leads.csv'),
    });
    expect(await outdial('init')).toMatchObject({
      code: 2,
      err: expect.stringContaining('it already exists.\nName another folder, or overwrite it with --force.'),
    });
    expect((await outdial('init', '--force')).code).toBe(0);
    expect((await outdial('init', 'other/autumn.yaml')).code).toBe(0);
    expect((await outdial('doctor', '--campaign', 'other/autumn.yaml')).code).toBe(0);
  });

  test('imports its list, twice without doubling a lead, and says what it rejected', async () => {
    await writeFile(
      join(folder, 'leads.csv'),
      'account,name,phone,state\n1001,Ana,(202) 555-0143,DC\n1002,Ben,312-555-0121,IL\n' +
        '1003,Cleo,415.555.0178,CA\n1004,Dan,12,CA\n1005,Eve,(202) 555-0188,DC\n',
    );
    const first = await outdial('import');
    expect(first).toMatchObject({ code: 0, out: expect.stringContaining('5 rows') });
    expect(first.out).toMatch(/added 4, .*\n.*rejected 1/);
    expect(await readFile(join(folder, 'leads.csv.rejected.csv'), 'utf8')).toMatch(
      /^account,name,phone,state,outdial line,outdial status,outdial problems\r\n1004,Dan,12,CA,5,rejected,/,
    );
    expect((await outdial('import')).out).toContain(
      'added 0, updated 0, duplicates 0 in the file and 4 in the list',
    );
    const leads = await outdial('leads', 'list');
    for (const number of ['+12025550143', '+13125550121', '+14155550178'])
      expect(leads.out).toContain(number);
  });

  test('passes the doctor', async () => {
    const doctor = await outdial('doctor');
    expect(doctor).toMatchObject({
      code: 0,
      out: expect.stringContaining('ok       store: sqlite:./outdial.db'),
    });
    expect(doctor.out).toContain('warning  live: only numbers of allowList (3 numbers) are dialed');
    expect(doctor.out).toMatch(
      /ok\s+law: rule set .*abandonment 3\.0 % \(us\.tcpa\.abandon3, At most 3 % of live answers abandoned\)/,
    );
  });

  test('explains one number, by day and by night', async () => {
    const day = await outdial('check', '202-555-0143', '--at', '2026-06-10T15:00:00-04:00');
    expect(day).toMatchObject({ code: 0, out: expect.stringContaining('may be called') });
    expect(day.out).toContain('America/New_York');
    const night = await outdial('check', '+12025550143', '--at', '2026-06-10T22:00:00-04:00');
    expect(night.code).toBe(6);
    expect(night.out).toContain('us.tcpa.hours');
    expect(night.out).toContain('next legal     2026-06-11 12:00 UTC');
    expect(await outdial('check', '+19005550100')).toMatchObject({
      code: 6,
      out: expect.stringContaining('premium'),
    });
    expect((await outdial('check', '+12025550143', '--at', 'tomorrow')).code).toBe(2);
    expect(await outdial('check', 'nobody')).toMatchObject({
      code: 2,
      err: expect.stringContaining("'nobody' is not a valid number: it is not a telephone number"),
    });
  });

  test('tells the law and the interlock apart, and all zones of a split area code', async () => {
    const held = await outdial('check', '212-555-0143', '--at', '2026-06-10T15:00:00-04:00');
    expect(held.out).toMatch(
      /interlock +The campaign is not live[^\n]*\nnext legal +now\nnext in all +never/,
    );
    expect(held.out).toMatch(/next in all +never by waiting: see what holds it back above/);
    expect(held.out).toMatch(/lead +not in the store/);
    const split = await outdial('check', '+18505551234', '--at', '2026-06-10T20:30:00-04:00');
    expect(split.out).toContain('America/New_York (Wed 20:30), America/Chicago (Wed 19:30)');
    expect(split.out).toMatch(/us\.fl\.hours +│ refuses/);
    expect(split.out).not.toContain('us.fcc.stirshaken');
    expect((await outdial('check', '+18505551234', '--all')).out).toContain('us.fcc.stirshaken');
  });

  test('runs in virtual time and reports, without touching the store', async () => {
    const run = await outdial('simulate', '--minutes', '20', '--html', 'report.html');
    expect(run.code).toBe(0);
    expect(run.out).toContain('campaign stopped');
    expect(run.out).toContain('Abandonment by legal limit');
    expect(await readFile(join(folder, 'report.html'), 'utf8')).toContain('<svg');
    expect(JSON.parse((await outdial('status', '--json')).out)).toMatchObject({
      attempts: 0,
      supply: { attempted: 0 },
    });
  });

  test('reports in every format', async () => {
    expect(JSON.parse((await outdial('report', '--format', 'json')).out)).toMatchObject({
      campaignId: 'first-campaign',
      attempts: 0,
      abandonmentRate: null,
    });
    expect((await outdial('report', '--format', 'csv')).out).toMatch(
      /^section,row,figure,unit,value\r\ncounts,leads,value,1,/,
    );
    expect((await outdial('report', '--format', 'html', '--out', 'report.html')).out).toMatch(
      /Report written to .*report\.html/,
    );
    expect((await outdial('report')).out).toContain('no attempt yet');
  });

  test('closes and exports leads', async () => {
    await writeFile(join(folder, 'paid.csv'), 'account\n1001\n9999\n');
    expect(await outdial('leads', 'close', '--file', 'paid.csv', '--reason', 'paid')).toMatchObject({
      code: 0,
      out: '2 references: 1 lead closed, 0 were closed already, 1 reference names no lead, 0 lines cannot be used.\n',
    });
    const csv = (await outdial('leads', 'export')).out.split('\r\n');
    expect(csv[0]).toMatch(/^lead id,account,phone 1/);
    expect(csv.filter((line) => line.includes(',1001,'))[0]).toContain('closed,paid');
    expect(await outdial('leads', 'list', '--state', 'open')).toMatchObject({
      code: 2,
      err: expect.stringContaining('Use ready, waiting, callback, claimed or closed.'),
    });
  });

  test('runs its list to the end, and reports what came of it', async () => {
    const run = await outdial('run', '--until-dry', '--pace', '200');
    expect(run).toMatchObject({ code: 0, out: expect.stringContaining('campaign stopped') });
    expect(run.err).toContain('notice: ');
    const report = JSON.parse((await outdial('report', '--format', 'json')).out) as {
      readonly attempts: number;
      readonly open: number;
      readonly supply: { readonly attempted: number };
    };
    expect(report).toMatchObject({ open: 0, supply: { attempted: 2 } });
    expect(report.attempts).toBeGreaterThanOrEqual(2);
    expect((await outdial('status')).out).toMatch(/leads +4 in all, 2 attempted/);
  });

  test('keeps leads outside the allow-list for the day it goes live', async () => {
    const leads = (await outdial('leads', 'list', '--state', 'ready')).out
      .split('\n')
      .filter((line) => line.includes('+12025550188'));
    expect(leads).toEqual([expect.stringMatching(/ready .*fresh/)]);
  });

  test('drains at the first interrupt, and stops at the second', async () => {
    const phones = Array.from(
      { length: 60 },
      (_, index) => `+1312555${String(100 + index).padStart(4, '0')}`,
    );
    await writeFile(join(folder, 'more.csv'), `phone\n${phones.join('\n')}\n`);
    const campaign = (await readFile(join(folder, 'campaign.yaml'), 'utf8'))
      .replace('live: false', 'live: true')
      .replace('id: first-campaign', 'id: second')
      .replace('id: first-list', 'id: second-list');
    await writeFile(join(folder, 'second.yaml'), campaign);
    expect((await outdial('import', 'more.csv', '--campaign', 'second.yaml')).code).toBe(0);
    const run = ['run', '--campaign', 'second.yaml', '--pace', '300'];
    const drained = await outdialWith(
      (out, interrupt) => void (out.includes('running dials=') && interrupt()),
      run,
    );
    expect(drained).toMatchObject({ code: 0, out: expect.stringContaining('draining: no new calls') });
    expect(drained.out).toContain('campaign stopped');
    const twice = await outdialWith((out, interrupt) => {
      if (out.includes('campaign running')) [interrupt, interrupt].forEach((press) => press());
    }, run);
    expect(twice.code).toBe(130);
  });

  test('is stopped by the kill switch until it is released', async () => {
    expect((await outdial('stop', '--reason', 'drill')).code).toBe(0);
    expect(await outdial('run')).toMatchObject({
      code: 4,
      err: expect.stringContaining("drill\nTurn it off with 'outdial stop --release'"),
    });
    expect((await outdial('status')).out).toMatch(/kill switch {3}ON since .*: drill/);
    expect((await outdial('doctor')).code).toBe(6);
    expect((await outdial('stop', '--release')).code).toBe(0);
    expect((await outdial('status')).out).toContain('kill switch   off');
  });

  test('shows what the store holds against a number, as an attempt would find it', async () => {
    expect((await outdial('check', '202-555-0188', '--at', '2026-06-10T15:00:00-04:00')).out).toMatch(
      /account 1005 in list first-list, ready; 0 earlier contacts[^]*no request, on no list; no list is loaded/,
    );
    expect((await outdial('dnc', 'opt-out', '202-555-0188', '--source', 'letter')).code).toBe(0);
    const after = await outdial('check', '202-555-0188', '--at', '2026-06-10T15:00:00-04:00');
    expect(after.code).toBe(6);
    expect(after.out).toMatch(/do-not-call +asked not to be called on 2026-06-10 17:00 UTC \(letter\)/);
    expect(after.out).toMatch(/us\.tsr\.dnc_internal +│ refuses/);
    expect((await outdial('dnc', 'opt-out', '646-555-0178')).code).toBe(0);
    expect((await outdial('check', '646-555-0178', '--at', '2026-06-10T15:00:00-04:00')).out).toMatch(
      /not in the store[^]*asked not to be called/,
    );
  });
});
