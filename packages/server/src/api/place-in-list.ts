/** Pages of lists that go by time: where the next page begins, as a text that is given back as it came. */
import { z } from 'zod';

/** The last entry of a page. */
interface Place {
  /** Epoch ms. */
  readonly at: number;
  readonly id: string;
}

/** Where a page begins. */
export const after = z
  .string()
  .regex(/^\d{1,15}-.{1,96}$/, 'must be `more` of the answer before')
  .exactOptional()
  .meta({ description: '`more` of the answer before; absent: from the beginning.' });

/** Where the next page begins. */
export const more = z
  .string()
  .nullable()
  .meta({ description: 'Ask again with `after` for what follows; null: these are all.' });

/** The place that a text names. */
export function placeIn(text: string): Place {
  const end = text.indexOf('-');
  return { at: Number(text.slice(0, end)), id: text.slice(end + 1) };
}

/** The text of a place; null: nothing follows. */
export function placeText(place: Place | null): string | null {
  return place && `${place.at}-${place.id}`;
}
