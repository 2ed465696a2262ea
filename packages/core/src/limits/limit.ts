/** What a limit is. */

/** What is counted. Times are whole or fractional numbers of the unit. */
export type LimitUnit =
  | 'characters'
  | 'bytes'
  | 'digits'
  | 'keys'
  | 'entries'
  | 'calls'
  | 'calls per second'
  | 'calls per agent'
  | 'agents'
  | 'attempts'
  | 'times'
  | 'nodes'
  | 'lines of text'
  | 'ms'
  | 'seconds'
  | 'minutes'
  | 'hours'
  | 'days'
  | 'share'
  | 'number';

/** A range with both ends allowed. */
export interface Limit {
  /** Smallest allowed value; with `exclusive`, every value must be larger. */
  readonly min: number;
  readonly max: number;
  readonly unit: LimitUnit;
  /** What it bounds, and why there. */
  readonly reason: string;
  /** True: `min` itself is not allowed. */
  readonly exclusive?: true;
}
