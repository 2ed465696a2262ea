/** Asks Asterisk what became of a request whose effect is unknown. */
import { isMissing } from '../transport/ari-request-error.js';

/** Pause before Asterisk is asked again, ms. */
const ASK_AGAIN_MS = 200;
/** Time for events about something that came and went already, ms. */
const EVENTS_MS = 100;

/** What a look at Asterisk says. */
export type Existence<Thing> = { readonly is: 'there'; readonly thing: Thing } | { readonly is: 'missing' };

/**
 * Looks until Asterisk says whether something exists. Events of what has come and gone get time to arrive
 * before it counts as missing.
 *
 * @param look the request that reads the thing; it rejects with status 404 when there is none
 * @param isWanted false as soon as nobody needs to know any more, because an event has told it
 * @returns null when nobody wants to know any more
 */
export async function whatExists<Thing>(
  look: () => Promise<Thing>,
  isWanted: () => boolean,
): Promise<Existence<Thing> | null> {
  while (isWanted()) {
    try {
      return { is: 'there', thing: await look() };
    } catch (error) {
      if (isMissing(error)) {
        await pause(EVENTS_MS);
        return isWanted() ? { is: 'missing' } : null;
      }
      await pause(ASK_AGAIN_MS);
    }
  }
  return null;
}

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
