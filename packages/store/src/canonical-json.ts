/**
 * JSON with sorted keys and without `undefined`: the same value always gives the same text, so that it can be
 * hashed (after RFC 8785, for JSON values).
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item)).join(',')}]`;
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined && typeof member !== 'function')
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}

/** Reads JSON that this store wrote; `fallback` for an absent column. */
export function parseJson<Value>(text: string | null | undefined, fallback: Value): Value {
  return text === null || text === undefined || text === '' ? fallback : (JSON.parse(text) as Value);
}
