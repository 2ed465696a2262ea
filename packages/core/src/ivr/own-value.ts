/**
 * The record's own value under this key; never one inherited from `Object.prototype`, whatever name a flow's
 * author chose.
 */
export function ownValue<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
