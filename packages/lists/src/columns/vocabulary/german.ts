/** Headers in German. */
import type { HeaderWords } from './words.js';

export const GERMAN: HeaderWords = {
  timeZone: ['zeitzone'],
  postalCode: ['plz', 'postleitzahl'],
  region: ['bundesland', 'bundesstaat', 'kanton', 'provinz', 'bundesland kanton', 'region'],
  city: ['ort', 'stadt', 'wohnort', 'gemeinde'],
  country: ['land', 'land region', 'landercode', 'laenderkennzeichen', 'landerkennzeichen'],
  lastTransactionAt: [
    'letzter kauf',
    'letzter kauf am',
    'letzte zahlung',
    'letzte zahlung am',
    'letzte bestellung',
  ],
  lastInquiryAt: ['letzte anfrage', 'letzte anfrage am'],
  existingContract: ['bestandskunde', 'vertrag'],
  account: ['konto', 'kontonummer', 'vertragsnummer', 'aktenzeichen', 'rechnungsnummer', 'forderungsnummer'],
  seller: ['auftraggeber', 'glaubiger', 'verkaufer'],
  ownerAgent: ['betreuer', 'sachbearbeiter', 'zustandig'],
  priority: ['prioritat'],
  personKey: ['kundennummer', 'kunden nr', 'kundennr', 'kunden id', 'personennummer'],
  isBusiness: ['geschaftskunde', 'gewerblich'],
  skills: ['fahigkeiten'],
};
