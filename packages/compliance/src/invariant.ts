/** What must hold in this package's own data and code. */

/** Thrown when the module's own data or code contradicts itself. Never the caller's fault. */
export class ComplianceInvariantError extends Error {
  override readonly name = 'ComplianceInvariantError';
}

/** Throws {@link ComplianceInvariantError} unless the condition holds; kept in production. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new ComplianceInvariantError(message);
}
