/** The kinds of consent that lists name. */
import type { NewConsent } from '../lead/new-lead.js';
import { saysYes } from './yes-no.js';

/** The whole texts that say written consent. A word inside a longer text can mean its opposite. */
const WRITTEN_CONSENT =
  /^(?:(?:prior )?(?:express )?written(?: consent)?|p?ewc|signed(?: consent)?|double opt in)$/;
/** The whole texts that say consent without a signature. */
const EXPRESS_CONSENT =
  /^(?:(?:prior )?express(?: consent)?|(?:express )?(?:verbal|oral)(?: consent)?|(?:single )?opt(?:ed)? in)$/;

/** The kind of consent that a text names, or null where it names none: no other text gives consent. */
export function consentKind(text: string): NewConsent['type'] | null {
  const words = text
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();
  if (WRITTEN_CONSENT.test(words)) return 'written';
  return EXPRESS_CONSENT.test(words) || saysYes(words) ? 'express' : null;
}
