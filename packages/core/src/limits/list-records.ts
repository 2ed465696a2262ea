/** Limits of imported files and of what one row says. */

/** The limits of imported files and of what one row says. */
export const RECORD_LIMITS = {
  recordLines: {
    min: 1,
    max: 10_000,
    unit: 'lines of text',
    reason: 'A quoted record that is longer has lost its closing quote.',
  },
  recordCharacters: {
    min: 1,
    max: 1_000_000,
    unit: 'characters',
    reason: 'Memory one record may take; a longer line is not a row of a list.',
  },
  packedFile: {
    min: 0,
    max: 268_435_456,
    unit: 'bytes',
    reason: 'A zip archive or workbook: its directory is at its end, so it is read into memory.',
  },
  uploadPart: {
    min: 1,
    max: 1_048_576,
    unit: 'bytes',
    reason: 'A part of a list that a browser uploads: a part is in memory while it is written.',
  },
  recordFields: {
    min: 1,
    max: 16_384,
    unit: 'entries',
    reason: 'Columns of a list: as many as a spreadsheet has.',
  },
  leadNumbers: {
    min: 1,
    max: 50,
    unit: 'entries',
    reason: 'Numbers of one lead, which calls try one after the other: more are a list in one row.',
  },
  doNotCallLine: {
    min: 0,
    max: 4_096,
    unit: 'characters',
    reason: 'A line of a do-not-call file holds one number and a few columns.',
  },
  leadPriority: {
    min: -1_000_000,
    max: 1_000_000,
    unit: 'number',
    reason: 'Order of dialing: a whole number that fits a 32-bit column, negated too.',
  },
} as const;
