/** Exit codes of the command line; docs/guides/operating.md explains them. */
export const EXIT = {
  done: 0,
  /** A fault of outdial itself. */
  fault: 1,
  usage: 2,
  campaignFile: 3,
  /** The law, an interlock or the kill switch forbids it. */
  refused: 4,
  /** A part outside could not be reached: database, Asterisk. */
  unavailable: 5,
  /** `doctor` or `check` found something wrong; `import` rejected every row. */
  findings: 6,
  /** The run was halted: kill switch, broken invariant. */
  halted: 7,
  /** Interrupted a second time before it had drained. */
  interrupted: 130,
} as const;

/** One of {@link EXIT}. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
