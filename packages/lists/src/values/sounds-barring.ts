/** Statuses of no vocabulary whose words may mean that some or all calls are not wanted. */
import { plainText } from './plain-text.js';
import { remembered } from './remembered.js';

const OTHER_MEDIUM = '(?:e ?mail|mail|text|sms|fax|post|write|send|knock|visit)';

/** Words of the law and of disputes, and what people say who want no calls. */
const BARRING: readonly string[] = [
  `(?:do not|don't|dont)(?! ${OTHER_MEDIUM})`,
  "(?:does not|doesn't|doesnt|not) want(?:s|ed)?",
  'never (?:call|contact|dial|ring|again)(?:ing|s)?',
  'no (?:longer want\\w*|contact(?! made)|solicit\\w*|robo ?calls?|auto ?dial\\w*|dial\\w*)',
  'leave (?:\\w+ )?alone',
  `(?<!${OTHER_MEDIUM} )opt(?:ed|ing)? ?outs?`,
  '(?:asked|request\\w*|wants?|told).{0,20} (?:stop|off|removed?|removal)',
  'remov(?:e|al|ed)',
  '(?:suppress|scrub|unsubscri|revok|litigat|harass|complain|bankrupt|insolven|deceas|incarcerat)\\w*',
  'refus\\w* (?:any|all|further|more|calls?|contact|to (?:talk|speak|be))|withdr[ae]w\\w*',
  'black ?list\\w*|block(?:ed|list)?',
  'law ?suits?|sued?|suing|plaintiff|tcpa|fdcpa|desist|hostile|abusive|legal (?:action|threat|counsel|hold)',
  'lawyers?|counsel|attorneys?|attn?ys?|estate of|probate|died',
  '(?<!not |no |non )dnc\\w*|registry|disput\\w*|fraud\\w*|identity theft|reassigned|minor',
  'wrong (?:number|party|person|phone)',
  'manual(?:ly)?(?: dial\\w*)? only|land ?line only|(?:e ?mail|text|sms|mail|letter|writing) only',
  'only (?:call|by|in writing|e ?mail|text|sms|mail)|call(?: ?backs?)? only',
  'prefers? (?:e ?mail|text|sms|mail|letter)',
];
const SOUNDS = new RegExp(`(?<![\\p{L}\\p{N}])(?:${BARRING.join('|')})(?![\\p{L}\\p{N}])`, 'u');

/** Whether a status may bar calls, or some of them, by words in it: 'threatened to sue', 'email only'. */
export const soundsBarring: (text: string) => boolean = (
  (read) => (text: string) =>
    read(text, '')
)(remembered((text: string): boolean => SOUNDS.test(plainText(text))));
