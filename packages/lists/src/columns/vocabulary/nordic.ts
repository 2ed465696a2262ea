/** Headers in Swedish, Danish, Norwegian and Finnish. */
import type { HeaderWords } from './words.js';

export const NORDIC: HeaderWords = {
  timeZone: ['tidszon', 'tidszone', 'tidssone', 'aikavyohyke'],
  postalCode: ['postnummer', 'postnr', 'postinumero'],
  city: ['stad', 'postort', 'poststed', 'kaupunki', 'postitoimipaikka', 'kommun'],
  country: ['landskod', 'landekode', 'landkode', 'maa', 'maakoodi'],
  account: ['kontonummer', 'avtalsnummer', 'aftalenummer', 'avtalenummer', 'tilinumero', 'sopimusnumero'],
  priority: ['prioritet', 'prioriteetti'],
  personKey: ['kundnummer', 'kundenummer', 'asiakasnumero', 'kundnr', 'kundenr'],
  status: ['samtalsstatus', 'opkaldsresultat', 'tila', 'puhelun tulos'],
  birthDate: ['fodelsedatum', 'fodselsdato', 'syntymaaika'],
  age: ['alder', 'ika'],
  lastTransactionAt: ['senaste kop', 'seneste kob', 'siste kjop', 'viimeisin osto'],
};
