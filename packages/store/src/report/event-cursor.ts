/** Cursors of events: how far the chain of each writer was read. */
import { readHeads } from '../audit/heads.js';
import type { Engine } from '../database/engine.js';
import { storeError } from '../errors.js';

/** How far each writer was read: the number of the last entry. */
export type Positions = Readonly<Record<string, number>>;

/** The positions of a cursor. @throws OutdialError `cursor-unreadable` */
export function positionsIn(cursor: string): Positions {
  const given = parsed(cursor);
  const isPositions =
    typeof given === 'object' &&
    given !== null &&
    !Array.isArray(given) &&
    Object.values(given).every((n) => Number.isSafeInteger(n));
  if (!isPositions) throw storeError('cursor-unreadable', {});
  return given as Positions;
}

/** The cursor of these positions. */
export function cursorOf(positions: Positions): string {
  return JSON.stringify(positions);
}

/** The cursor of everything that has happened. */
export async function cursorOfNow(store: { readonly engine: Engine }): Promise<string> {
  return cursorOf(await eventHeads(store));
}

/** Events after each of these cursors, up to now. Quick: it reads where the chains end. */
export async function waitingAfter(
  store: { readonly engine: Engine },
  cursors: readonly string[],
): Promise<readonly number[]> {
  const heads = Object.entries(await eventHeads(store));
  return cursors.map((cursor) => {
    const positions = positionsIn(cursor);
    return heads.reduce((sum, [writer, n]) => sum + Math.max(0, n - (positions[writer] ?? 0)), 0);
  });
}

/** The number of the last event of each writer. */
async function eventHeads(store: { readonly engine: Engine }): Promise<Positions> {
  const heads = (await readHeads(store)).filter(({ chain }) => chain === 'events');
  return Object.fromEntries(heads.map(({ writer, n }) => [writer, n]));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
