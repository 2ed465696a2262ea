// Archives old history: node archive-process.mjs <store url> <now, epoch ms> <before, epoch ms>.
// Prints 'running' once it has begun, then what it moved.
import { archiveHistory, openStore } from '../../dist/index.js';

const [url, now, before] = process.argv.slice(2);
const store = await openStore({ url, clock: () => Number(now) });
console.log('running');
const moved = await archiveHistory(store, { before: Number(before), stepRows: 2 });
await store.close();
console.log(JSON.stringify(moved));
