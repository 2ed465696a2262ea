/** What must hold in core's own state, and how a breach of it stops the dialing. */

/**
 * Thrown when the engine finds its own state inconsistent. Caught at the process edge, which stops dialing
 * and lets live calls end.
 */
export class InvariantError extends Error {
  override readonly name = 'InvariantError';
}

/**
 * Asserts something the engine relies on. Active in production: after a broken invariant, dialing must stop.
 */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new InvariantError(message);
}

/** Closes an exhaustive switch: a new member of the union fails to compile here. */
export function assertNever(value: never, what: string): never {
  throw new InvariantError(`unhandled ${what}: ${JSON.stringify(value)}`);
}
