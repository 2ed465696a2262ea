/** Deaths, bankruptcies, hours, types of lines: whole texts of closed vocabularies, or nothing. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readInconvenientTimes } from '../../src/values/inconvenient-times.js';
import { LINE_TYPE_WORDS, readLineType } from '../../src/values/line-type.js';
import { readEndWords, readReassignedWords } from '../../src/values/person-words.js';
import { BUSINESS, CALLED_PARTY, PHONE_USES } from '../../src/values/use-words.js';

describe('types of lines', () => {
  test.each([
    ['Mobile', 'wireless'],
    ['cell_phone', 'wireless'],
    ['Handy', 'wireless'],
    ['nonFixedVoip', 'voip'],
    ['Non-Fixed VoIP', 'voip'],
    ['Festnetz', 'landline'],
    ['Fixed Line', 'landline'],
    ['Home', 'unsaid'],
    ['no mobile', null],
    ['not wireless', null],
    ['mobile landline', null],
    ['landline or mobile', null],
    ['toll free', null],
    ['immobile', null],
    ['England', null],
  ])('%s is %s', (text, type) => expect(readLineType(text)).toBe(type));

  test('a word with another before or behind it names no type', () => {
    const words = fc.constantFrom(
      ...LINE_TYPE_WORDS.wireless,
      ...LINE_TYPE_WORDS.landline,
      ...LINE_TYPE_WORDS.voip,
    );
    const other = fc.constantFrom('not', 'no', 'was', 'kein', 'pas', 'sin', 'never', 'formerly');
    fc.assert(
      fc.property(words, other, (word, negation) => {
        expect([readLineType(`${negation} ${word}`), readLineType(`${word} ${negation}`)]).toEqual([
          null,
          null,
        ]);
      }),
    );
  });
});

test('uses of a number and who gave it', () => {
  expect(['Office', 'privé', 'not work'].map((text) => PHONE_USES.read(text))).toEqual([
    'work',
    'personal',
    null,
  ]);
  expect(['B2B', 'consumer', 'no business'].map((text) => BUSINESS.read(text))).toEqual([
    'business',
    'consumer',
    null,
  ]);
  expect(['Called Party', 'skip trace'].map((text) => CALLED_PARTY.read(text))).toEqual([
    'called-party',
    null,
  ]);
});

test('deaths, bankruptcies and answers of a database', () => {
  expect(
    ['Y', 'Deceased', 'verstorben', 'alive', 'not deceased', 'maybe'].map((text) =>
      readEndWords('deceased', text),
    ),
  ).toEqual(['yes', 'yes', 'yes', 'no', 'no', null]);
  expect(
    ['Chapter 13', 'CH-7', 'dismissed', '0', 'see notes'].map((text) => readEndWords('bankrupt', text)),
  ).toEqual(['yes', 'yes', 'no', 'no', null]);
  expect(['Y', 'no data', 'NO_DATA', 'not reassigned', 'error'].map(readReassignedWords)).toEqual([
    'yes',
    'no-data',
    'no-data',
    'no',
    null,
  ]);
});

describe('inconvenient times', () => {
  const daily = [0, 1, 2, 3, 4, 5, 6];
  test.each([
    ['Mon-Fri 09:00-17:00', [{ days: [0, 1, 2, 3, 4], from: '09:00', to: '17:00' }]],
    ['before 9 am', [{ days: daily, from: '00:00', to: '09:00' }]],
    ['after 20:30', [{ days: daily, from: '20:30', to: '24:00' }]],
    ['Sundays', [{ days: [6], from: '00:00', to: '24:00' }]],
    [
      'Sat, Sun; weekdays 12pm to 1pm',
      [
        { days: [5, 6], from: '00:00', to: '24:00' },
        { days: [0, 1, 2, 3, 4], from: '12:00', to: '13:00' },
      ],
    ],
    ['Fri-Mon 9-17', [{ days: [0, 4, 5, 6], from: '09:00', to: '17:00' }]],
    ['daily 22:00-06:00', [{ days: daily, from: '22:00', to: '06:00' }]],
    ['Montag bis Freitag 8 bis 16 Uhr', [{ days: [0, 1, 2, 3, 4], from: '08:00', to: '16:00' }]],
  ])('%s', (text, periods) => expect(readInconvenientTimes(text)).toEqual(periods));

  test.each([
    'mornings',
    'not Mon',
    '9-5pm',
    '25:00-26:00',
    '13 pm',
    'Mon 9',
    'only Mon 9-17',
    'Mon-Fri 9-17; evenings',
    '',
  ])('%s is not read', (text) => expect(readInconvenientTimes(text)).toBeNull());
});
