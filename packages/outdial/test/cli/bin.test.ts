import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { access, constants, cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const home = fileURLToPath(new URL('../../', import.meta.url));
let folder: string;

beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'outdial-bin-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the command that npm links', () => {
  test('is in the repository before a build, and may be executed', async () => {
    const { bin } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as {
      readonly bin: { readonly outdial: string };
    };
    expect(bin.outdial).not.toContain('dist');
    await access(join(home, bin.outdial), constants.X_OK);
  });

  test('says what to do where outdial is not built', async () => {
    await mkdir(join(folder, 'packages/outdial'), { recursive: true });
    await cp(join(home, 'bin'), join(folder, 'packages/outdial/bin'), { recursive: true });
    const run = promisify(execFile)(process.execPath, [join(folder, 'packages/outdial/bin/outdial.mjs')]);
    await expect(run).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^outdial is not built: [^]*Run 'npm run build' or 'npm start' in /),
    });
  });
});
