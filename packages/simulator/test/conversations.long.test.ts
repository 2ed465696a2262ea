import { checkSeeds } from './check-seed.js';

checkSeeds(0, 240, { conversations: true });
