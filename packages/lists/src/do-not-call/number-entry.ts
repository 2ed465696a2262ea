/** What one line of a do-not-call file says. */

/** What is wrong with a line. */
export interface EntryProblem {
  readonly problem: string;
  readonly remedy: string;
}

/** First and last integer key of a range of numbers. */
export interface KeyRange {
  readonly first: number;
  readonly last: number;
}

/** What a line says: its numbers, and what of it was not understood. */
export interface NumberEntry {
  /** Numbers of people who must not be called: each with every E.164 form of it. */
  readonly listed: readonly (readonly string[])[];
  /** Ranges that must not be called. */
  readonly ranges: readonly KeyRange[];
  /** True where the line says that its numbers left the list. */
  readonly isRemoval: boolean;
  /** True where the line says that its numbers are on no list. */
  readonly isFree: boolean;
  /** Epoch ms of the day since when, where a column says it; null: it is not said. */
  readonly on: number | null;
  /** What could not be read: the line is reported, and what could be read of it counts. */
  readonly problem: EntryProblem | null;
}

/** What a number of a file says, with its line from 1. */
export interface FileEntry {
  readonly line: number;
  readonly text: string;
  readonly entry: NumberEntry;
}

/** A line that could not be read at all. */
export function unreadEntry(problem: string, remedy: string): NumberEntry {
  return { ...NOTHING, problem: { problem, remedy } };
}

/** A line without a number. */
export const NOTHING: NumberEntry = {
  listed: [],
  ranges: [],
  isRemoval: false,
  isFree: false,
  on: null,
  problem: null,
};
