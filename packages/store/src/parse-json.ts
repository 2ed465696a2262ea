/** Reads the JSON columns of the store. `canonicalJson` of core writes those that are hashed. */

/** Reads JSON that this store wrote; `fallback` for an absent column. */
export function parseJson<Value>(text: string | null | undefined, fallback: Value): Value {
  return text === null || text === undefined || text === '' ? fallback : (JSON.parse(text) as Value);
}
