/** Checks of the arguments of queueing formulas. */

/** Refuses a number of servers that is not an integer >= 0. */
export function requireServers(servers: number): void {
  if (Number.isInteger(servers) && servers >= 0) return;
  throw new RangeError(`servers is ${servers}; give an integer of 0 or more`);
}

/** Refuses negative and undefined loads, rates and times (Infinity is allowed). */
export function requireLoad(name: string, value: number): void {
  if (value >= 0) return;
  throw new RangeError(`${name} is ${value}; give a number of 0 or more`);
}

/** Refuses a value that is not a probability (0 to 1). */
export function requireProbability(name: string, value: number): void {
  if (value >= 0 && value <= 1) return;
  throw new RangeError(`${name} is ${value}; give a probability from 0 to 1`);
}
