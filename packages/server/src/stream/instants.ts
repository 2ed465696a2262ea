/** Instants as the API writes them. */
import { isoInstant } from '@outdial/core';

/** An instant as text; null stays null. */
export function instantOrNull(at: number | null): string | null {
  return at === null ? null : isoInstant(at);
}
