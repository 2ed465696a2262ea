/** Thrown when the module's own data or code contradicts itself. Never the caller's fault. */
export class ComplianceInvariantError extends Error {
  override readonly name = 'ComplianceInvariantError';
}

/** Throws {@link ComplianceInvariantError} unless the condition holds; kept in production. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new ComplianceInvariantError(message);
}

/**
 * Thrown for a request, option or file that cannot be read; names the field, the value's shape and the
 * remedy.
 */
export class ComplianceInputError extends Error {
  override readonly name = 'ComplianceInputError';
  readonly code = 'bad-input';
  /** Path of the field at fault, such as `campaign.purpose`. */
  readonly field: string;

  constructor(field: string, problem: string) {
    super(`${field}: ${problem}`);
    this.field = field;
  }
}
