/** Which headers look like something that the law gives weight to, whether it is understood or not. */
import { readStatus } from '../values/status-words.js';
import { isContactByPhone } from './consent-headers.js';
import { legalRoles, legalTokens } from './legal-words.js';
import { spelledRight } from './spelled-right.js';

/**
 * What a header that is not understood looks like. `bars`: where it says anything but no, calls may be
 * barred. `permits`: its no may bar them. `noted`: the law gives weight to it, and a call may be legal.
 */
export type LegalWeight = 'bars' | 'permits' | 'noted';

const words = (...lines: readonly string[]): RegExp => new RegExp(`\\b(?:${lines.join('|')})\\b`, 'u');

/** Within headers: a person's no, and facts that end calls. */
const BARS = words(
  'dnc\\w*|opt(?:s|ed)? ?out|unsubscrib\\w*|black ?list\\w*|block ?list\\w*|blocked',
  'block (?:call|phone)s?|suppress\\w*|revo(?:ke|ked|cation)|withdr\\w+|refus\\w*|prohibit\\w*',
  'forbid\\w*|restrict\\w*|exclud\\w*|exclusions?|cease\\w*|desist|attorneys?|atty|lawyer|counsel',
  'legal (?:hold|rep\\w*)|bankrupt\\w*|bk|bky|bkcy|deceased|dcd|litigat\\w*|plaintiffs?|tcpa troll',
  'law ?suit|sued|suit filed|disput\\w*|wrong ?number|disconnected|reassigned|minor|inconvenient',
  'out of sol|dnp|(?:cell|mobile|home|work) stop|do ?not|dont|no longer|wish(?:es)? not',
  '(?:does|do) not want|take off|(?:please|request) remove|remove(?:d|me)?(?: from| me)',
  'no (?:robo ?calls?|auto ?dial\\w*|pre ?recorded\\w*|voice ?mails?|vm)|manual (?:dial|calls?) only',
  'human only|widerruf\\w*|widerspr\\w*|gesperrt|sperr\\w*|\\w+sperre|verboten|anwalt|insolven\\w*',
  'verstorben|loschwunsch|robinson\\w*|oppos\\w*|interdi\\w*|avocat|deced\\w*|liste rouge',
  'ne (?:souhaite|veut)|faillit\\w*|stop pub|no (?:desea|quiere|llamar|contactar)|prohibi\\w*',
  'revocad\\w*|difunt\\w*|fallec\\w*|abogad\\w*|lista negra|baja|bloquea\\w*|concurso|exclui\\w*',
  'nao (?:deseja|quer)|descadastr\\w*|espolio|cessar|falec\\w*|advogad\\w*|non (?:desidera|vuole)',
  'opposiz\\w*|revoca|decedut\\w*|concors\\w*|avvocat\\w*|bezwaar|blokkade|geblokkeerd|zmarl\\w*',
  'npt|(?:removal|deletion|erasure|loschungs?) ?(?:request\\w*|antrag)|(?:removal|deletion) date',
  'upadlosc\\w*|adwokat|pelnomocnik|czarna lista|cofn\\w*|wycof\\w*|brak zgody',
);

/** Whole headers that say so: within others these words are about anything. */
const BARS_ALONE = /^(?:(?:is|please) )?(?:stop|removed?|removal)(?: (?:flag|date|y n))?$/;

/** Permission and consent. */
const PERMITS = words(
  'permission\\w*|(?:ok|okay|allowed) to call|may we|allow(?:s|ed)?|agree[sd]?|callable|contactable',
  '(?:to|may) be (?:called|contacted|phoned)|(?:^|please )call me|would like (?:a )?calls?',
  'dialable|(?:dialer|call|phone) ok|wants? (?:calls?|contact)|telefonwerbung|erlaub\\w*|autoris\\w*',
  'autoriza\\w*',
);
const NOTED = words(
  'consent\\w*|opt(?:s|ed)? ?in|never|confidential|hostile|tcpa|fdcpa|gdpr|dsgvo|rgpd|dod|registry',
  'scrub\\w*|stop|(?:legal|lawful) basis|rechtliche grundlage|rechtsgrundlage',
  'base (?:legale|juridica|legal)|remov(?:e|ed|al)|complain\\w*|marketing (?:contact )?status',
  'telemarketing|(?:contact|communication|marketing) pref\\w*',
  'preferred (?:contact|channel|method)\\w*|surendett\\w*|mandataire|tutelle|curat(?:elle|ele|ela)',
  'betreuung|(?:call|calling) (?:after|before|hours?|window)|not before|judg?ment|class action',
  'vulnerab\\w*|sol date|last ?(?:local ?)?(?:call|called|attempt|attempted|dial|dialed|dialled)',
  'call ?count|called ?count|military|scra|active ?duty|servicemember|fraud|identity ?theft',
  'incarcerat\\w*|guardian\\w*|conservator\\w*|statute|ebr|power of attorney|time ?barred',
  'hardship|chapter|only (?:call|calling|contact)\\w*|(?:call|calls) only',
  'credit counsel\\w*|cccs|threat\\w*|beschwerde|kontakt nur|nur schriftlich|einwillig\\w*',
  'zustimm\\w*|nicht|keine?|tps|ctps|bloctel|consentement|ne pas|consentim\\w*|consens\\w*',
  'toestemm\\w*|niet|zgod[ay]|minorenne|amministrazione di sostegno',
);

/** Other channels: what is said of them says nothing of calls. Text messages are not among them. */
const OTHER_CHANNEL =
  /\b(?:e ?mails?|newsletters?|mailings?|courriels?|correos?|correio|posta elettronica)\b/;
/** What subscriptions and the marketing of a CRM are about: mail. Headers of theirs are named. */
const OF_OTHERS = new RegExp(
  `${OTHER_CHANNEL.source}|\\b(?:sms|texting|subscription|subscriber|marketing (?:contact )?status)\\b`,
);
/** Of these, and of visits, a refusal bars no call. */
const NO_CALL = words(
  'mails?|post|postal|letters?|sms|texts?|texting|fax|visits?|walk|knock|canvass',
  'rent|trade|exchange|share|sell|publish',
);
/** With these a header is about calls, too. */
const CALLS = /\b(?:calls?|calling|phones?|telephone|telefon|voice)\b/;
/** What costs money, and days on which a register was asked, state no fact. */
const NO_FACT =
  /\b(?:fees?|costs?|amounts?|amt|balance|bal|scores?)\b|\b(?:scrub|check|wash|screen)\w* (?:date|on|at)\b/;

/** What a header in plain words looks like; null where it is about nothing of the kind. */
export function legalWeight(written: string): LegalWeight | null {
  const header = spelledRight(written);
  if (OTHER_CHANNEL.test(header) && !CALLS.test(header)) return null;
  const weight = weightOf(header);
  const isOfWork = legalTokens(header).some((token) => legalRoles([token])?.[0]?.has('workplace'));
  const isOther = isOfWork || NO_FACT.test(header) || (NO_CALL.test(header) && !CALLS.test(header));
  return weight === null || !isOther ? weight : 'noted';
}

function weightOf(header: string): LegalWeight | null {
  const roles = legalTokens(header).flatMap((token) => [...(legalRoles([token])?.[0] ?? [])]);
  const isOfCalls = roles.includes('call');
  if (BARS.test(header) || BARS_ALONE.test(header)) return 'bars';
  if (roles.includes('refusal') || roles.includes('register') || (isOfCalls && roles.includes('negation')))
    return 'bars';
  if (PERMITS.test(header) || isContactByPhone(header) || (isOfCalls && roles.includes('permission')))
    return 'permits';
  return NOTED.test(header) || roles.includes('consent') ? 'noted' : null;
}

/** Whether a column is about another channel alone: what stands in it says nothing of calls. */
export function isOfOtherChannel(header: string, weight: LegalWeight | null): boolean {
  if (CALLS.test(header)) return false;
  return OF_OTHERS.test(header) || (weight !== null && NO_CALL.test(header));
}

/** Whether a header is about how an attorney is reached, which says no more than that there is one. */
export function isContactOfAttorney(header: string): boolean {
  return ATTORNEY.test(header) && CONTACT.test(header);
}

const ATTORNEY = /\b(?:attorneys?|atty|lawyer|anwalts?|avocat|abogado|advogado|avvocato)\b/;
const CONTACT = /\b(?:phone|tel|telefon|telephone|fax|address|addr|street|city|state|zip|e ?mail|contact)\b/;

/** Longest value that is looked at for what a status says. */
const STATUS_MOST = 200;

/** The first of these values that reads like a status which bars calls; undefined where none does. */
export function barringValue(values: readonly string[]): string | undefined {
  return values.find((value) => value.length <= STATUS_MOST && readStatus(value) !== null);
}
