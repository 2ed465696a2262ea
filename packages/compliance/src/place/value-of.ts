/** Looks keys from outside up in tables: a list may hold any text, and every object has a 'constructor'. */

/** What the table itself says of a key; undefined where it has none, or there is no table. */
export function valueOf<Value>(
  table: Readonly<Record<string, Value>> | undefined,
  key: string,
): Value | undefined {
  return table && Object.hasOwn(table, key) ? table[key] : undefined;
}
