/** Hours at which a person has asked not to be called. */

/** Hours in the person's local time. */
export interface InconvenientHours {
  /** 0 is Monday. */
  readonly days: readonly number[];
  /** 'HH:MM'. */
  readonly from: string;
  /** 'HH:MM'. */
  readonly to: string;
}
