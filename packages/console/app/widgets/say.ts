/** Says for a while, above the screen, what came of something. */
import { notifications } from '@mantine/notifications';

/** What a person takes to look up, and to read a letter, ms. */
const LOOK_MS = 4_000;
const LETTER_MS = 60;

/** What is said. `stays`: until it is closed. */
interface Said {
  readonly message: string;
  readonly color?: 'green' | 'red';
  readonly stays?: boolean;
}

/** Says it for as long as one takes to read it. */
export function say({ message, color, stays = false }: Said): void {
  const autoClose = stays ? false : LOOK_MS + LETTER_MS * message.length;
  notifications.show({ message, autoClose, withBorder: true, ...(color === undefined ? {} : { color }) });
}
