/**
 * The one family of errors of all packages. An expected outcome is a value and a broken invariant is an
 * `InvariantError`; everything else that is thrown is an `OutdialError`.
 */
import { filledText, type ErrorCodeOf, type ErrorTable, type ErrorValues } from './error-table.js';

/** Facts about one error, for programs. They hold no telephone numbers and no passwords. */
export type ErrorContext = Readonly<Record<string, unknown>>;

/** Everything an error of the family says. */
export interface ErrorFacts<Code extends string = string> {
  /** Stable, kebab-case: what a program tests. */
  readonly code: Code;
  /** What happened and where. */
  readonly what: string;
  /** What to do about it. */
  readonly remedy: string;
  /** True when the same work may succeed later without a change by a person. */
  readonly retryable: boolean;
  readonly context: ErrorContext;
}

/** What may be added to an error that is made from a table. */
export interface ErrorFromOptions {
  /** The error underneath. */
  readonly cause?: unknown;
  /** More facts for programs; the values of the text are always part of the context. */
  readonly context?: ErrorContext;
}

/** The facts of an error and its cause: what a class of the family hands to `super`. */
export interface OutdialErrorOptions<Code extends string = string> extends ErrorFacts<Code> {
  readonly cause?: unknown;
}

/** An error that says what happened, why, and what to do. Its message is `what` followed by `remedy`. */
export class OutdialError<Code extends string = string> extends Error implements ErrorFacts<Code> {
  override readonly name: string = 'OutdialError';
  readonly code: Code;
  readonly what: string;
  readonly remedy: string;
  readonly retryable: boolean;
  readonly context: ErrorContext;

  constructor(options: OutdialErrorOptions<Code>) {
    super(
      `${options.what} ${options.remedy}`,
      options.cause === undefined ? undefined : { cause: options.cause },
    );
    this.code = options.code;
    this.what = options.what;
    this.remedy = options.remedy;
    this.retryable = options.retryable;
    this.context = options.context;
  }
}

/** The facts of a code, its texts filled with `values`: for classes that extend {@link OutdialError}. */
export function errorFacts<Table extends ErrorTable, Code extends ErrorCodeOf<Table>>(
  table: Table,
  code: Code,
  values: ErrorValues<Table[Code]>,
  options: ErrorFromOptions = {},
): OutdialErrorOptions<Code> {
  const { what, remedy, retryable } = table[code] as Table[Code];
  return {
    code,
    what: filledText(what, values),
    remedy: filledText(remedy, values),
    retryable,
    context: { ...values, ...options.context },
    cause: options.cause,
  };
}

/**
 * An error of a table, its texts filled with `values`.
 *
 * @example
 * throw errorFrom(STORE_ERRORS, 'database-locked', { url }, { cause });
 */
export function errorFrom<Table extends ErrorTable, Code extends ErrorCodeOf<Table>>(
  table: Table,
  code: Code,
  values: ErrorValues<Table[Code]>,
  options: ErrorFromOptions = {},
): OutdialError<Code> {
  return new OutdialError(errorFacts(table, code, values, options));
}

/**
 * True for an error of the family, judged by its shape: packages that do not import core, or another copy of
 * core, have classes of their own.
 */
export function isOutdialError(error: unknown): error is Error & ErrorFacts {
  return (
    typeof error === 'object' &&
    error !== null &&
    ['code', 'what', 'remedy', 'message'].every(
      (key) => typeof (error as Readonly<Record<string, unknown>>)[key] === 'string',
    ) &&
    'retryable' in error &&
    typeof error.retryable === 'boolean'
  );
}
