import { rivalsContract } from './contract/rivals-contract.js';
import { sqliteWorld } from './sqlite-world.js';

rivalsContract('SQLite', sqliteWorld, { claims: 3, lives: Number(process.env['FC_RUNS'] ?? 5) });
