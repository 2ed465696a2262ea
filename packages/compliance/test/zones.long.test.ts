import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';

const here = dirname(fileURLToPath(import.meta.url));
const runs = Number(process.env['FC_RUNS'] ?? 100_000);
const seed = Number(process.env['FC_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

const digests = new Set<string>();

test.each(['UTC', 'America/New_York', 'Europe/London', 'Asia/Kolkata'])(
  '100,000 random instants and zones agree with temporal-polyfill in a process of zone %s',
  (TZ) => {
    if (!existsSync(join(here, '../dist/time/zone.js')))
      throw new Error('Build the package first: npm run build.');
    const out = execFileSync(
      process.execPath,
      [join(here, 'zone-properties.child.mjs'), String(runs), String(seed)],
      { env: { ...process.env, TZ }, encoding: 'utf8', timeout: 600_000 },
    );
    expect(out).toContain(`${runs} instants`);
    expect(out).toContain(`agree in ${TZ}`);
    // The same decisions, to the letter, whatever the zone of the process.
    digests.add(/digest ([0-9a-f]{64})/.exec(out)?.[1] ?? 'none');
    expect(digests.has('none')).toBe(false);
    expect(digests.size).toBe(1);
  },
  600_000,
);
