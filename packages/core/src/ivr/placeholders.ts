/** `{name}` in media references and values, standing for a variable of the flow. */
import { ownValue } from './own-value.js';

const PLACEHOLDER = /\{([^{}]*)\}/g;

/** The names of the variables that a text refers to. */
export function placeholderNames(text: string): readonly string[] {
  return [...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '');
}

/** The text with each `{name}` replaced by the variable's value; unknown names become empty. */
export function fillPlaceholders(text: string, variables: Readonly<Record<string, string>>): string {
  return text.replace(PLACEHOLDER, (_whole, name: string) => ownValue(variables, name) ?? '');
}
