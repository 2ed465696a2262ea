/**
 * The errors of this package: one table of codes, in the shape of the other packages' errors. The package
 * imports nothing, so the classes are its own.
 */

/**
 * One code: what to do about it, and whether the same work may succeed later without a change by a person.
 */
interface ErrorCodeEntry {
  readonly remedy: string;
  readonly retryable: boolean;
}

/** A code of {@link COMPLIANCE_ERRORS}. */
export type ComplianceErrorCode = 'bad-input' | 'not-a-set' | 'unknown-version' | 'truncated' | 'corrupt';

/** Codes of the errors of `@outdial/compliance`. */
export const COMPLIANCE_ERRORS: Readonly<Record<ComplianceErrorCode, ErrorCodeEntry>> = {
  'bad-input': { remedy: 'Correct the field named and ask again.', retryable: false },
  'not-a-set': { remedy: 'Give a file written by DoNotCallBuilder.', retryable: false },
  'unknown-version': { remedy: 'Write the file again with this version of the package.', retryable: false },
  truncated: { remedy: 'Fetch the file again.', retryable: true },
  corrupt: { remedy: 'Fetch the file again.', retryable: true },
};

/** The base of every error of this package. `what`: what happened and where. */
export class ComplianceError<Code extends ComplianceErrorCode = ComplianceErrorCode> extends Error {
  override readonly name: string = 'ComplianceError';
  readonly code: Code;
  readonly what: string;
  readonly remedy: string;
  readonly retryable: boolean;

  constructor(code: Code, what: string) {
    super(what);
    this.code = code;
    this.what = what;
    this.remedy = COMPLIANCE_ERRORS[code].remedy;
    this.retryable = COMPLIANCE_ERRORS[code].retryable;
  }
}

/** Thrown for a request, option or file that cannot be read; names the field and what is expected there. */
export class ComplianceInputError extends ComplianceError<'bad-input'> {
  override readonly name = 'ComplianceInputError';
  /** Path of the field at fault, such as `campaign.purpose`. */
  readonly field: string;

  constructor(field: string, problem: string) {
    super('bad-input', `${field}: ${problem}`);
    this.field = field;
  }
}

/** Why bytes are not a do-not-call set. */
export type DoNotCallFormatCode = Exclude<ComplianceErrorCode, 'bad-input'>;

/** Thrown when bytes cannot be read as a do-not-call set; a set already in use is not touched. */
export class DoNotCallFormatError extends ComplianceError<DoNotCallFormatCode> {
  override readonly name = 'DoNotCallFormatError';
}
