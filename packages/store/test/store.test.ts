import { storeContract } from './contract/store-contract.js';
import { sqliteWorld } from './sqlite-world.js';

storeContract('SQLite', sqliteWorld);
