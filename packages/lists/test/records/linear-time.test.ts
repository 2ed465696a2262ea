/**
 * Reading takes time in proportion to the bytes, whatever they are, and lets the event loop have its turn.
 */
import { describe, expect, test } from '@jest/globals';
import { readRecordBatches } from '../../src/records/read-records.js';
import { decodeText } from '../../src/text/decode-text.js';
import { heldTime } from '../held-time.js';
import type { HeldTime } from '../held-time.js';

/** Reads records of these bytes. */
function read(bytes: Buffer): Promise<HeldTime> {
  return heldTime(async () => {
    for await (const batch of readRecordBatches(decodeText([bytes], { encoding: '' }), ','))
      if (batch.length < 0) throw new Error('never');
  });
}

const TEXTS: Readonly<Record<string, (bytes: number) => string>> = {
  'marks within an open quote': (bytes) => `phone\n"${'a"b'.repeat(bytes / 3)}`,
  'lines of marks within an open quote': (bytes) => `phone\n"x\n${'a"b\n'.repeat(bytes / 4)}`,
  'a mark opened on every line': (bytes) => 'x,"a b\n'.repeat(bytes / 7),
  'doubled marks at the beginning of every line': (bytes) => '""abc\n'.repeat(bytes / 6),
  'doubled marks in every field': (bytes) => '""a,'.repeat(bytes / 4),
  'odd marks': (bytes) => '"""a,'.repeat(bytes / 5),
  'marks and spaces': (bytes) => '"     '.repeat(bytes / 6),
  'one line': (bytes) => 'a'.repeat(bytes),
  'one line of delimiters': (bytes) => 'a,'.repeat(bytes / 2),
  'carriage returns': (bytes) => '\r'.repeat(bytes),
  'letters of Latin-1': (bytes) => 'José Müller,\n'.repeat(bytes / 13),
  'bytes that begin UTF-8 and do not go on': (bytes) => '\xe2\x82é\n'.repeat(bytes / 4),
};

/** Bytes of the shorter text. */
const SMALL = 100_000;

describe('time of reading', () => {
  test.each(Object.keys(TEXTS))('%s: eight times the bytes take about eight times the time', async (name) => {
    const make = TEXTS[name] as (bytes: number) => string;
    await read(Buffer.from(make(SMALL / 4), 'latin1'));
    // Quadratic reading takes 64 times as long, each time; one reading beside a busy machine's other work
    // may, too. 50 ms held, and as much again for the collector's threads, which count here.
    let ratio = Infinity;
    let heldMs = Infinity;
    for (let tries = 0; tries < 5 && (ratio >= 24 || heldMs >= 100); tries += 1) {
      const small = await read(Buffer.from(make(SMALL), 'latin1'));
      const large = await read(Buffer.from(make(8 * SMALL), 'latin1'));
      ratio = Math.min(ratio, large.cpuMs / Math.max(small.cpuMs, 10));
      heldMs = Math.min(heldMs, large.heldMs);
    }
    expect(ratio).toBeLessThan(24);
    expect(heldMs).toBeLessThan(100);
  });
});
