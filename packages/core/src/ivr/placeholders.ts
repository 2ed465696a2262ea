/** `{name}` in media references and values, standing for a variable of the flow. */
import { LIMITS } from '../limits.js';
import { ownValue } from '../own-value.js';

const PLACEHOLDER = /\{([^{}]*)\}/g;

/** The names of the variables that a text refers to. */
export function placeholderNames(text: string): readonly string[] {
  return [...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '');
}

/** What may be filled into the name of an audio file. */
const MEDIA_VALUE = /^[A-Za-z0-9_-]+$/;

/**
 * Names of media with each `{name}` replaced by the variable's value, or the variable whose value may not
 * stand in such a name.
 */
export type FilledMedia =
  | { readonly ok: true; readonly media: readonly string[] }
  | { readonly ok: false; readonly variable: string };

/** Fills names of media. A value that is a path would name any file of the server: it is not filled in. */
export function fillMedia(
  media: readonly string[],
  variables: Readonly<Record<string, string>>,
): FilledMedia {
  for (const variable of media.flatMap(placeholderNames))
    if (!MEDIA_VALUE.test(ownValue(variables, variable) ?? '')) return { ok: false, variable };
  return { ok: true, media: media.map((name) => fillPlaceholders(name, variables)) };
}

/** A value as a variable keeps it: at most `LIMITS.variableValue` characters, no half of a character. */
export function variableText(value: string): string {
  const { max } = LIMITS.variableValue;
  return value.length <= max ? value : value.slice(0, max).replace(/[\ud800-\udbff]$/, '');
}

/** The text with each `{name}` replaced by the variable's value; unknown names become empty. */
export function fillPlaceholders(text: string, variables: Readonly<Record<string, string>>): string {
  return text.replace(PLACEHOLDER, (_whole, name: string) => ownValue(variables, name) ?? '');
}
