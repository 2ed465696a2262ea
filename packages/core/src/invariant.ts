/**
 * Thrown when the engine finds its own books wrong. Caught at the process edge, which stops dialing and lets
 * live calls end.
 */
export class InvariantError extends Error {
  override readonly name = 'InvariantError';
}

/**
 * Asserts something the engine relies on. Kept in production: a broken invariant must stop dialing, not be
 * dialed over.
 */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new InvariantError(message);
}

/** Closes an exhaustive switch: a new member of the union fails to compile here. */
export function assertNever(value: never, what: string): never {
  throw new InvariantError(`unhandled ${what}: ${JSON.stringify(value)}`);
}
