/** Transactions that are tried again when the database asks for it. */
import { databaseError } from './database-error.js';
import type { Engine, Tx } from './engine.js';
import { storeError } from '../errors.js';

/** Tries of one transaction before its failure is reported: about 4 s with the pauses below. */
export const TRIES = 12;
/** No try begins after so long, however many are left: each may wait for a server that does not answer. */
const TRYING_MOST_MS = 30_000;
const FIRST_PAUSE = 4;
const LONGEST_PAUSE = 800;

/** Thrown inside a transaction to have it rolled back and tried again. */
export class TryAgain extends Error {
  override readonly name = 'TryAgain';
}

/**
 * Waits for a write that a rival may have made meanwhile: a read under READ COMMITTED does not show what
 * another transaction has added since. Where its key is taken, the transaction begins again and reads it.
 */
export async function orTryAgain<Result>(
  { isDuplicate }: Pick<Engine, 'isDuplicate'>,
  writing: Promise<Result>,
  why: string,
): Promise<Result> {
  try {
    return await writing;
  } catch (error) {
    if (isDuplicate(error)) throw new TryAgain(why, { cause: error });
    throw error;
  }
}

/** How a transaction is tried. */
export interface Trying<Result> {
  /** @default TRIES */
  readonly tries?: number;
  /**
   * Whether the try that had this result is in force, asked where its commit failed: a connection that is
   * lost then leaves it open. The read must wait for that transaction, should the server still be at it (lock
   * a row that it wrote). Without it the work is done again, which must then change nothing.
   */
  readonly landed?: (result: Result) => Promise<boolean>;
}

/**
 * Runs `work` in one transaction; tries again after a deadlock, a busy database or a lost node. `work` must
 * not have side effects of its own.
 */
export async function transact<Result>(
  engine: Engine,
  work: (tx: Tx) => Promise<Result>,
  { tries = TRIES, landed }: Trying<Result> = {},
): Promise<Result> {
  /** What the last try had done when its commit failed. */
  let unsure: { readonly result: Result } | undefined;
  const once = async (): Promise<Result> => {
    if (unsure && (await landed?.(unsure.result))) return unsure.result;
    unsure = undefined;
    let done: { readonly result: Result } | undefined;
    try {
      return await engine.db.transaction().execute(async (tx) => {
        const result = await work(tx);
        done = { result };
        return result;
      });
    } catch (error) {
      unsure = done;
      throw error;
    }
  };
  return persist(engine, once, tries);
}

/** Runs repeatable work against the database, with as many tries. */
export async function persist<Result>(
  engine: Engine,
  work: () => Promise<Result>,
  tries: number = TRIES,
): Promise<Result> {
  const began = performance.now();
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const mayHelp = error instanceof TryAgain || engine.isRetryable(error);
      const isLate = performance.now() - began > TRYING_MOST_MS;
      if (attempt >= tries || isLate || !mayHelp) throw finalError(error);
      await pause(attempt);
    }
  }
}

/** Rivals that were first at every try are reported as what they are. */
function finalError(error: unknown): unknown {
  if (!(error instanceof TryAgain)) return databaseError(error);
  return storeError('database-locked', {}, { cause: error, context: { reason: error.message } });
}

/** Doubles from try to try; the random half keeps rivals from meeting again. */
async function pause(attempt: number): Promise<void> {
  const longest = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (attempt - 1));
  await new Promise((resolve) => setTimeout(resolve, longest * (0.5 + Math.random() / 2)));
}
