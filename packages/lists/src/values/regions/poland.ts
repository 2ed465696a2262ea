/** Voivodeships of Poland. */
import type { RegionNames } from './region-names.js';

/** By ISO 3166-2 code without 'PL-'. */
export const POLAND: RegionNames = {
  '02': 'dolnoslaskie|dolnoslaskie|lower silesia|ds',
  '04': 'kujawsko pomorskie|kuyavian pomeranian|kp',
  '06': 'lubelskie|lublin|lu',
  '08': 'lubuskie|lubusz|lb',
  '10': 'lodzkie|lodz|ld',
  '12': 'malopolskie|lesser poland|ma',
  '14': 'mazowieckie|masovia|mazovia|masovian|mz',
  '16': 'opolskie|opole|op',
  '18': 'podkarpackie|subcarpathia|subcarpathian|pk',
  '20': 'podlaskie|podlaskie|pd',
  '22': 'pomorskie|pomerania|pomeranian|pm',
  '24': 'slaskie|silesia|silesian|sl',
  '26': 'swietokrzyskie|holy cross|sk',
  '28': 'warminsko mazurskie|warmian masurian|wn',
  '30': 'wielkopolskie|greater poland|wp',
  '32': 'zachodniopomorskie|west pomerania|west pomeranian|zp',
};
