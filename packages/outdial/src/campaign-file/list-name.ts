/** Names of do-not-call lists, so that the gate, the audit and the reports call a list the same. */
import type { DoNotCallListSource } from './types.js';

/**
 * The name of a do-not-call list in refusals: its own, or its scope with the region: 'national', 'state-fl'.
 */
export function listNameOf({ name, scope, region }: DoNotCallListSource): string {
  return name ?? (region === undefined ? scope : `${scope}-${region.toLowerCase()}`);
}
