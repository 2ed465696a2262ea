import { checkSeeds } from './check-seed.js';

checkSeeds(0, 420, { conversations: true });
