/**
 * The scripted Asterisk of the adapter's tests, in a process of its own: stations and called parties answer
 * at once, and hang up only when they are told to. Sends its address to its parent, and ends with it.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const STATION_ANSWERS_MS = 5;
const RINGS_MS = 10;
const ANSWERS_MS = 30;
/** Requests that tests would read. */
const REQUESTS_KEPT = 10_000;

/** The server's class: its TypeScript as one module, within the tree for the sake of what it imports. */
async function fakeAri() {
  const build = await rolldown({
    input: join(ROOT, 'packages/asterisk-adapter/test/fake-ari/fake-ari.ts'),
    platform: 'node',
    logLevel: 'silent',
    external: ['ws'],
    resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
  });
  const { output } = await build.generate({ format: 'esm', codeSplitting: false });
  const cache = join(ROOT, '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'scripted-'));
  try {
    const file = join(folder, 'fake-ari.mjs');
    writeFileSync(file, output[0].code);
    return await import(pathToFileURL(file).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const { FakeAri } = await fakeAri();
const ari = new FakeAri();
await ari.start();

function later(ms, id, action) {
  setTimeout(() => {
    if (ari.channels.has(id)) action();
  }, ms);
}
ari.scripts.set('channels.originate', ({ parameters }) => {
  const id = String(parameters.channelId);
  if (parameters.appArgs === 'agent') later(STATION_ANSWERS_MS, id, () => ari.answer(id, ['agent']));
  else if (id.startsWith('od-')) {
    later(RINGS_MS, id, () => ari.ring(id));
    later(ANSWERS_MS, id, () => ari.answer(id));
  }
  return undefined;
});
setInterval(() => {
  if (ari.requests.length > REQUESTS_KEPT) ari.requests.length = 0;
}, 1_000);
process.on('disconnect', () => process.exit(0));
process.send({ url: ari.url });
