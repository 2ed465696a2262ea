/** What goes wrong outside and is survived, as embedders hear of it. */
import { errorText } from '@outdial/core';
import type { EngineFault } from '@outdial/core';

/** Something that went wrong and was survived. It names no person and no number. */
export interface DialerFault {
  /** Where: a listener or a port that threw, a broken invariant, or a part outside. */
  readonly where: EngineFault['where'] | 'store' | 'telephony' | 'do-not-call' | 'emergencies' | 'anchor';
  readonly detail: string;
  readonly error?: unknown;
}

/** A fault of the engine in these words. */
export function engineFault({ where, error }: EngineFault): DialerFault {
  return { where, detail: errorText(error), error };
}
