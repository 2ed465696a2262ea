/** Countries with rules here: zones of their regions and of their number prefixes, state of 2026-11. */
import type { Country } from '../country.js';
import { australia } from './australia.js';
import { austria } from './austria.js';
import { belgium } from './belgium.js';
import { netherlands } from './netherlands.js';
import { poland } from './poland.js';
import { portugal } from './portugal.js';
import { switzerland } from './switzerland.js';
import { brazil } from './brazil.js';
import { france } from './france.js';
import { germany } from './germany.js';
import { india } from './india.js';
import { ireland } from './ireland.js';
import { italy } from './italy.js';
import { mexico } from './mexico.js';
import { newZealand } from './new-zealand.js';
import { singapore } from './singapore.js';
import { southAfrica } from './south-africa.js';
import { spain } from './spain.js';
import { unitedKingdom } from './united-kingdom.js';

/** By ISO country. */
export const COUNTRIES: Readonly<Record<string, Country>> = {
  GB: unitedKingdom,
  IE: ireland,
  FR: france,
  ES: spain,
  IT: italy,
  DE: germany,
  CH: switzerland,
  PT: portugal,
  PL: poland,
  NL: netherlands,
  BE: belgium,
  AT: austria,
  AU: australia,
  NZ: newZealand,
  IN: india,
  SG: singapore,
  ZA: southAfrica,
  BR: brazil,
  MX: mexico,
};
