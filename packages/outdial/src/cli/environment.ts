/** The environment variables that the command line reads by fixed names: one table for its reference page. */

/** Meaning of each variable. Names that a campaign file chooses are explained with its settings. */
export const ENVIRONMENT_TABLE = {
  OUTDIAL_CLOCK_OFFSET_MS: [
    'ms added to the clock of every command on Asterisk, for rehearsals. A live campaign refuses it, except',
    'for `stop` and `dnc opt-out`; it is announced, logged and in the audit trail of the run.',
  ],
  OUTDIAL_LABORATORY: [
    '`1`: nobody outside of a laboratory can be called from here. Only then a live campaign takes a shifted',
    'clock.',
  ],
  OUTDIAL_AUDIT_KEY: ['Secret for the keyed hashes of the audit trail, at least 16 characters.'],
} as const;
