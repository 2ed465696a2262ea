/**
 * The calling law of the states, the District, New York City and the territories, one file each.
 */
import type { StateLaw } from '../state-rules/state-law.js';
import { alabama } from './alabama.js';
import { alaska } from './alaska.js';
import { arizona } from './arizona.js';
import { arkansas } from './arkansas.js';
import { california } from './california.js';
import { colorado } from './colorado.js';
import { connecticut } from './connecticut.js';
import { delaware } from './delaware.js';
import { districtOfColumbia } from './district-of-columbia.js';
import { florida } from './florida.js';
import { georgia } from './georgia.js';
import { hawaii } from './hawaii.js';
import { idaho } from './idaho.js';
import { illinois } from './illinois.js';
import { indiana } from './indiana.js';
import { iowa } from './iowa.js';
import { kansas } from './kansas.js';
import { kentucky } from './kentucky.js';
import { louisiana } from './louisiana.js';
import { maine } from './maine.js';
import { maryland } from './maryland.js';
import { massachusetts } from './massachusetts.js';
import { michigan } from './michigan.js';
import { minnesota } from './minnesota.js';
import { mississippi } from './mississippi.js';
import { missouri } from './missouri.js';
import { montana } from './montana.js';
import { nebraska } from './nebraska.js';
import { nevada } from './nevada.js';
import { newHampshire } from './new-hampshire.js';
import { newJersey } from './new-jersey.js';
import { newMexico } from './new-mexico.js';
import { newYorkCity } from './new-york-city.js';
import { newYork } from './new-york.js';
import { northCarolina } from './north-carolina.js';
import { northDakota } from './north-dakota.js';
import { ohio } from './ohio.js';
import { oklahoma } from './oklahoma.js';
import { oregon } from './oregon.js';
import { pennsylvania } from './pennsylvania.js';
import { rhodeIsland } from './rhode-island.js';
import { southCarolina } from './south-carolina.js';
import { southDakota } from './south-dakota.js';
import { tennessee } from './tennessee.js';
import { territories } from './territories.js';
import { texas } from './texas.js';
import { utah } from './utah.js';
import { vermont } from './vermont.js';
import { virginia } from './virginia.js';
import { washington } from './washington.js';
import { westVirginia } from './west-virginia.js';
import { wisconsin } from './wisconsin.js';
import { wyoming } from './wyoming.js';

/**
 * All of them. Where the address and the number of a person lie in two states, refusals come in this order,
 * which records and reports of earlier versions have too: a new state goes to the end.
 */
export const stateLaws: readonly StateLaw[] = [
  connecticut,
  districtOfColumbia,
  maine,
  maryland,
  massachusetts,
  newJersey,
  newYork,
  newYorkCity,
  pennsylvania,
  rhodeIsland,
  delaware,
  newHampshire,
  vermont,
  alabama,
  florida,
  louisiana,
  mississippi,
  arkansas,
  georgia,
  kentucky,
  northCarolina,
  southCarolina,
  tennessee,
  virginia,
  westVirginia,
  illinois,
  indiana,
  michigan,
  minnesota,
  missouri,
  nebraska,
  northDakota,
  southDakota,
  wisconsin,
  iowa,
  kansas,
  ohio,
  arizona,
  california,
  hawaii,
  montana,
  nevada,
  newMexico,
  oklahoma,
  oregon,
  texas,
  utah,
  washington,
  wyoming,
  ...territories,
  alaska,
  colorado,
  idaho,
];
