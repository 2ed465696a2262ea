/** Headers in Dutch. */
import type { HeaderWords } from './words.js';

export const DUTCH: HeaderWords = {
  timeZone: ['tijdzone'],
  postalCode: ['postcode'],
  region: ['provincie'],
  city: ['plaats', 'woonplaats', 'gemeente'],
  country: ['land', 'landcode'],
  account: ['rekening', 'rekeningnummer', 'dossiernummer', 'contractnummer'],
  seller: ['verkoper', 'schuldeiser', 'merk'],
  priority: ['prioriteit'],
  personKey: ['klantnummer', 'klant id'],
};
