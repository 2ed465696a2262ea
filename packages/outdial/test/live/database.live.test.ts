import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureLab, whereTheLabRuns, type LabFacts } from '../../../../lab/index.mjs';
import { runCommand } from '../../src/cli/program.js';

const suite = await whereTheLabRuns(describe);

suite('a MariaDB that refuses', () => {
  let lab: LabFacts;
  let folder: string;

  beforeAll(async () => {
    lab = await ensureLab({ mariadb: true });
    folder = await mkdtemp(join(tmpdir(), 'outdial-denied-'));
  }, 240_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** `outdial status` on a database address, with the password in the environment. */
  async function status(url: string, password: string): Promise<{ code: number; err: string }> {
    const written = { err: '' };
    const io = {
      out: { write: () => undefined },
      err: { write: (text: string) => void (written.err += text) },
      env: { DATABASE_PASSWORD: password },
      cwd: folder,
      onInterrupt: () => () => undefined,
    };
    await runCommand(['init', '--force'], io);
    const path = join(folder, 'campaign.yaml');
    const text = await readFile(path, 'utf8');
    const store = `url: ${url}\n  passwordEnvironment: DATABASE_PASSWORD`;
    await writeFile(path, text.replace('url: sqlite:./outdial.db', store));
    return { code: await runCommand(['status'], io), ...written };
  }

  test.each<[string, (facts: LabFacts) => { readonly url: string; readonly password: string }]>([
    [
      'a wrong password',
      ({ mariadb: { user, host, port } }) => ({
        url: `mysql://${user}@${host}:${port}/test`,
        password: 'not-the-password',
      }),
    ],
    [
      'a database that does not exist',
      ({ mariadb: { user, host, port, password } }) => ({
        url: `mysql://${user}@${host}:${port}/no_such_database`,
        password,
      }),
    ],
  ])('%s: one sentence, a remedy, exit code 5, and no password', async (_name, address) => {
    const { url, password } = address(lab);
    const { code, err } = await status(url, password);
    expect(err).toMatch(
      /cannot be opened\. The database server refuses the user, the password or the database/,
    );
    expect(err).toMatch(/Check user, password and name of the database/);
    expect(code).toBe(5);
    expect(err).not.toMatch(/\n +at /);
    expect(err).not.toContain(password);
  });
});
