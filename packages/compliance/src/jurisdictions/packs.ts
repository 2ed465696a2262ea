/** Every jurisdiction with rules here. */
import { contradictions } from '../engine/contradictions.js';
import { latestVerification } from '../engine/parameter.js';
import type { Pack } from '../engine/pack.js';
import { invariant } from '../invariant.js';
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
export const PACKS: ReadonlyMap<string, Pack> = checked([
  unitedStates,
  canada,
  unitedKingdom,
  ireland,
  france,
  spain,
  italy,
  germany,
  australia,
  newZealand,
  india,
  singapore,
  southAfrica,
  brazil,
  mexico,
]);

/**
 * Epoch ms of the day on which a value of the table was last compared with its source. Where no instant is
 * given, the law of that day is meant.
 */
export const TABLE_AT: number = latestVerification(
  [...PACKS.values()].flatMap((pack) => pack.rules.flatMap((rule) => rule.periods)),
);

/**
 * The packs by country. @throws ComplianceInvariantError where a table contradicts itself: then nothing that
 * uses it loads, builds its documents or passes a test.
 */
function checked(packs: readonly Pack[]): ReadonlyMap<string, Pack> {
  for (const pack of packs) {
    const found = contradictions(pack.rules);
    invariant(found.length === 0, `the rules of ${pack.name} contradict each other: ${found.join('; ')}`);
  }
  return new Map(packs.map((pack) => [pack.country, pack]));
}
