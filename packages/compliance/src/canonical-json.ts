/** JSON in which equal data gives equal text, for hashes and comparisons of records. */

/** JSON with the keys of every object in order and without absent members: equal data, equal text. */
export function canonicalRecordJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map((item) => canonicalRecordJson(item)).join(',')}]`;
  const members = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, item]) => `${JSON.stringify(key)}:${canonicalRecordJson(item)}`).join(',')}}`;
}
