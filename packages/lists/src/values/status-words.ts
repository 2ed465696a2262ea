/** What a status or disposition of another system says that the law gives weight to. */
import { isPlainAscii, plainText } from './plain-text.js';
import { refusalsWithin } from './refusal-within.js';
import { soundsBarring } from './sounds-barring.js';
import { Vocabulary } from './vocabulary.js';

/** What a status can bar. `in-doubt`: it may bar calls, and nothing can be made of it here. */
export type StatusMeaning = 'attorney' | 'bankrupt' | 'cease' | 'deceased' | 'do-not-call' | 'in-doubt';

/** Whole texts of common systems; of every other status nothing is made, and the agent sees it. */
export const STATUS_WORDS: Readonly<Record<StatusMeaning, readonly string[]>> = {
  'do-not-call': [
    ...['не звонить', 'отказ от звонков', 'чёрный список', 'черный список', 'просил не звонить', 'стоп-лист'],
    ...[
      '架電禁止',
      '連絡不可',
      '電話不可',
      '着信拒否',
      '请勿致电',
      '黑名单',
      '黑名單',
      '수신거부',
      '연락금지',
    ],
    ...[
      'aramayın',
      'kara liste',
      'nevolat',
      'ring inte',
      'ring ikke',
      'puhelinkielto',
      'عدم الاتصال',
      'لا تتصل',
    ],
    ...['dnc', 'dncl', 'dncc', 'dnca', 'dnc request', 'dnc requested', 'requested dnc', 'added to dnc'],
    ...[
      'do not call',
      'do not call request',
      'do not contact',
      'do not phone',
      "don't call",
      "don't contact",
    ],
    ...[
      'internal dnc',
      'company dnc',
      'national dnc',
      'federal dnc',
      'state dnc',
      'on dnc list',
      'never call',
    ],
    ...['opt out', 'opted out', 'optout', 'opted out of calls', 'unsubscribed', 'stop calling', 'no calls'],
    ...[
      'remove from list',
      'removed from list',
      'take off list',
      'take me off list',
      'off your list',
      'off the list',
      'off our list',
      'remove me',
      'litigator',
    ],
    ...['dont call', 'dont contact', 'do not ring', "don't ring", 'dont ring', "don't phone", 'dont phone'],
    ...['remove my number', 'lose my number', 'delete my number', 'stop all calls', 'dnd', 'do not disturb'],
    ...['do not dial', "don't dial", 'dont dial', 'do not solicit', 'leave me alone', 'serial plaintiff'],
    ...[
      'does not want to be called',
      "doesn't want to be called",
      'doesnt want calls',
      'no longer wants calls',
    ],
    ...[
      'asked to be removed',
      'asked to be taken off',
      'asked for removal',
      'asked removal',
      'wants removed',
    ],
    ...['requested removal', 'removal requested', 'removal request', 'asked to stop', 'asked us to stop'],
    ...['blacklist', 'suppress', 'suppressed', 'suppression list', 'dncr'],
    ...['taken off list', 'taken off the list', 'taken off your list', 'taken off our list'],
    ...['nicht mehr anrufen', 'nicht mehr kontaktieren', 'ne plus contacter', 'ne plus rappeler'],
    ...['no volver a llamar', 'no llamar más', 'no vuelvan a llamar', 'non richiamare', 'non chiamare più'],
    ...['não ligar mais', 'não ligue mais', 'niet meer bellen'],
    ...['not to call', 'never to call', 'asked not to be called', "doesn't want calls"],
    ...['not to be called', 'not to be contacted', 'does not want calls', 'wants no calls'],
    ...['no further calls', 'no more calls', 'no further contact', 'no more contact'],
    ...['consent revoked', 'revoked consent', 'consent withdrawn', 'withdrew consent', 'blacklisted'],
    ...[
      'nicht anrufen',
      'keine anrufe',
      'werbesperre',
      'anrufsperre',
      'gesperrt',
      'widerspruch',
      'widerrufen',
    ],
    ...['ne pas appeler', 'ne plus appeler', 'opposition', 'liste rouge', 'désinscrit', 'désabonné'],
    ...['no llamar', 'no contactar', 'lista negra', 'dado de baja', 'lista robinson', 'non chiamare'],
    ...['non contattare', 'não ligar', 'não contatar', 'não contactar', 'niet bellen', 'uitgeschreven'],
  ],
  deceased: [
    ...[
      'умер',
      'умерла',
      'скончался',
      'помер',
      '死亡',
      '故人',
      '逝去',
      '已故',
      '사망',
      'vefat',
      'vefat etti',
      'متوفى',
    ],
    ...['zemřel', 'zemřela', 'avliden', 'afdød', 'død', 'kuollut', 'elhunyt', 'decedat'],
    ...['rip', 'passed away', 'zmarły', 'zmarła', 'muerto', 'muerta', 'gestorben'],
    ...['deceased', 'dead', 'dcd', 'consumer deceased', 'verstorben', 'décédé', 'décédée', 'fallecido'],
    ...['fallecida', 'deceduto', 'deceduta', 'falecido', 'falecida', 'overleden'],
  ],
  bankrupt: [
    ...['bankrupt', 'bankruptcy', 'bk', 'bky', 'bk7', 'bk13', 'chapter 7', 'chapter 13', 'in bankruptcy'],
    ...['ch 7', 'ch 13', 'bk ch 7', 'bk ch 13', 'bankruptcy ch 7', 'bankruptcy ch 13', 'bk 7', 'bk 13'],
    ...[
      'bankruptcy chapter 7',
      'bankruptcy chapter 13',
      'filed bankruptcy',
      'filed bk',
      'filed for bankruptcy',
      'bankruptcy filed',
      'bk filed',
    ],
    ...[
      'банкрот',
      'банкротство',
      'iflas',
      'müflis',
      '破産',
      '自己破産',
      '破产',
      '파산',
      'konkurs',
      'konkurssi',
    ],
    ...['insolvenz', 'insolvent', 'en quiebra', 'en faillite', 'fallito', 'falido', 'failliet'],
  ],
  attorney: [
    ...[
      'attorney',
      'attorney represented',
      'represented by attorney',
      'represented',
      'attorney rep',
      'atty',
      'aty',
    ],
    ...[
      'atty rep',
      'has atty',
      'has attorney',
      'has an attorney',
      'has a lawyer',
      'has lawyer',
      'retained counsel',
      'represented by counsel',
      'rep by counsel',
      'rep by atty',
      'rep by attorney',
      'attorney retained',
      'attny',
      'attny rep',
      'legal rep',
      'legal representation',
      'legally represented',
      'anwalt',
      'avocat',
      'abogado',
      'avvocato',
      'advogado',
    ],
  ],
  cease: [
    ...['cease', 'cease and desist', 'cease & desist', 'c&d', 'cnd', 'cease communication', 'cease contact'],
    ...['cease calls', 'cease letter', 'cease and desist received', 'cease & desist received'],
    ...["cease and desist rec'd", "cease & desist rec'd", 'c&d received', "c&d rec'd"],
  ],
  'in-doubt': [
    ...['wrong #', 'wrong no', 'wrong num', 'wrong person', 'bad number', 'not in service'],
    ...['wrong number', 'wrong party', 'wn', 'reassigned', 'disconnected', 'disconnected number', 'minor'],
    ...['disputed', 'dispute', 'fraud', 'identity theft', 'incarcerated', 'military', 'scra', 'complaint'],
    ...[
      'cad',
      'dec',
      'litigious',
      'revoked',
      'withdrawn',
      'stop',
      'remove',
      'removed',
      'blocked',
      'falsche nummer',
      'mauvais numéro',
    ],
    ...['número equivocado', 'numero sbagliato', 'número errado', 'verkeerd nummer'],
  ],
};

const WORDS = new Vocabulary<StatusMeaning>(STATUS_WORDS);
/** Deaths that a note tells of, among other words. */
const DEATHS = STATUS_WORDS.deceased.filter((text) => text.length > 4 && /^\p{sc=Latin}/u.test(text));
const holdsDeath = refusalsWithin(DEATHS);
const holdsRefusal = refusalsWithin(STATUS_WORDS['do-not-call']);
/** Letters, attorneys and bankruptcies that a note tells of; their single words are about anything. */
const NOTED = [
  ...STATUS_WORDS.cease.filter((text) => text.includes(' ')),
  ...[
    'filed bankruptcy',
    'filed bk',
    'filed for bankruptcy',
    'in bankruptcy',
    'in chapter 13',
    'in chapter 7',
  ],
  ...['in ch 13', 'in ch 7', 'has atty', 'has attorney', 'has an attorney', 'has a lawyer', 'has lawyer'],
  ...['retained counsel', 'represented by counsel', 'rep by counsel', 'rep by atty', 'rep by attorney'],
  ...['represented by attorney', 'attorney represented', 'sent c&d', 'c&d sent', 'c&d rcvd', 'c&d received'],
];
const holdsNoted = refusalsWithin(NOTED);

/** What a status bars; null where it bars nothing that is known. A do-not-call status counts among others. */
export function readStatus(text: string): StatusMeaning | null {
  const known = WORDS.read(text);
  if (known !== null) return known;
  if (holdsRefusal(text)) return 'do-not-call';
  return soundsBarring(text) ? 'in-doubt' : null;
}

/** Beginnings of lists of media that are refused: 'do not mail or call'. */
const AMONG_MEDIA =
  "(?:do not|don't|dont|no|never)[^a-z]+(?:e.?mail|mail|sms|text|fax|newsletter|post|letter)";

/** What parts words; no letter of any script is among it, so that no text is read twice. */
const PARTS = '[\\s!-/:-@[-`{-~\\u2010-\\u2015]+';

/** The texts that bar on their own, without those that hold another one. */
const SHORTEST: readonly string[] = [
  ...STATUS_WORDS['do-not-call'],
  ...STATUS_WORDS.deceased,
  ...STATUS_WORDS.cease,
  ...NOTED,
]
  .map(plainText)
  .filter((text, index, all) =>
    all.every((other, at) => !holdsOther(text, other) && (other !== text || at >= index)),
  );

function holdsOther(text: string, other: string): boolean {
  return text !== other && text.includes(other);
}

/**
 * Alternatives by their first letter: every cell of free text is searched, and so it is compared with two
 * dozen letters at each place, and not with two hundred texts.
 */
function byFirstLetter(texts: readonly string[]): readonly string[] {
  const letters = [...new Set(texts.map((text) => text.charAt(0)))];
  return letters.map((letter) => {
    const rests = texts.filter((text) => text.startsWith(letter)).map((text) => text.slice(1));
    return `${letter}(?:${rests.map((rest) => rest.replaceAll(' ', PARTS)).join('|')})`;
  });
}

/** One of the texts that bar on their own, however their words are parted: without one no text says it. */
const TELLING: RegExp = new RegExp([AMONG_MEDIA, ...byFirstLetter(SHORTEST)].join('|'), 'i');

/** What a text says in whatever column it stands; 'attorney' may be somebody's profession there. */
const PLAIN: readonly (StatusMeaning | null)[] = ['do-not-call', 'deceased', 'cease'];

/**
 * Whether a text says on its own that the person must not be called, in whatever column it stands, also among
 * other words: 'per wife deceased 3/2'.
 */
export function saysBarred(text: string): boolean {
  if (text.length < 3 || !TELLING.test(isPlainAscii(text) ? text : plainText(text))) return false;
  return PLAIN.includes(readStatus(text)) || holdsDeath(text) || holdsNoted(text);
}
