/** Which headers look like something that the law gives weight to, whether it is understood or not. */

import { readStatus } from '../values/status-words.js';
import { isContactByPhone } from './consent-headers.js';
import { legalRoles, legalTokens } from './legal-words.js';

/** Words within a header, in the languages of lists. */
const LEGAL_WORDS = new RegExp(
  '\\b(?:consent\\w*|opt(?:s|ed)? ?(?:in|out)|dnc\\w*|do ?not|dont|never|tcpa|gdpr|dsgvo|rgpd|' +
    '(?:legal|lawful) (?:basis|rep\\w*)|rechtliche grundlage|rechtsgrundlage|' +
    'base (?:legale|juridica|legal)|' +
    'cease\\w*|desist|' +
    'attorney|lawyer|bankrupt\\w*|deceased|dod|dcd|litigat\\w*|revo(?:ke|ked|cation)|withdr\\w+|' +
    'unsubscrib\\w*|black ?list\\w*|blocked|block ?list\\w*|block (?:call|phone)s?|restrict\\w*|' +
    'complain\\w*|suppress\\w*|stop|scrub\\w*|registry|' +
    'inconvenient|reassigned|disconnected|wrong ?number|permission\\w*|(?:ok|okay|' +
    'allowed) to call|may we|' +
    'allow(?:s|ed)?|agree[sd]?|callable|contactable|refus\\w*|exclu\\w*|prohibit\\w*|forbid\\w*|' +
    'marketing (?:contact )?status|remov(?:e|ed|al)|atty|counsel|dialable|telemarketing|' +
    'telefonwerbung|(?:contact|communication|marketing) pref\\w*|' +
    'confidential|preferred (?:contact|channel|method)\\w*|' +
    'surendett\\w*|mandataire|tutelle|curatelle|betreuung|deced\\w*|fallec\\w*|falec\\w*|decedut\\w*|' +
    'insolven\\w*|faillit\\w*|concurso|concors\\w*|avocat|abogad\\w*|advogad\\w*|avvocat\\w*|' +
    '(?:call|calling) (?:after|before|hours?|window)|' +
    'no (?:robo ?calls?|auto ?dial\\w*|pre ?recorded\\w*|voice ?mails?|vm)|' +
    'manual (?:dial|calls?) only|human only|hostile|law ?suit|sued|suit filed|judg?ment|' +
    'vulnerab\\w*|legal hold|out of sol|sol date|' +
    'last ?(?:local ?)?(?:call|called|attempt|attempted|dial|dialed|dialled)|call ?count|' +
    'called ?count|' +
    'military|scra|active ?duty|servicemember|disput\\w*|fraud|identity ?theft|incarcerat\\w*|' +
    'guardian\\w*|' +
    'conservator\\w*|minor|power of attorney|statute|time ?barred|ebr|' +
    'widerruf\\w*|widerspr\\w*|einwillig\\w*|zustimm\\w*|erlaub\\w*|gesperrt|sperr\\w*|' +
    '\\w+sperre|verboten|' +
    'nicht|keine?|anwalt|insolven\\w*|verstorben|robinson\\w*|tps|ctps|bloctel|' +
    'consentement|autoris\\w*|oppos\\w*|refus|ne pas|interdi\\w*|' +
    'consentim\\w*|autoriza\\w*|no (?:llamar|contactar)|baja|bloquea\\w*|lista negra|exclui\\w*|' +
    'consens\\w*|opposiz\\w*|revoca|toestemm\\w*|bezwaar|niet|zgod[ay])\\b',
);

/** Other channels: what is said of them says nothing of calls. Text messages are not among them. */
const OTHER_CHANNEL = /\b(?:e ?mails?|newsletters?|mailings?)\b/;

/** With these a header is about calls, too. */
const CALLS = /\b(?:calls?|calling|phones?|telephone|telefon|voice)\b/;

/** Whether a header in plain words looks like something that the law gives weight to. */
export function looksLegal(header: string): boolean {
  if (!LEGAL_WORDS.test(header) && !isContactByPhone(header) && !isAboutCalls(header)) return false;
  return !OTHER_CHANNEL.test(header) || CALLS.test(header);
}

/** Whether words of a header say that calls are refused, listed or allowed, whatever its others are. */
function isAboutCalls(header: string): boolean {
  const roles = legalTokens(header).flatMap((token) => [...(legalRoles([token])?.[0] ?? [])]);
  if (roles.includes('refusal') || roles.includes('register') || roles.includes('consent')) return true;
  return roles.includes('call') && (roles.includes('negation') || roles.includes('permission'));
}

/** Longest value that is looked at for what a status says. */
const STATUS_MOST = 200;

/** The first of these values that reads like a status which bars calls; undefined where none does. */
export function barringValue(values: readonly string[]): string | undefined {
  return values.find((value) => value.length <= STATUS_MOST && readStatus(value) !== null);
}
