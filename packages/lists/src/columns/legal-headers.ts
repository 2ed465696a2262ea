/** Headers of columns with facts of a person that end or limit calls, and of earlier calls. */
import type { NamedColumnTarget } from './column-targets.js';
import { oneOf } from './header-words.js';

/** A fact by the words that name it, and the words that may stand beside them. */
interface Subject {
  readonly target: NamedColumnTarget;
  readonly names: string;
  readonly beside: string;
}

const BESIDE_ALL =
  'is has flag status y n yes indicator ind date at on am le em op of de do da del di fecha data datum';

/** In English, German, French, Spanish, Portuguese, Italian, Dutch and Polish. */
const SUBJECTS: readonly Subject[] = [
  {
    target: 'attorney',
    names:
      'attorney attorneys atty lawyer counsel anwalt anwaltlich rechtsanwalt rechtsvertretung avocat ' +
      'abogado advogado avvocato advocaat adwokat pelnomocnik',
    beside:
      'name known represented represents representation rep retained by an through legal firm office ' +
      'vertreten vertretung represente par por',
  },
  {
    target: 'bankrupt',
    names:
      'bankrupt bankruptcy bankrupcy bankr bk bky bkcy bkrpt bkrcy bnkrpt bnkrptcy ' +
      'insolvent insolvency insolvenz ' +
      'privatinsolvenz insolvenzverfahren ' +
      'verbraucherinsolvenz faillite quiebra concursal wsnp schuldsanering ' +
      'insolvencia falencia fallimento fallito faillissement failliet upadlosc',
    beside:
      'konsumencka disposition ' +
      'in filed file filing chapter ch code type discharge discharged personal case docket no number num nr',
  },
  {
    target: 'deceased',
    names:
      'deceased dead died death dcd decd dod verstorben verst todesdatum sterbedatum todestag decede ' +
      'decedee deces dcsd decsd gestorben muerto muerta ' +
      'fallecido fallecida fallecimiento defuncion falecido falecida falecimento obito deceduto ' +
      'deceduta decesso ' +
      'overleden overlijden overlijdensdatum zmarly zmarl zmarla difunto difunta finado ' +
      'finada espolio avliden avlidna afdod avdod dodsfall',
    beside: 'consumer debtor customer person',
  },
  {
    target: 'minor',
    names:
      'minor minors underage minderjahrig minderjahrige mineur mineure menor minorenne minderjarig ' +
      'niepelnoletni niepelnoletnia',
    beside: 'a child consumer debtor customer person under age edad idade',
  },
  {
    target: 'ceaseReceivedAt',
    names: 'cease ceased desist',
    beside:
      'and all comm comms letter received receipt request requested communication communications contact ' +
      'contacts calls calling',
  },
];

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
const SUBJECT_WORDS = SUBJECTS.map(({ target, names, beside }) => ({
  target,
  names: words(names),
  beside: words(`${BESIDE_ALL} ${beside}`),
}));

/** Headers that are not lists of words. */
const PATTERNS: readonly (readonly [NamedColumnTarget, RegExp])[] = [
  ['consentRevokedAt', oneOf('consentrevokedat')],
  ['deceased', oneOf('(has )?passed away( on| date)?', 'dec d')],
  [
    'bankrupt',
    oneOf(
      'concurso de acreedores|en concurso|recuperacao judicial|procedura concorsuale',
      '(redressement|liquidation) judiciaire',
    ),
  ],
  [
    'consentRevokedScope',
    oneOf('(consent )?(revoked|revocation|withdrawal) (scope|purposes?)', 'consentrevokedscope'),
  ],
  [
    'consentExpiresAt',
    oneOf(
      '(consent|opt ?in) (expires|expiry|expiration|valid until)( date| at| on)?',
      'einwilligung (gultig bis|lauft ab( am)?)',
      'consentexpiresat',
    ),
  ],
  [
    'consentCertificate',
    oneOf(
      'consent ?certificate( id)?',
      '(xx? ?)?(trusted ?form|jornaya)( cert| certificate| lead ?i ?d)?( id| url| token)?',
      '(universal )?leadi d( token)?',
      'universal lead ?id( token)?|lead ?id token',
    ),
  ],
  ['consentAddress', oneOf('consent ?(address|ip|ip address)', 'opt ?in (ip|ip address)')],
  ['ceaseMailedAt', oneOf('cease( and)?( desist)?( letter)? mailed( date| at| on)?', 'ceasemailedat')],
  ['minor', oneOf('(is )?under ?age( flag)?', '(is )?under 18')],
  [
    'channelOptOut',
    oneOf('(channel|medium|media) ?opt ?outs?', 'opted out (channels|media)', 'channeloptout'),
  ],
  [
    'confirmedTimeZone',
    oneOf('(confirmed|stated) ?time ?zone', 'time ?zone (confirmed|stated)( by (person|customer))?'),
  ],
  ['callPermission', oneOf('ok(ay)? ?2 ?call')],
  ['attorney', oneOf('represented')],
  ['ceaseReceivedAt', oneOf('c ?(and )?d( letter| flag| received)?( date| at)?', 'ceasereceivedat')],
  ['employerProhibits', oneOf('employer (prohibits|forbids|objects)( calls| contact)?', 'employerprohibits')],
  [
    'inconvenientTimes',
    oneOf('inconvenient (time|times|hours)', 'do not call (between|times|hours)', 'inconvenienttimes'),
  ],
  [
    'reassignedAt',
    oneOf(
      '(reassigned|rnd)( number)? (at|date|checked|checked at|queried|queried at|query date)',
      'reassignedat',
    ),
  ],
  ['reassigned', oneOf('(is )?reassigned( number| flag| answer| status)?', 'rnd( answer| result| status)?')],
  [
    'lastConversationAt',
    oneOf(
      'last (conversation|contact|contacted|spoke|spoken|live contact|rpc|right party contact)( ' +
        'date| at| on)?',
      'date of last (conversation|contact)',
      'lastconversationat',
    ),
  ],
  [
    'status',
    oneOf(
      '((sub|lead|call|contact|account|prospect|customer|person|record|last|current|debtor|dbr|' +
        'consumer|borrower|voter|member) ?){0,2}' +
        '(status|stage|dispo|disposition|dispositions|result|outcome|wrap ?up)' +
        '( (code|codes|name|reason|description|desc|label))?',
      '(communication|contact|solicitation|solicit) (restrictions?|codes?)',
      '(lead|kontakt|kunden|anruf)status|anrufergebnis|gesprachsergebnis|kontaktergebnis',
      '(statut|resultat)( (de )?(l )?(appel|contact|client|prospect))?',
      'resultado( (de|da) (la )?(llamada|chamada|ligacao))?|estado de (la )?llamada',
      'status da (chamada|ligacao)',
      'esito( (della )?chiamata)?|belresultaat|belstatus',
    ),
  ],
  ['pastCalls', oneOf('past calls', 'pastcalls', '(previous|earlier|prior) calls', 'call (dates|history)')],
];

/** The fact of which a header in plain words is a usual name; null where it is none. */
export function usualName(header: string): NamedColumnTarget | null {
  return PATTERNS.find(([, pattern]) => pattern.test(header))?.[0] ?? null;
}

/** The fact that the words of a header are about; null where there is none. */
export function legalFact(header: string): NamedColumnTarget | null {
  const parts = header.split(' ');
  const subject = SUBJECT_WORDS.find(
    ({ names, beside }) =>
      parts.some((part) => names.has(part)) && parts.every((part) => names.has(part) || beside.has(part)),
  );
  return subject?.target ?? null;
}
