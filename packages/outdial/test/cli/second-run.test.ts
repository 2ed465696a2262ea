/** A run that finds another one: one that works the campaign, or one that died and left calls. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDialer } from '../../src/dialer/create-dialer.js';
import { commandIn } from './command-in.js';

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'outdial-second-'))));
afterEach(() => rm(folder, { recursive: true, force: true }));

test('the campaign is asked for before the port, which the first run has, too', async () => {
  await commandIn(folder, ['init']);
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const { port } = taken.address() as AddressInfo;
  const path = join(folder, 'campaign.yaml');
  await appendFile(
    path,
    `\ntimeZone: America/New_York\ncontrol: { port: ${port}, tokenEnvironment: CONTROL_TOKEN }\n`,
  );
  const env = { CONTROL_TOKEN: '0123456789abcdef0123456789abcdef' };
  const first = await createDialer({ campaign: path, env });
  try {
    await first.reserve();
    const second = await commandIn(folder, ['run'], env);
    expect(second.err).toMatch(
      /is run already, by .* since 20.* New York time\. .* until 20.* New York time/,
    );
    expect(second.code).toBe(4);
  } finally {
    await first.close();
    taken.close();
  }
});

test('under the kill switch a run settles what an earlier one left open; else it is refused', async () => {
  await commandIn(folder, ['init']);
  await commandIn(folder, ['import']);
  const first = await createDialer({ campaign: join(folder, 'campaign.yaml') });
  await first.start();
  await first.logIn({ agentId: 'agent-1' });
  await first.ready('agent-1');
  for (let second = 0; second < 600 && first.calls().length === 0; second += 1) await first.runFor(1_000);
  const left = first.calls().length;
  expect(left).toBeGreaterThan(0);
  await first.close();
  await commandIn(folder, ['stop', '--reason', 'drill']);
  const second = await commandIn(folder, ['run']);
  expect(second.err).toMatch(
    /kill switch has been on since .*: drill\. Nothing is dialed; \d+ attempts? that/,
  );
  expect(second.err).toMatch(/The campaign has halted: kill switch: drill; an earlier run ended without/);
  expect(second.code).toBe(7);
  expect((await commandIn(folder, ['run'])).code).toBe(4);
});
