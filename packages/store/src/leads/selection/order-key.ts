/** Where a lead stands in the order of its campaign, as numbers: the least comes first. */
import type { LeadOrder, LeadSelection } from './lead-selection.js';

/** What a pass reads of a lead. */
export interface OrderedRow {
  readonly lead_id: string;
  readonly dial_order: number;
  readonly seq: number;
  readonly last_attempt_at: number | null;
  readonly score: number | null;
}

/** Epoch ms at which the place closes, priority negated, place in the order, age. */
export type OrderKey = readonly [closes: number, priority: number, within: number, age: number];

/** The key of a lead. `closesAt`: when the window of its place closes, null when it never does. */
export function orderKeyOf(
  { order = 'oldest-first', seed = '' }: LeadSelection,
  row: OrderedRow,
  closesAt: number | null,
): OrderKey {
  const closes = order === 'oldest-first' ? (closesAt ?? Infinity) : 0;
  return [closes, row.dial_order, withinOf(order, seed, row), row.seq];
}

function withinOf(order: LeadOrder, seed: string, row: OrderedRow): number {
  switch (order) {
    case 'oldest-first':
      return 0;
    case 'newest-first':
      return -row.seq;
    case 'longest-uncalled':
      // Never called comes first.
      return row.last_attempt_at ?? -1;
    case 'score':
      return row.score === null ? Infinity : -row.score;
    case 'random':
      return scattered(`${seed}\n${row.lead_id}`);
  }
}

/** The order of two keys. */
export function compareKeys(one: OrderKey, other: OrderKey): number {
  for (let index = 0; index < one.length; index += 1) {
    const [a = 0, b = 0] = [one[index], other[index]];
    if (a !== b) return a < b ? -1 : 1;
  }
  return 0;
}

/** A number that looks random, the same for the same text: FNV-1a, then the finish of MurmurHash3. */
function scattered(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
