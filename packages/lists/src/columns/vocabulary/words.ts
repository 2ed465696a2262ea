/** The shape of a vocabulary: for each target the headers that mean it. */
import type { NamedColumnTarget } from '../column-targets.js';

/**
 * Headers by target, as plain words: small letters, no accents, no signs. Blanks do not matter: 'zip code' is
 * 'zipcode', too.
 */
export type HeaderWords = { readonly [Target in NamedColumnTarget]?: readonly string[] };
