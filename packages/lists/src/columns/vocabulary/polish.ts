/** Headers in Polish. */
import type { HeaderWords } from './words.js';

export const POLISH: HeaderWords = {
  timeZone: ['strefa czasowa'],
  postalCode: ['kod pocztowy'],
  region: ['wojewodztwo'],
  city: ['miasto', 'miejscowosc'],
  country: ['kraj', 'kod kraju'],
  account: ['konto', 'numer konta', 'numer umowy', 'numer sprawy'],
  seller: ['sprzedawca', 'wierzyciel', 'marka'],
  priority: ['priorytet'],
  personKey: ['numer klienta', 'id klienta'],
};
