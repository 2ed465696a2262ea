/** What the consent column of a list may say: one table for the reader and the guide. */

/**
 * Whole texts, in English, in the words of common systems, and in German, French, Spanish, Italian,
 * Portuguese and Dutch. Words for yes are express consent, words for no are none.
 */
export const CONSENT_WORDS: Readonly<Record<'written' | 'express' | 'refused', readonly string[]>> = {
  /** Signed, on paper or electronically. */
  written: [
    ...['written', 'written consent', 'express written', 'express written consent', 'prior written'],
    ...['prior written consent', 'prior express written', 'prior express written consent', 'pewc', 'ewc'],
    ...['signed', 'signed consent', 'double opt in', 'double optin', 'double opted in'],
    ...['schriftlich', 'schriftliche einwilligung', 'schriftliche zustimmung', 'unterschrieben'],
    ...['ausdrückliche schriftliche einwilligung', 'ausdrueckliche schriftliche einwilligung'],
    ...['écrit', 'par écrit', 'consentement écrit', 'accord écrit', 'signé'],
    ...['escrito', 'por escrito', 'consentimiento escrito', 'consentimiento por escrito', 'firmado'],
    ...['scritto', 'per iscritto', 'consenso scritto', 'firmato'],
    ...['consentimento escrito', 'consentimento por escrito', 'assinado'],
    ...['schriftelijk', 'schriftelijke toestemming', 'ondertekend'],
  ],
  /** Without a signature. */
  express: [
    ...[
      'express',
      'express consent',
      'prior express',
      'prior express consent',
      'explicit',
      'explicit consent',
    ],
    ...['verbal', 'verbal consent', 'oral', 'oral consent', 'express verbal', 'express verbal consent'],
    ...['express oral', 'express oral consent', 'opt in', 'optin', 'opted in', 'optedin', 'single opt in'],
    ...['consented', 'consent given', 'consent granted', 'consent obtained', 'granted'],
    ...['ausdrücklich', 'ausdruecklich', 'ausdrückliche einwilligung', 'ausdrueckliche einwilligung'],
    ...['mündlich', 'muendlich', 'mündliche einwilligung', 'muendliche einwilligung', 'eingewilligt'],
    ...['einwilligung erteilt', 'zugestimmt'],
    ...['exprès', 'consentement exprès', 'explicite', 'consentement explicite', 'oral', 'consentement oral'],
    ...['consentement donné', 'accord verbal', 'accord oral'],
    ...[
      'expreso',
      'consentimiento expreso',
      'explícito',
      'consentimiento explícito',
      'consentimiento verbal',
    ],
    ...['espresso', 'consenso espresso', 'esplicito', 'consenso esplicito', 'orale', 'verbale'],
    ...['consenso verbale', 'consenso orale'],
    ...['expresso', 'consentimento expresso', 'consentimento explícito', 'consentimento verbal'],
    ...['uitdrukkelijk', 'uitdrukkelijke toestemming', 'mondeling', 'mondelinge toestemming'],
    ...['toestemming gegeven'],
  ],
  /** The person said no, or took it back: a request not to be called. */
  refused: [
    ...['opt out', 'optout', 'opted out', 'optedout', 'unsubscribed', 'unsubscribe', 'stop'],
    ...['revoked', 'consent revoked', 'withdrawn', 'consent withdrawn', 'withdrew', 'withdrew consent'],
    ...['express consent revoked', 'express consent withdrawn', 'written consent revoked'],
    ...['written consent withdrawn', 'refused', 'refused consent', 'consent refused', 'denied'],
    ...['consent denied', 'declined', 'consent declined', 'objected', 'objection', 'rejected'],
    ...['refused verbally', 'refused in writing', 'no longer consents'],
    ...[
      'do not call',
      'do not contact',
      'do not phone',
      'do not allow',
      'dnc',
      "don't call",
      "don't contact",
    ],
    ...['widerrufen', 'einwilligung widerrufen', 'widerruf', 'widersprochen', 'widerspruch', 'abgelehnt'],
    ...['verweigert', 'nicht anrufen', 'keine anrufe', 'abgemeldet'],
    ...['révoqué', 'consentement révoqué', 'retiré', 'consentement retiré', 'refusé', 'refus', 'opposition'],
    ...['opposé', 'désinscrit', 'désabonné', 'ne pas appeler', 'ne pas contacter'],
    ...['revocado', 'consentimiento revocado', 'retirado', 'consentimiento retirado', 'rechazado'],
    ...['denegado', 'no llamar', 'no contactar', 'dado de baja', 'oposición'],
    ...['revocato', 'consenso revocato', 'ritirato', 'rifiutato', 'consenso rifiutato', 'negato'],
    ...['consenso negato', 'non chiamare', 'non contattare', 'disiscritto', 'opposizione'],
    ...['revogado', 'consentimento revogado', 'recusado', 'recusou', 'não ligar', 'não contatar'],
    ...['não contactar', 'descadastrado', 'oposição'],
    ...['ingetrokken', 'toestemming ingetrokken', 'geweigerd', 'toestemming geweigerd', 'bezwaar'],
    ...['niet bellen', 'uitgeschreven', 'afgemeld'],
  ],
};
