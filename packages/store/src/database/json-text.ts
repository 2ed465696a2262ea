/**
 * JSON in a text column: the column's type says what the JSON holds, so a reader gets that type back without
 * a cast.
 */

declare const HOLDS: unique symbol;

/** Text of a JSON `Value`. Only {@link toJson} makes it. */
export type JsonText<Value> = string & { readonly [HOLDS]: Value };

/** Writes a value for a JSON column. */
export function toJson<Value>(value: Value): JsonText<Value> {
  return JSON.stringify(value) as JsonText<Value>;
}

/** Marks text that is JSON of `Value` already, e.g. canonical JSON that was hashed. */
export function asJson<Value>(text: string): JsonText<Value> {
  return text as JsonText<Value>;
}

/** Reads a JSON column that is never empty. */
export function readJson<Value>(text: JsonText<Value>): Value {
  return JSON.parse(text) as Value;
}

/** Reads a JSON column; `fallback` for an absent or empty one. */
export function parseJson<Value>(text: JsonText<Value> | null | undefined, fallback: Value): Value {
  return text === null || text === undefined || text === '' ? fallback : readJson(text);
}
