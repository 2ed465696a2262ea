// Imports a generated messy list: node import-process.mjs <store url> <rows> <rejects file> <import id>.
// Prints 'running' once it has begun, then its report and its largest memory.
import { Readable } from 'node:stream';
import { importLeads, openStore } from '../../dist/index.js';
import { messyLines } from './messy-lines.mjs';

const [url, rows, rejects, importId] = process.argv.slice(2);
const store = await openStore({ url });
console.log('running');
const began = performance.now();
const report = await importLeads(store, Readable.from(messyLines(Number(rows))), {
  listId: 'list',
  defaultCountry: 'US',
  rejects,
  importId,
});
await store.close();
console.log(
  JSON.stringify({
    ...report,
    ms: Math.round(performance.now() - began),
    largestMegabytes: Math.round(process.resourceUsage().maxRSS / 1_000),
    cpuMs: Math.round((process.cpuUsage().user + process.cpuUsage().system) / 1_000),
  }),
);
