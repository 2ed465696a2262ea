/** What a row brings for the agent's screen. */
import { LIMITS } from '@outdial/core';
import type { Cells } from './cells.js';

/** Custom fields, and what the agent must see to know whom the call is about. */
export function customFields(cells: Cells): Record<string, string> {
  const custom: Record<string, string> = {};
  for (const { column, name } of cells.columns.shown) {
    const value = cells.in(column);
    if (value === '') continue;
    if (value.length <= LIMITS.customField.max) custom[name] = value;
    else
      cells.reportIn(
        column,
        `it is longer than ${LIMITS.customField.max} characters`,
        'shorten it: the agent does not see it',
      );
  }
  return custom;
}
