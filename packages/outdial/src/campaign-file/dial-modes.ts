/** The dial modes that a campaign may name. */
import type { DialMode } from '@outdial/core';

/** Every dial mode, in the order of how far a call goes ahead of an agent. */
export const DIAL_MODES = [
  'manual',
  'preview',
  'progressive',
  'power',
  'predictive',
  'agentless',
] as const satisfies readonly DialMode[];
