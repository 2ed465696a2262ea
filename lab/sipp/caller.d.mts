import type { LabFacts } from '../index.mjs';
export function callIn(
  facts: LabFacts,
  caller: { readonly from: string; readonly to: string; readonly staysMs: number },
): Promise<void>;
