/** Words that systems put before a header: whose it is, or where the system keeps it. */

/** Names that systems give the person that a row is about, and marks of fields that users have added. */
const BEFORE: ReadonlySet<string> = new Set(
  (
    'custom cf udf field fields attribute attributes properties x studio vb voterbase tsmart vf ' +
    'contact lead person customer client constituent donor member patient pt voter debtor dbtr db dbr ' +
    'consumer borrower primary preferred'
  ).split(' '),
);

/**
 * A header in plain words without the words before it that say no more than whose it is: 'vb voterbase phone'
 * is 'phone', 'contact 1 phone 2' is 'phone 2'. The second contact of a row is somebody else, and keeps their
 * words. Null where nothing is left, or nothing goes.
 */
export function withoutOwner(words: string): string | null {
  const parts = words.split(' ');
  let from = 0;
  while (BEFORE.has(parts[from] ?? '')) from += parts[from + 1] === '1' ? 2 : 1;
  const rest = parts.slice(from);
  return from === 0 || rest.length === 0 || /^\d+$/.test(rest[0] ?? '') ? null : rest.join(' ');
}
