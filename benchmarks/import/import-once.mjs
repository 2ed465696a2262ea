/** One import in a process of its own. Prints its cost as one line of JSON. */
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { watchCost } from './watch-cost.mjs';

const [checkout, url, file] = process.argv.slice(2);
const entry = pathToFileURL(join(checkout, 'packages/store/dist/index.js')).href;
const { importLeads, openStore } = await import(entry);

const store = await openStore({ url });
const cost = await watchCost(() =>
  importLeads(store, createReadStream(file), {
    listId: 'bench',
    defaultCountry: 'US',
    rejects: `${file}.rejects.csv`,
  }),
);
await store.close();
console.log(JSON.stringify(cost));
