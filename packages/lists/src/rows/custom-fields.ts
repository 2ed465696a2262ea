/** What a row brings for the agent's screen. */
import { LIMITS } from '@outdial/core';
import type { Cells } from './cells.js';

/** Custom fields, and what the agent must see to know whom the call is about. */
export function customFields(cells: Cells): Record<string, string> {
  const custom: Record<string, string> = {};
  for (const column of cells.columns.all) {
    const value = cells.in(column);
    const name = column.target.startsWith('field:')
      ? column.target.slice('field:'.length)
      : column.target === 'account' || column.target === 'personKey'
        ? column.header
        : null;
    if (name !== null && value !== '') custom[name] = value.slice(0, LIMITS.customField.max);
  }
  return custom;
}
