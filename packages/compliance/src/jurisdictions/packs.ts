/** Every jurisdiction with rules here. */
import type { Pack } from '../engine/pack.js';
import { australia } from './au/index.js';
import { brazil } from './br/index.js';
import { canada } from './ca/index.js';
import { france } from './fr/index.js';
import { germany } from './de/index.js';
import { india } from './in/index.js';
import { ireland } from './ie/index.js';
import { italy } from './it/index.js';
import { mexico } from './mx/index.js';
import { newZealand } from './nz/index.js';
import { singapore } from './sg/index.js';
import { southAfrica } from './za/index.js';
import { spain } from './es/index.js';
import { unitedKingdom } from './gb/index.js';
import { unitedStates } from './us/index.js';

/** All packs, by ISO country. */
export const PACKS: ReadonlyMap<string, Pack> = new Map(
  [unitedStates, canada, unitedKingdom, ireland, france, spain, italy, germany, australia, newZealand, india, singapore, southAfrica, brazil, mexico].map((pack) => [pack.country, pack]),
);
