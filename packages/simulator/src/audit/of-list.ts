/** Which calls are dialed to leads of a list: no other counts for caps, limits and outcomes of leads. */

const BESIDE: ReadonlySet<string> = new Set(['inbound', 'third-party']);

/** Whether a call in this mode is dialed to a lead of a list. */
export function isOfList(mode: string): boolean {
  return !BESIDE.has(mode);
}
