/** Behind a proxy: the limits count the client that the proxy names, not what the client wrote itself. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { serveIn, serverFolder } from './server-under-test.js';

test.each([
  ['behind a proxy, the client that it names', true, '6.6.6.2, 10.1.1.1', '6.6.6.3, 10.1.1.1', 1],
  ['behind a proxy, two clients apart', true, '10.1.1.1', '10.1.1.2', 0],
  ['without a proxy, the connection', false, '10.1.1.1', '10.1.1.2', 1],
])('%s', async (_name, behindProxy, first, second, used) => {
  const folder = serverFolder();
  const path = join(folder, 'outdial.yaml');
  writeFileSync(path, readFileSync(path, 'utf8').replace('port: 0', `port: 0, behindProxy: ${behindProxy}`));
  const under = await serveIn(folder);
  const left = async (from: string): Promise<number> => {
    const headers = { 'x-forwarded-for': from };
    const reply = await under.stranger.call('GET', '/health', undefined, headers);
    return Number(reply.headers.get('x-ratelimit-remaining'));
  };
  const before = await left(first);
  const after = await left(second);
  await under.close();
  expect(before).toBeGreaterThan(0);
  expect(before - after).toBe(used);
});
