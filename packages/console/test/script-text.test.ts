import { expect, test } from '@jest/globals';
import { fillScript, type ScriptPiece } from '../app/desk/script-text.js';

/** Pieces as one text: filled ones in <>, missing ones in []. */
const MARKS: Readonly<Record<ScriptPiece['kind'], (text: string) => string>> = {
  plain: (text) => text,
  filled: (text) => `<${text}>`,
  missing: (text) => `[${text}]`,
};
const said = (text: string, ...values: readonly Readonly<Record<string, string>>[]): string =>
  fillScript(text, ...values)
    .map((piece) => MARKS[piece.kind](piece.text))
    .join('');

test.each([
  ['Good day, {first name}.', 'Good day, <Zoë>.'],
  ['Good day, {First_Name|there}.', 'Good day, <Zoë>.'],
  // An empty field: what stands in its place, or its name for the agent to ask.
  ['Good day, {nickname|there}.', 'Good day, <there>.'],
  ['You live in {city}?', 'You live in [city]?'],
  ['You live in {city|}?', 'You live in <>?'],
  ['{agent} of {seller}', '<Ann> of <Example>'],
  ['No place: {} {{}} {a|b|c', 'No place: {} {{}} {a|b|c'],
  ['', ''],
])('%s is said as %s', (text, expected) => {
  expect(said(text, { agent: 'Ann', seller: 'Example' }, { 'First name': 'Zoë', city: '' })).toBe(expected);
});

test('what the list holds goes before what is known of the call, and is no place of its own', () => {
  expect(said('{seller}', { seller: 'Ours' }, { Seller: '{agent}' })).toBe('<{agent}>');
});
