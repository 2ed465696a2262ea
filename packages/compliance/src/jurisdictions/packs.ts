/** Every jurisdiction with rules here. */
import { contradictions } from '../engine/contradictions.js';
import type { Pack, Packs } from '../engine/pack.js';
import { ComplianceInputError } from '../errors.js';
import { invariant } from '../invariant.js';
import { austria } from './at/index.js';
import { australia } from './au/index.js';
import { belgium } from './be/index.js';
import { brazil } from './br/index.js';
import { canada } from './ca/index.js';
import { france } from './fr/index.js';
import { germany } from './de/index.js';
import { india } from './in/index.js';
import { ireland } from './ie/index.js';
import { italy } from './it/index.js';
import { mexico } from './mx/index.js';
import { netherlands } from './nl/index.js';
import { newZealand } from './nz/index.js';
import { poland } from './pl/index.js';
import { portugal } from './pt/index.js';
import { singapore } from './sg/index.js';
import { southAfrica } from './za/index.js';
import { spain } from './es/index.js';
import { switzerland } from './ch/index.js';
import { unitedKingdom } from './gb/index.js';
import { unitedStates } from './us/index.js';

/** The packs of this module, by ISO country. */
export const PACKS: Packs = checked([
  unitedStates,
  canada,
  unitedKingdom,
  ireland,
  france,
  spain,
  italy,
  germany,
  netherlands,
  belgium,
  portugal,
  poland,
  switzerland,
  austria,
  australia,
  newZealand,
  india,
  singapore,
  southAfrica,
  brazil,
  mexico,
]);

/**
 * The packs by country.
 *
 * @throws ComplianceInvariantError where a table contradicts itself; then neither the module, its documents
 *   nor its tests load
 */
export function checked(packs: readonly Pack[]): Packs {
  for (const pack of packs) {
    const found = contradictions(pack.rules);
    invariant(found.length === 0, `the rules of ${pack.name} contradict each other: ${found.join('; ')}`);
  }
  return new Map(packs.map((pack) => [pack.country, pack]));
}

/**
 * The module's packs with the client's own.
 *
 * @throws ComplianceInputError for a country that has rules already
 */
export function withOwnPacks(own: readonly Pack[]): Packs {
  for (const { country } of own)
    if (PACKS.has(country))
      throw new ComplianceInputError('packs', `the rules of '${country}' are part of the module already`);
  return new Map([...PACKS, ...checked(own)]);
}
