/**
 * Media that this module does not cover. Calls are judged; a request for anything else is refused by name, so
 * that the law of calls is not taken for the law of messages.
 */

const MEDIA: readonly (readonly [words: RegExp, name: string])[] = [
  [/ringless|^rvm$|voice-?mail-?drop|direct-?to-?voice-?mail/, 'ringless voicemail'],
  [/^(sms|mms|rcs|texts?|texting|text-?messag\w*|messag\w*|whats-?app|imessage)$/, 'text messages'],
  [/^(e-?mail|fax)$/, 'e-mail and fax'],
];

/**
 * What a word asks for where it is not a telephone call, in one sentence for people; undefined for any other
 * word.
 */
export function uncoveredMedium(word: unknown): string | undefined {
  if (typeof word !== 'string') return undefined;
  const plain = word.trim().toLowerCase().replaceAll(/[ _]/g, '-');
  const medium = MEDIA.find(([words]) => words.test(plain));
  return medium && `asks for ${medium[1]}, which is not covered: only telephone calls are`;
}
