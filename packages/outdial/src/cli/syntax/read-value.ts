/** Reads the text of an option by its kind. */
import { uncoveredMedium } from '@outdial/compliance';
import { assertNever } from '@outdial/core';
import { InvalidArgumentError } from 'commander';
import { choiceText } from './command-syntax.js';
import type { OptionSyntax } from './parameters.js';
import { plainNumber } from './plain-number.js';

/** The value in a text. Throws `InvalidArgumentError` with what to write instead. */
export function readValue(option: OptionSyntax, text: string): string | number {
  switch (option.kind) {
    case 'switch':
    case 'text':
    case 'texts':
      return text;
    case 'country':
      if (/^[a-z]{2}$/i.test(text)) return text.toUpperCase();
      throw new InvalidArgumentError('Use a two-letter country code, e.g. US.');
    case 'choice':
      if (option.words.includes(text)) return text;
      throw new InvalidArgumentError(
        // What is not a call is refused by name: no law of calls is to be read for it.
        [uncoveredMedium(text), `use ${choiceText(option.words)}.`]
          .filter(Boolean)
          .join('; ')
          .replace(/^use/, 'Use'),
      );
    case 'number':
      return positiveNumber(text);
    case 'whole-number':
      return wholeNumber(text, option.orZero === true);
    default:
      return assertNever(option, 'kind of option');
  }
}

function wholeNumber(text: string, orZero: boolean): number {
  const value = plainNumber(text);
  if (Number.isInteger(value) && value >= (orZero ? 0 : 1)) return value;
  throw new InvalidArgumentError(`Use a whole number${orZero ? ', 0 or' : ''} above 0.`);
}

function positiveNumber(text: string): number {
  const value = plainNumber(text);
  if (!(value > 0)) throw new InvalidArgumentError('Use a number above 0.');
  return value;
}
