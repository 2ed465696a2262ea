/** Expressions at random, as a person would write them. */
import fc from 'fast-check';

/** Texts with what a statement or a comparison may trip over. */
export const WORDS = [
  'Ann',
  'ann',
  'Ann ',
  "O'Neil",
  'say "hi"',
  'back\\slash',
  'Łódź',
  'Lodz',
  '名前',
  'a😀b',
  'ａ',
  '%',
  '_',
  '?',
  '',
] as const;

const quoted = fc
  .constantFrom(...WORDS, 'CA', 'NV', 'busy', 'sale')
  .map((word) => `"${word.replaceAll(/[\\"]/g, '\\$&')}"`);
const numberLiteral = fc.oneof(
  fc.nat({ max: 20 }).map(String),
  fc.integer({ min: 0, max: 4000 }).map((n) => String(n / 4)),
  fc.constantFrom('0', '1e3', '0.1', '1000000'),
);
const numberName = fc.constantFrom(
  'attempts',
  'age',
  'sinceAttempt',
  'answerProbability',
  'priority',
  'number(balance)',
  'number(column("Loan amount"))',
  'number(missing)',
);
const textName = fc.constantFrom(
  'list',
  'state',
  'zone',
  'account',
  'owner',
  'disposition',
  'name',
  'column("name")',
  'column("Loan amount")',
);
const outcomeText = fc.constantFrom('"busy"', '"no-answer"', '"conversation"');
const operator = fc.constantFrom('==', '!=', '<', '<=', '>', '>=');

const { number, condition } = fc.letrec<{ number: string; text: string; condition: string }>((tie) => ({
  number: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    numberName,
    numberLiteral,
    fc.tuple(tie('number'), fc.constantFrom('+', '-'), tie('number')).map((parts) => `(${parts.join(' ')})`),
    fc.tuple(numberName, fc.constantFrom('*', '/'), numberLiteral).map((parts) => `(${parts.join(' ')})`),
    fc.tuple(numberName, numberName).map((parts) => `(${parts.join(' / ')})`),
    tie('number').map((of) => `-(${of})`),
    tie('number').map((of) => `abs(${of})`),
    fc
      .tuple(fc.constantFrom('min', 'max'), tie('number'), tie('number'))
      .map(([f, a, b]) => `${f}(${a}, ${b})`),
    fc.tuple(tie('number'), numberLiteral).map(([value, other]) => `orElse(${value}, ${other})`),
  ),
  text: fc.oneof(
    { maxDepth: 2 },
    textName,
    quoted,
    fc.tuple(textName, quoted).map(([value, other]) => `orElse(${value}, ${other})`),
  ),
  condition: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.tuple(tie('number'), operator, tie('number')).map((parts) => parts.join(' ')),
    fc.tuple(textName, operator, quoted).map((parts) => parts.join(' ')),
    fc
      .tuple(fc.constantFrom('lastOutcome', 'outcome'), operator, outcomeText)
      .map((parts) => parts.join(' ')),
    fc
      .array(outcomeText, { minLength: 1, maxLength: 3 })
      .map((texts) => `lastOutcome in [${texts.join(', ')}]`),
    fc.tuple(numberLiteral, numberName, numberLiteral).map(([a, b, c]) => `${a} < ${b} <= ${c}`),
    fc
      .tuple(textName, fc.array(quoted, { minLength: 1, maxLength: 4 }))
      .map(([a, b]) => `${a} in [${b.join(', ')}]`),
    fc
      .tuple(numberName, fc.array(numberLiteral, { minLength: 1, maxLength: 4 }))
      .map(([a, b]) => `${a} in [${b.join(', ')}]`),
    fc
      .tuple(fc.constantFrom('contains', 'startsWith'), tie('text'), quoted)
      .map(([f, of, part]) => `${f}(${of}, ${part})`),
    fc.oneof(textName, numberName).map((of) => `known(${of})`),
    tie('condition').map((of) => `not (${of})`),
    fc
      .tuple(tie('condition'), fc.constantFrom('and', 'or'), tie('condition'))
      .map(([a, word, b]) => `(${a}) ${word} (${b})`),
  ),
}));

/** Numbers. */
export const numberTexts = number.filter((written) => [...written.matchAll(/[*/]/g)].length <= 8);
/** Conditions. */
export const conditionTexts = condition.filter((written) => [...written.matchAll(/[*/]/g)].length <= 8);
