/** Headers of columns that the law gives weight to, after `plainWords`. */
import type { ColumnTarget } from './column-targets.js';
import { oneOf } from './header-words.js';

/** The ways to write do-not-call. */
const DNC = '(?:dnc|do ?not ?call|do ?not ?phone|do ?not ?dial)';

/** Registers, and the boxes in which systems keep the person's own request. */
export const DO_NOT_CALL_HEADERS: readonly (readonly [ColumnTarget, RegExp])[] = [
  [
    'internalDoNotCall',
    oneOf(
      '(is )?do ?not ?(call|phone|contact|dial|ring|telephone)' +
        '( me| flag| request| requested| requested at| date)?',
      'has ?opted ?out( ?of)? ?(call|calls|phone|all|contact)?',
      '(phone|call|calls|telephone|person|contact|global|hard)? ?opt(ed)? ?out' +
        '( date| at| flag| of calls| phone)?',
      'opt(ed)? ?out status',
      '(internal|company|client|own|house|in house) ?(dnc|do not call)( list| flag| status)?',
      '(dnc|do not call) (request|requested|internal)( date| at)?',
      '(dnc|do not call) reason',
      'unsubscribed',
      '(is )?(suppress(ed|ion)|black ?list(ed)?)( list| flag| status)?',
      'dnd|do not (disturb|solicit)|no ?(phone )?calls?|stop call(s|ing)',
      'nicht anrufen|keine (werbe)?anrufe|(anruf|telefon|werbe|kontakt)sperre|sperrvermerk',
      '(werbe)?widerspruch( am| datum)?',
      'ne pas (appeler|contacter)',
      'no (llamar|contactar)',
      'non (chiamare|contattare)',
      'nao (ligar|contatar|contactar|perturbe)',
      'niet bellen',
    ),
  ],
  [
    'nationalDoNotCall',
    oneOf(
      `(national|federal|state|ftc|registry|us|ca|canadian|litigator|wireless)? ?${DNC}` +
        '( flag| status| list| registry| registered| listed| match| hit| type| date| result| y n)?',
      '(on )?(the )?(national |federal |state )?(dnc|do not call) (list|registry|register)',
      '[a-z]{2} dnc',
      '(c?tps|mps|dncl|ndnc|dncr|nccpt|rpo|opposizioni|registro (pubblico )?(delle )?opposizioni)' +
        '( flag| status| listed| registered)?',
      'lista robinson|robinson( ?liste?)?|bloctel|bel me niet|reus|repep|nao me perturbe',
    ),
  ],
];

/** Facts of a person that end or limit calls. */
export const LEGAL_HEADERS: readonly (readonly [ColumnTarget, RegExp])[] = [
  [
    'consentRevokedAt',
    oneOf(
      'consent (revoked|withdrawn|revocation|withdrawal)( date| at| on)?',
      '(revocation|revoked|withdrawal|withdrawn) ?(date|at|on)?',
      'consentrevokedat',
      'widerruf( am| datum)?',
    ),
  ],
  [
    'consentRevokedScope',
    oneOf('(consent )?(revoked|revocation|withdrawal) (scope|purposes?)', 'consentrevokedscope'),
  ],
  [
    'consentExpiresAt',
    oneOf('consent (expires|expiry|expiration|valid until)( date| at| on)?', 'consentexpiresat'),
  ],
  [
    'consentCertificate',
    oneOf(
      'consent ?certificate( id)?',
      '(x )?(trusted ?form|jornaya)( cert| certificate| lead ?id)?( id| url| token)?',
      'universal lead ?id',
    ),
  ],
  ['consentAddress', oneOf('consent ?(address|ip|ip address)', 'opt ?in (ip|ip address)')],
  [
    'attorney',
    oneOf('attorney( name| known| represented)?', 'lawyer', 'represented( by)?( attorney)?', 'anwalt'),
  ],
  [
    'ceaseReceivedAt',
    oneOf(
      'cease( and)?( desist)?( letter)?( received)?( date| at| flag)?',
      'c ?(and )?d( letter)?( date)?',
      'cease (communication|contact)s?( date)?',
      'ceasereceivedat',
    ),
  ],
  ['ceaseMailedAt', oneOf('cease( and)?( desist)?( letter)? mailed( date| at| on)?', 'ceasemailedat')],
  [
    'bankrupt',
    oneOf('bankrupt', 'bankruptcy( flag| date| filed| status| chapter)?', 'bk( flag| date)?', 'insolvent'),
  ],
  [
    'deceased',
    oneOf('(is )?deceased( flag| date)?', 'dead', 'died( on)?', 'date of death', 'death date', 'verstorben'),
  ],
  ['minor', oneOf('is (a )?minor', 'minor flag', '(is )?under ?age( flag)?', 'minderjahrig')],
  [
    'employerProhibits',
    oneOf('employer (prohibits|forbids|objects)( calls| contact)?', 'no calls at work', 'employerprohibits'),
  ],
  [
    'inconvenientTimes',
    oneOf('inconvenient (time|times|hours)', 'do not call (between|times|hours)', 'inconvenienttimes'),
  ],
  [
    'channelOptOut',
    oneOf('(channel|medium|media) ?opt ?outs?', 'opted out (channels|media)', 'channeloptout'),
  ],
  [
    'confirmedTimeZone',
    oneOf('(confirmed|stated) ?time ?zone', 'time ?zone (confirmed|stated)( by (person|customer))?'),
  ],
  ['reassigned', oneOf('reassigned( number| flag| answer| status)?', 'rnd( answer| result| status)?')],
  [
    'reassignedAt',
    oneOf('(reassigned|rnd) (date|checked|checked at|queried|queried at|query date)', 'reassignedat'),
  ],
  [
    'lastConversationAt',
    oneOf(
      'last (conversation|contact|spoke|spoken|live contact|rpc|right party contact)( date| at| on)?',
      'date of last (conversation|contact)',
      'lastconversationat',
    ),
  ],
  ['pastCalls', oneOf('past calls', 'pastcalls', '(previous|earlier|prior) calls', 'call (dates|history)')],
];

/**
 * The ordinal of the number that a do-not-call column is about: 'phone 1 dnc', 'dnc 2', 'mobile dnc'. Null
 * where the header is about no single number.
 */
export function phoneFlagOf(words: string, phoneWords: string): number | null {
  const parted = words.replace(/(\p{L})(\d)/gu, '$1 $2').replace(/(\d)(\p{L})/gu, '$1 $2');
  const flag = `(?:is |on )?(?:federal |national |state )?${DNC}(?: flag| status| listed| registered| list)?`;
  const phone = `(?:[a-z]+ )?${phoneWords}(?: number| no)?`;
  const patterns = [
    `${phone} ?(\\d*) ${flag} ?(\\d*)`,
    `${flag}(?: ${phoneWords})?(?: number| no)? ?(\\d+)`,
    `${phone} (\\d+) opt(?:ed)? ?out(?: flag| status)?`,
  ];
  for (const pattern of patterns) {
    const found = new RegExp(`^${pattern}$`).exec(parted);
    if (found) return Number(found[1] || found[2] || 1);
  }
  return null;
}
