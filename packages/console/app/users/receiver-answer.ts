/** Says what the receiver of a webhook did with a message. */
import { notifications } from '@mantine/notifications';
import { answerOf, textOf } from '../data/api.js';
import { TEXTS, fill } from '../texts.js';

/** Waits for a message to be sent, and says what became of it. */
export async function sayAnswer(
  sending: Promise<{ readonly data?: ReceiverAnswer; readonly error?: unknown }>,
): Promise<void> {
  try {
    const { accepted, text } = await answerOf(sending);
    const message = fill(TEXTS.webhooks.tested, { text });
    notifications.show({ color: accepted ? 'green' : 'red', message, withBorder: true });
  } catch (error) {
    notifications.show({ color: 'red', message: textOf(error), withBorder: true });
  }
}

interface ReceiverAnswer {
  readonly accepted: boolean;
  readonly text: string;
}
