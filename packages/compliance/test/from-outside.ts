/**
 * Values as they come from outside, where the compiler knows nothing of them: for tests of what is refused.
 */

/** The value without its type, as JSON or a caller in JavaScript gives it. */
// oxlint-disable-next-line typescript/no-explicit-any -- what comes from outside has no type
export function fromOutside(value: unknown): any {
  return value;
}
