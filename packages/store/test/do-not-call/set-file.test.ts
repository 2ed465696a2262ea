import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { SetInUse, readSetFile, replaceSetFile } from '../../src/index.js';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'outdial-set-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const chunks = [Uint8Array.of(1, 2, 3), new Uint8Array(100_000).fill(7), Uint8Array.of(9)];
const whole = Buffer.concat(chunks);
/** As a real set does: bytes that do not end in 9 are refused. */
const load = (bytes: Uint8Array): number => {
  if (bytes.at(-1) !== 9) throw new Error('truncated');
  return bytes.length;
};

describe.each(['set.dnc', 'set.dnc.gz'])('%s', (name) => {
  test('reads back what was written, and leaves nothing beside it', async () => {
    const path = join(folder, name);
    expect(await replaceSetFile(path, chunks)).toBe(whole.length);
    expect(Buffer.from(await readSetFile(path)).equals(whole)).toBe(true);
    expect(readdirSync(folder)).toEqual([name]);
  });

  test('stays as it was when the new version breaks off while being written', async () => {
    const path = join(folder, name);
    await replaceSetFile(path, chunks);
    const breaking = function* (): Generator<Uint8Array> {
      yield Uint8Array.of(4);
      throw new Error('source broke');
    };
    await expect(replaceSetFile(path, breaking())).rejects.toThrow('source broke');
    expect(Buffer.from(await readSetFile(path)).equals(whole)).toBe(true);
    expect(readdirSync(folder)).toEqual([name]);
  });

  test('is kept in use while a new version is truncated, and replaced by a whole one', async () => {
    const path = join(folder, name);
    await replaceSetFile(path, chunks);
    const refused: string[] = [];
    const set = new SetInUse({ path, load, onRefused: (detail) => refused.push(detail) });
    expect([set.current, await set.refresh(), set.current]).toEqual([null, 'replaced', whole.length]);
    expect(await set.refresh()).toBe('unchanged');
    writeFileSync(path, readFileSync(path).subarray(0, 60));
    expect([await set.refresh(), set.current]).toEqual(['refused', whole.length]);
    expect(refused).toHaveLength(1);
    await replaceSetFile(path, [Uint8Array.of(5, 9)]);
    expect([await set.refresh(), set.current]).toEqual(['replaced', 2]);
    rmSync(path);
    expect([await set.refresh(), set.current]).toEqual(['refused', 2]);
  });
});
