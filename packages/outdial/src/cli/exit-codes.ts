/** Exit codes of the command line: one table, from which help and reference page are printed. */

/**
 * Every exit code by name: `brief` is for `outdial --help`, `meaning` for the reference page. Phrases are
 * joined by spaces.
 */
export const EXIT_TABLE = {
  done: { code: 0, brief: 'done', meaning: 'The command did what it was asked to do.' },
  fault: { code: 1, brief: 'fault of outdial', meaning: 'A fault of outdial itself: report it.' },
  usage: {
    code: 2,
    brief: 'usage',
    meaning: [
      'What was given cannot be used: an unknown option, a value, an order that cannot be read, an input',
      'file, or an environment variable that is missing or wrong.',
    ],
  },
  campaignFile: {
    code: 3,
    brief: 'campaign file',
    meaning: 'The campaign file is missing or wrong; every problem is listed with path, value and remedy.',
  },
  refused: {
    code: 4,
    brief: 'refused',
    meaning: [
      'The campaign review, an interlock or the kill switch forbids dialing, another process runs the',
      'campaign, or the running campaign cannot follow an order of `ctl` as things stand.',
    ],
  },
  unavailable: {
    code: 5,
    brief: 'something outside is not available',
    meaning: [
      'Something that outdial needs is not available: database, Asterisk, do-not-call list, disk, port.',
      'A run that ended in order, and whose last writes the database did not confirm, ends so, too.',
    ],
  },
  findings: {
    code: 6,
    brief: 'findings',
    meaning: [
      'The answer is no: `doctor` found something wrong, `check` refuses, `import` took no row',
      'or could not read a do-not-call file whole or could not be undone,',
      '`leads close` and `leads reopen` found no lead to change, `leads recycle` none that ended so,',
      '`leads count` none that the filter takes,',
      '`rules due` found law to read again, `callbacks` changed none, `dnc opt-in` found no entry,',
      '`dnc build` or `dnc opt-out` left lines out, `dnc check` found the number,',
      '`retention recordings` could not remove a file,',
      '`audit` found a record altered or a verdict that differs.',
    ],
  },
  halted: {
    code: 7,
    brief: 'halted',
    meaning: [
      'The run was halted by the kill switch, by a broken invariant, by a database that did not answer, or',
      'because another process took the campaign over, or the ARI application with its calls.',
    ],
  },
  interrupted: {
    code: 130,
    brief: 'interrupted',
    meaning: 'The run was interrupted a second time before it had drained.',
  },
} as const;

/** Name of an exit code. */
export type ExitName = keyof typeof EXIT_TABLE;

/** One of the exit codes. */
export type ExitCode = (typeof EXIT_TABLE)[ExitName]['code'];

/** The exit codes by name. */
export const EXIT: { readonly [Name in ExitName]: (typeof EXIT_TABLE)[Name]['code'] } = {
  done: EXIT_TABLE.done.code,
  fault: EXIT_TABLE.fault.code,
  usage: EXIT_TABLE.usage.code,
  campaignFile: EXIT_TABLE.campaignFile.code,
  refused: EXIT_TABLE.refused.code,
  unavailable: EXIT_TABLE.unavailable.code,
  findings: EXIT_TABLE.findings.code,
  halted: EXIT_TABLE.halted.code,
  interrupted: EXIT_TABLE.interrupted.code,
};
