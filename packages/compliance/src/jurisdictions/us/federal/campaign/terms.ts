/** Terms of the federal rules for campaigns. */
import type { Purpose } from '../../../../contract.js';

/** Purposes of the Telemarketing Sales Rule. */
export const SOLD: readonly Purpose[] = ['telemarketing', 'charity'];
