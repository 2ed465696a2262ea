/**
 * Tables of error codes: each package writes its errors once, as data, and the reference page of errors is
 * generated from the same tables.
 */

/** One code of a table. Texts may be written as phrases in an array; they are joined by spaces. */
export interface ErrorEntry {
  /** What happened and where, in full sentences. `{name}` stands for a value given when the error is made. */
  readonly what: string | readonly string[];
  /** What to do about it, in full sentences. It may hold the same placeholders. */
  readonly remedy: string | readonly string[];
  /** True when the same work may succeed later without a change by a person. */
  readonly retryable: boolean;
}

/**
 * The errors of one package: code to entry. Codes are kebab-case and unique over all packages. Written
 * `as const`, without an annotation, so that {@link ErrorValues} knows the placeholders.
 *
 * @example
 * export const STORE_ERRORS = {
 *   'database-locked': {
 *     what: 'The database {url} is locked by another process.',
 *     remedy: ['End the process that writes to it, or wait,', 'and try again.'],
 *     retryable: true,
 *   },
 * } as const;
 */
export type ErrorTable = Readonly<Record<string, ErrorEntry>>;

/** The codes of a table. */
export type ErrorCodeOf<Table extends ErrorTable> = keyof Table & string;

/** The names of the placeholders in a text. */
type PlaceholdersIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlaceholdersIn<Rest>
  : never;

type TextsOf<Text> = Text extends string ? Text : Text extends readonly string[] ? Text[number] : never;

/** The values that an error of this entry needs: one for each placeholder. */
export type ErrorValues<Entry extends ErrorEntry> = {
  readonly [Name in PlaceholdersIn<TextsOf<Entry['what'] | Entry['remedy']>>]: string | number;
};

/** A text of a table as one string, placeholders included. */
export function entryText(text: string | readonly string[]): string {
  return typeof text === 'string' ? text : text.join(' ');
}

/** A text with its placeholders filled. A full stop at the end of a value is dropped where one follows. */
export function filledText(
  text: string | readonly string[],
  values: Readonly<Record<string, string | number>>,
): string {
  return entryText(text).replace(/\{(\w+)\}(\.?)/g, (placeholder, name: string, stop: string) => {
    const value = values[name];
    if (value === undefined) return placeholder;
    return `${stop === '' ? value : String(value).replace(/\.$/, '')}${stop}`;
  });
}
