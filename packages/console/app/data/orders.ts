/** Giving orders: what was not followed is shown where the person looks. */
import { notifications } from '@mantine/notifications';
import { answerOf, textOf } from './api.js';

/** Gives an order. False: it was not followed, and the person was told why. */
export async function give(
  request: Promise<{ readonly data?: unknown; readonly error?: unknown }>,
): Promise<boolean> {
  try {
    await answerOf(request);
    return true;
  } catch (error) {
    notifications.show({ color: 'red', message: textOf(error), autoClose: 8_000, withBorder: true });
    return false;
  }
}
