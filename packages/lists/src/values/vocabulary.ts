/** Closed vocabularies: which whole texts mean what. */
import { plainText } from './plain-text.js';

/** Texts remembered; a column of free text must not fill the memory. */
const TEXTS_KEPT = 2_000;

/** Whole texts, in the spelling of {@link plainText}, and what each means. */
export class Vocabulary<Meaning extends string> {
  readonly #meanings = new Map<string, Meaning>();
  readonly #read = new Map<string, Meaning | null>();

  constructor(table: Readonly<Record<Meaning, readonly string[]>>) {
    for (const meaning in table)
      for (const text of table[meaning]) this.#meanings.set(plainText(text), meaning);
  }

  /** What a text means; null where it is not in the vocabulary as a whole. */
  read(text: string): Meaning | null {
    const known = this.#read.get(text);
    if (known !== undefined) return known;
    const meaning = this.#meanings.get(plainText(text)) ?? null;
    if (this.#read.size < TEXTS_KEPT) this.#read.set(text, meaning);
    return meaning;
  }
}
