/** Lookup in records whose keys come from outside. */

/**
 * The record's own value under this key, never one inherited from `Object.prototype`: the author of a flow
 * chooses the names.
 */
export function ownValue<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
