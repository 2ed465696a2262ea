/** Says what the receiver of a webhook did with a message. */
import { answerOf, textOf } from '../data/api.js';
import { TEXTS, fill } from '../texts.js';
import { say } from '../widgets/say.js';

/** Waits for a message to be sent, and says what became of it. */
export async function sayAnswer(
  sending: Promise<{ readonly data?: ReceiverAnswer; readonly error?: unknown }>,
): Promise<void> {
  try {
    const { accepted, text } = await answerOf(sending);
    const message = fill(TEXTS.webhooks.tested, { text });
    say({ color: accepted ? 'green' : 'red', message });
  } catch (error) {
    say({ color: 'red', message: textOf(error) });
  }
}

interface ReceiverAnswer {
  readonly accepted: boolean;
  readonly text: string;
}
