import { lawOfListsContract } from '../contract/law-of-lists-contract.js';
import { sqliteWorld } from '../sqlite-world.js';

lawOfListsContract('SQLite', sqliteWorld);
