/** Headers in Czech and Slovak. */
import type { HeaderWords } from './words.js';

export const CZECH: HeaderWords = {
  timeZone: ['casove pasmo'],
  postalCode: ['psc', 'postovni smerovaci cislo'],
  city: ['mesto', 'obec'],
  country: ['zeme', 'krajina', 'kod zeme'],
  account: ['cislo smlouvy', 'cislo uctu', 'smlouva'],
  seller: ['veritel', 'prodejce'],
  priority: ['priorita'],
  personKey: ['cislo zakaznika', 'cislo klienta'],
  status: ['stav', 'vysledek hovoru'],
  birthDate: ['datum narozeni'],
  age: ['vek'],
};
