/** The configuration that the guide to Asterisk shows is the one with which the lab runs. */
import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './pages.js';

/** What the guide shows in place of the lab's own addresses and secrets. */
const SHOWN: Readonly<Record<string, string>> = {
  '@HOST@': '127.0.0.1',
  '@HTTP_PORT@': '8088',
  '@SIP_PORT@': '5060',
  '@CARRIER@': 'sip.carrier.example:5060',
  '@CARRIER_IP@': '203.0.113.10',
  '@ARI_PASSWORD@': '<secret>',
  '@AGENT_PASSWORD@': '<secret>',
  '@QUALIFY@': '60',
  '@NODE@': 'main',
  '@DIALPLAN@/': '',
};

const guide = readFileSync(join(ROOT, 'docs/guides/asterisk.md'), 'utf8');
/** Blocks that begin with the name of a file. */
const blocks = new Map(
  [...guide.matchAll(/^```ini\n; ([\w-]+\.conf)\n([\s\S]*?)^```/gm)].map(([, file = '', text = '']) => [
    file,
    text,
  ]),
);

test.each([
  'http.conf',
  'ari.conf',
  'extensions.conf',
  'indications.conf',
  'pjsip.conf',
  'rtp.conf',
  'sorcery.conf',
])('%s of the guide is that of the lab', (file) => {
  const text = Object.entries(SHOWN).reduce(
    (all, [place, shown]) => all.replaceAll(place, shown),
    readFileSync(join(ROOT, 'lab/asterisk', file), 'utf8'),
  );
  expect(blocks.get(file)?.trim()).toBe(text.trim());
});
