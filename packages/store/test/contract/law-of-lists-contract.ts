/** What lists say with legal weight, from the file to what the store keeps and the law is told. */
import { consentOfListsContract } from './consent-of-lists-contract.js';
import { limitsOfListsContract } from './limits-of-lists-contract.js';
import { placesOfListsContract } from './places-of-lists-contract.js';
import { requestsOfListsContract } from './requests-of-lists-contract.js';
import type { StoreWorld } from './store-world.js';

const SUITES = [
  consentOfListsContract,
  requestsOfListsContract,
  limitsOfListsContract,
  placesOfListsContract,
];

/** What an import does with values that have legal weight, on whichever database. */
export function lawOfListsContract(name: string, create: () => Promise<StoreWorld>): void {
  for (const suite of SUITES) suite(name, create);
}
