/**
 * What one file under `us/states` holds: the rules of a state, and the facts about it that rules for the
 * whole country read.
 */
import type { Rule } from '../../../engine/rule.js';

/** The calling law of one state, district, city or territory. */
export interface StateLaw {
  /** ISO 3166-2 code without 'US-'; 'NYC' for New York City. */
  readonly code: string;
  readonly rules: readonly Rule[];
  /** Present where every party must consent to a recording of the call. */
  readonly recordingConsent?: 'all-party';
  /** Present where the state asks for registration or a bond before telemarketing. */
  readonly registration?: 'asked';
  /** Name of the state's own do-not-call registry beside the national one; absent where it keeps none. */
  readonly registry?: string;
  /**
   * Present where the state's rules bind creditors that collect their own debts; elsewhere such calls
   * refuse as not modelled.
   */
  readonly creditors?: 'bound';
}
