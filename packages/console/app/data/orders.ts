/** Giving orders: what was not followed is shown where the person looks. */
import { TEXTS } from '../texts.js';
import { say } from '../widgets/say.js';
import { answerOf, isNotLoggedIn, textOf } from './api.js';

/** Gives an order. False: it was not followed, and the person was told why. */
export async function give(
  request: Promise<{ readonly data?: unknown; readonly error?: unknown }>,
): Promise<boolean> {
  try {
    await answerOf(request);
    return true;
  } catch (error) {
    // The log-in covers the screen: what was not done stands there until it is read.
    const isOver = isNotLoggedIn(error);
    const message = isOver ? TEXTS.logIn.notDone : textOf(error);
    say({ color: 'red', message, stays: isOver });
    return false;
  }
}
