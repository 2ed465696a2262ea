/** Lookup in records whose keys come from outside. */

/**
 * The record's own value under this key, never one inherited from `Object.prototype`: authors of flows and
 * lists choose the names, and 'constructor' may be one.
 */
export function ownValue<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
