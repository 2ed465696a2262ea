/** What lists of many systems and languages write in columns with legal weight, and what each text says. */
import { describe, expect, test } from '@jest/globals';
import { readConsentWords } from '../../src/values/consent.js';
import { readCountry } from '../../src/values/country.js';
import { isListedBy } from '../../src/values/do-not-call-flag.js';

/** Texts, parted by ' | ', by what they say. */
const CONSENT: Readonly<Record<string, readonly string[]>> = {
  express: [
    'yes | ✓ | ✔️ | ☑ | x | ✅ | true | opted-in | OPT_IN | ja | erteilt | oui | donné | accordé',
    'accepté | sí | si | otorgado | concedido | aceptado | sim | sì | concesso | verleend',
    'gegeven | tak | 1 | Y | J | S | T | on | WAHR | VRAI | VERDADERO | granted | agree | agreed',
    'I agree | accept | accepted',
  ],
  'in no vocabulary': [
    'Yes - verbal | Yes (written) | ✗ | ✘ | ❌ | × | [x] | [ ] | Double Opt-In (DOI) | DOI',
    'confirmed | Confirmed opt-in | pending | requested | n/a | unknown | not given',
    'not provided | no consent | none | withheld | no thanks | opt out (sms) | cancelled',
    'removed | revoked? | expired 2025 | 2026-01-05 | Signed 2026-01-05 | implied consent',
    'legitimate interest | Ja, schriftlich | nein danke | liegt vor | liegt nicht vor',
    'nicht erteilt | keine | keine Einwilligung | kein Widerspruch | Oui, écrit | non donné',
    'pas de consentement | no otorgado | sin consentimiento | não concedido | rilasciato',
    'non rilasciato | senza consenso | niet gegeven | geen toestemming | -1 | 2',
    'yes/no | yes,no | y/n | written consent on file | consent on file | no consent on file',
    'not PEWC | resubscribed | subscribed | not granted | ungranted | allowed | disallowed',
    'disagree | I do not agree | not accepted | consent | nonconsent',
  ],
  none: ['☐ | nein | non | no | não | nao | nee | nie | 0 | N | F | off | FALSCH | FAUX'],
  written: ['double-opt-in | PEWC'],
  refused: [
    'yes (revoked) | granted, then withdrawn 3/1/26 | Opted-out (phone)',
    'declined | opted out | opt-out requested | unsubscribed | Unsubscribed from calls | STOP',
    "stopped | do not call | DNC | don't call | don’t call | no calls | no phone calls",
    'never call | consent withdrawn 2026-01-05 | revoked on 01/05/2026 | verweigert',
    'widerrufen am 05.01.2026 | Widerruf liegt vor | refusé | refuse les appels | rechazado',
    'denegado | recusado | negato | revocato il 05/01/2026 | ingetrokken | unsubscribe',
  ],
};

const DO_NOT_CALL: Readonly<Record<string, readonly string[]>> = {
  listed: [
    'yes | 2026-01-05 | OK | unlisted | 1900-01-01 | Do Not Allow | not allowed | federal | FTC',
    'state | DNC | listed | pending | unknown | ✓ | x | ❌ | gesperrt | active | inactive | ?',
    'unsubscribed | opted out | negative | libre',
  ],
  'not listed': [
    'no | N | NOT ON DNC | Not on list | No | none | clear | Clean | callable | okay to call',
    'not DNC | no dnc | off | not a match | 0000-00-00 | allowed | Allow | ☐ | nein | non',
    'nicht gesperrt | frei | not blocked | false | falsch | faux | null | NULL | - | n/a | nie',
    'not suppressed | opted in | subscribed | no opt out | not opted-out | Keine Sperre',
    'non iscritto | no inscrito',
  ],
};

const COUNTRIES: Readonly<Record<string, readonly string[]>> = {
  NL: ['Holland | Pays-Bas | Niederlande | The Netherlands | NED'],
  GB: [
    'UK | U.K. | Vereinigtes Königreich | Royaume-Uni | Reino Unido | Großbritannien | England',
    '826 | Northern Ireland | N. Ireland | Scotland | ENG | SCO | WAL',
  ],
  US: [
    'U.S.A. | U.S. | USA | Etats-Unis | États-Unis | EE. UU. | EE.UU. | Estados Unidos | 840',
    'United States of America (USA) | United States | the United States | America',
  ],
  DE: [
    'Deutschland | GER | 276 | DEU | FRG | BRD | Germany (DE) | DE - Germany | DE Germany',
    'Allemagne | Alemania | Alemanha | Germania | Duitsland | Niemcy',
  ],
  'in no vocabulary': [
    'D | US of A | Great Britain and Northern Ireland | GBP | RFA | 🇩🇪 | en | XX | Unknown',
  ],
  CH: ['Schweiz | Suisse | Svizzera | SUI'],
  AT: ['Österreich | Oesterreich'],
  BR: ['Brasil | Brazil'],
  MX: ['México | Mejico | Méjico'],
  ES: ['España | Espana | Spanien'],
  IT: ['Italia | Italien'],
  FR: ['Frankreich | France métropolitaine'],
  IE: ['Éire | Eire | Irland'],
  PL: ['Polska | Polen'],
  NZ: ['Neuseeland | NZL'],
  ZA: ['South Africa | Südafrika | RSA'],
  IN: ['Indien | Bharat'],
  SG: ['Singapur'],
  CN: ["People's Republic of China | China"],
  HK: ['Hong Kong'],
  CZ: ['Czechia | Tschechien'],
  JE: ['Jersey'],
  CA: ['Canada | Kanada | CAN | Can.'],
  PR: ['Puerto Rico'],
  TR: ['Turkey | Türkiye'],
  CI: ['Ivory Coast'],
  NA: ['N/A'],
};

const NONE = 'in no vocabulary';
const texts = (lines: readonly string[]): readonly string[] => lines.flatMap((line) => line.split(' | '));

describe.each(Object.entries(CONSENT))('consent: %s', (said, lines) => {
  test.each(texts(lines))('%s', (text) => expect(readConsentWords(text) ?? NONE).toBe(said));
});

describe.each(Object.entries(DO_NOT_CALL))('a do-not-call column: %s', (said, lines) => {
  test.each(texts(lines))('%s', (text) => expect(isListedBy(text)).toBe(said === 'listed'));
});

describe.each(Object.entries(COUNTRIES))('country: %s', (said, lines) => {
  test.each(texts(lines))('%s', (text) => expect(readCountry(text) ?? NONE).toBe(said));
});
