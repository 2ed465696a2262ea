/** Media of contact, as lists write them. */
import { saysYes } from './yes-no.js';
import { Vocabulary } from './vocabulary.js';

/** A medium by which a person may ask not to be contacted. */
export type Medium = 'phone' | 'text' | 'email' | 'mail';

/** Whole texts that name a medium. */
export const MEDIA_WORDS: Readonly<Record<Medium, readonly string[]>> = {
  phone: ['phone', 'telephone', 'call', 'calls', 'voice', 'telefon', 'telefono'],
  text: ['text', 'texts', 'sms', 'text message', 'text messages'],
  email: ['email', 'e-mail'],
  mail: ['mail', 'post', 'letter', 'letters'],
};

const MEDIA: Vocabulary<Medium> = new Vocabulary(MEDIA_WORDS);

/**
 * The media that a text names, parted by semicolons, commas or bars; 'yes' is the telephone, of which a list
 * of leads speaks. Null where one of them is not a medium.
 */
export function readMedia(text: string): readonly Medium[] | null {
  if (saysYes(text)) return ['phone'];
  const media: Medium[] = [];
  for (const word of text.split(/[;,|]/).map((part) => part.trim())) {
    if (word === '') continue;
    const medium = MEDIA.read(word);
    if (medium === null) return null;
    media.push(medium);
  }
  return media.length > 0 ? media : null;
}
