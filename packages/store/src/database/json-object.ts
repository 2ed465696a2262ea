/**
 * Objects of JSON that the database makes of columns: rows of different tables then come in one statement
 * with few columns, which costs less than a column for each member in each row.
 */
import type { Expression, ExpressionBuilder, ExpressionWrapper } from 'kysely';
import type { JsonText } from './json-text.js';

/** The values of such an object by name, as the columns have them. */
export type JsonMembers<Value> = { readonly [Name in keyof Value]: Expression<Value[Name]> };

/** `json_object`, which both databases have. Text stays text, also where it is JSON itself. */
export function jsonObject<DB, TB extends keyof DB, Value>(
  eb: ExpressionBuilder<DB, TB>,
  members: JsonMembers<Value>,
): ExpressionWrapper<DB, TB, JsonText<Value>> {
  const pairs = Object.entries<Expression<unknown>>(members).flatMap(([name, value]) => [
    eb.val(name),
    value,
  ]);
  return eb.fn<JsonText<Value>>('json_object', pairs);
}
