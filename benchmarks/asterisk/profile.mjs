/** Where the time of a program goes: samples of this process, by the innermost frame that has a name here. */
import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';

/** Parts of the program by their files; the first that matches names a frame. */
const PARTS = [
  ['law', /packages\/(compliance\/|outdial\/dist\/gate\/)/],
  ['audit trail and hashes', /packages\/store\/dist\/(audit|identity|store-secret)/],
  ['openings, marks, closings', /packages\/store\/dist\/(journal|law|campaigns)/],
  ['claims and counts of leads', /packages\/store\/dist\/leads/],
  ['store, the rest', /packages\/store\/dist\/(?!database)/],
  ['statements and driver', /packages\/store\/dist\/database|node_modules\/(kysely|libsql|@libsql|mysql2)/],
  ['statements and driver', /node_modules\/(denque|iconv-lite|lru.min|sqlstring|long|generate-function)/],
  ['pacing', /packages\/core\/dist\/(pacing|estimation|queueing)/],
  ['campaign and floor', /packages\/core\//],
  ['adapter', /packages\/asterisk-adapter\/dist\/(?!transport|connection)/],
  ['requests and events', /packages\/asterisk-adapter\/|node_modules\/(ws|undici)\//],
  ['dialer, logs, timers', /packages\/(outdial|lists|simulator)\//],
  ['requests and events', /^node:(http|_http|internal\/deps\/undici)/],
];
const OUTSIDE = new Set(['(idle)']);
const SAMPLE_US = 500;

/** Samples the program from now on. */
export async function startProfile() {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: SAMPLE_US });
  await session.post('Profiler.start');
  return async (file) => {
    const { profile } = await session.post('Profiler.stop');
    session.disconnect();
    writeFileSync(file, JSON.stringify(profile));
    return sharesOf(profile);
  };
}

/** Share of the busy time of each part. */
function sharesOf({ nodes, samples, timeDeltas }) {
  const parentOf = new Map();
  const nodeOf = new Map(nodes.map((node) => [node.id, node]));
  for (const { id, children = [] } of nodes) for (const child of children) parentOf.set(child, id);
  const partOf = new Map();
  const find = (id) => {
    if (id === undefined) return 'Node.js, the rest';
    const known = partOf.get(id);
    if (known !== undefined) return known;
    const { functionName, url } = nodeOf.get(id).callFrame;
    const own =
      functionName === '(garbage collector)' ? 'garbage' : PARTS.find(([, path]) => path.test(url))?.[0];
    const part = OUTSIDE.has(functionName) ? '' : (own ?? find(parentOf.get(id)));
    partOf.set(id, part);
    return part;
  };
  const sums = {};
  let busy = 0;
  for (const [at, id] of samples.entries()) {
    const part = find(id);
    if (part === '') continue;
    busy += timeDeltas[at];
    sums[part] = (sums[part] ?? 0) + timeDeltas[at];
  }
  return Object.fromEntries(Object.entries(sums).map(([part, sum]) => [part, sum / busy]));
}
