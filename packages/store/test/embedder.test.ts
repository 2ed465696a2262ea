import { embedderContract } from './contract/embedder-contract.js';
import { sqliteWorld } from './sqlite-world.js';

embedderContract('SQLite', sqliteWorld);
