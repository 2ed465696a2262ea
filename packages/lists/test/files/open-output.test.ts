/** Files with personal data: owner only, never through a link, never over an input. */
import { closeSync, existsSync, linkSync, mkdtempSync, readFileSync } from 'node:fs';
import { rmSync, statSync, symlinkSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { writingError } from '../../src/errors.js';
import { makePrivateFile, openOutput, outputStream } from '../../src/files/open-output.js';
import { openRejectedLines } from '../../src/rejects/rejected-lines.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'outdial-output-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const modeOf = (path: string): number => statSync(path).mode & 0o777;

describe('files that are written', () => {
  test('are readable by their owner only, whether they are new or were there', () => {
    const path = join(folder, 'out.csv');
    closeSync(openOutput(path));
    expect(modeOf(path)).toBe(0o600);
    const old = join(folder, 'old.csv');
    writeFileSync(old, 'what was there', { mode: 0o644 });
    closeSync(openOutput(old));
    expect(modeOf(old)).toBe(0o600);
    expect(readFileSync(old, 'utf8')).toBe('');
  });

  test('are never written through a symbolic link, whatever it names', () => {
    const target = join(folder, 'target.txt');
    writeFileSync(target, 'keep me');
    symlinkSync(target, join(folder, 'link.csv'));
    symlinkSync(join(folder, 'absent'), join(folder, 'dangling.csv'));
    for (const name of ['link.csv', 'dangling.csv'])
      expect(() => openOutput(join(folder, name))).toThrow('it is a symbolic link');
    expect(readFileSync(target, 'utf8')).toBe('keep me');
    expect(existsSync(join(folder, 'absent'))).toBe(false);
  });

  test('are never written over an input, by any name of it', () => {
    const list = join(folder, 'leads.csv');
    writeFileSync(list, 'phone\n2025550143\n');
    linkSync(list, join(folder, 'other-name.csv'));
    symlinkSync(list, join(folder, 'linked-input.csv'));
    for (const [output, input] of [
      ['leads.csv', 'leads.csv'],
      ['other-name.csv', 'leads.csv'],
      ['leads.csv', 'linked-input.csv'],
    ] as const)
      expect(() => openOutput(join(folder, output), { inputs: [join(folder, input)] })).toThrow(
        'is read as an input',
      );
    expect(() => openRejectedLines(list, [list])).toThrow('is read as an input');
    expect(readFileSync(list, 'utf8')).toBe('phone\n2025550143\n');
  });

  test('are not made in the place of an input that is not there yet', () => {
    const later = join(folder, 'outdial.db-wal');
    expect(() => openOutput(`${folder}/./outdial.db-wal`, { inputs: [later] })).toThrow('kept as data');
    expect(existsSync(later)).toBe(false);
  });

  test('may be a device; a full one is a file that cannot be written', async () => {
    const written = (path: string): Promise<unknown> =>
      new Promise((settle) => {
        const stream = outputStream(path);
        stream.on('error', settle).on('close', () => settle(null));
        stream.end('text');
      });
    expect(await written('/dev/null')).toBeNull();
    expect(writingError(await written('/dev/full'), '/dev/full')).toMatchObject({ code: 'disk-full' });
    const error = Object.assign(new Error('EIO'), { code: 'EIO', syscall: 'write' });
    expect(writingError(error, '/x')).toMatchObject({ code: 'file-not-writable' });
  });

  test('go on behind what they keep', async () => {
    const path = join(folder, 'log.csv');
    const file = openOutput(path);
    writeSync(file, 'kept,cut');
    closeSync(file);
    const stream = outputStream(path, { from: 5 });
    stream.end('more');
    await once(stream, 'close');
    expect(readFileSync(path, 'utf8')).toBe('kept,more');
  });

  test('a folder, and a folder that is not there, are said by name', () => {
    expect(() => openOutput(folder)).toThrow(`The file ${folder} cannot be written (EISDIR)`);
    expect(() => openOutput(join(folder, 'no', 'out.csv'))).toThrow('cannot be written (ENOENT)');
  });

  test('a private file is made once and never emptied', () => {
    const path = join(folder, 'outdial.db');
    makePrivateFile(path);
    expect(modeOf(path)).toBe(0o600);
    writeFileSync(path, 'data');
    makePrivateFile(path);
    expect(readFileSync(path, 'utf8')).toBe('data');
  });
});
