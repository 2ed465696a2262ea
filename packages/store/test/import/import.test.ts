import { importContract } from '../contract/import-contract.js';
import { sqliteWorld } from '../sqlite-world.js';

importContract('SQLite', sqliteWorld);
