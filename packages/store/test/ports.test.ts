import { journalContract } from './contract/journal-contract.js';
import { leadQueueContract } from './contract/lead-queue-contract.js';
import { sqliteWorld } from './sqlite-world.js';

leadQueueContract('SQLite', sqliteWorld);
journalContract('SQLite', sqliteWorld);
