/** Folds storms of lines: a server that fails says the same thing thousands of times. */
import { countText } from '@outdial/core';

/** Writes a line. `more`: how many others like it it stands for; 0 for a line of its own. */
export type FoldedWrite = (more: number) => void;

/** Lines are folded for so long, ms. */
const FOLDED_MS = 10_000;
/** Lines of one kind that differ, as by an id, and are written each. */
const DIFFERING_MOST = 20;
/** Kinds kept apart; when there are more, what was held is written. */
const KINDS_MOST = 1_000;
/** Characters of a line that say its kind. */
const KIND_CHARACTERS = 300;
/** Values that name one of many things, whatever their letters: ids, and what stands in quotation marks. */
const NAMES = /(?<="\w*[iI]d":)"[^"]*"|(?<!\w)'[^']*'(?!\w)/g;
const WORDS = /[\w:.-]+/g;

interface Kind {
  readonly texts: Set<string>;
  held: number;
  write: FoldedWrite;
}

/**
 * Writes the first of equal lines at once, and the others of ten seconds as one line with their number. Of
 * lines that differ in ids and numbers alone, twenty are written.
 */
export class LineFold {
  readonly #kinds = new Map<string, Kind>();
  readonly #foldedMs: number;
  #timer: NodeJS.Timeout | undefined;

  constructor(foldedMs: number = FOLDED_MS) {
    this.#foldedMs = foldedMs;
  }

  /** Takes a line. `text`: all of it but the time. */
  take(text: string, write: FoldedWrite): void {
    const name = kindOf(text);
    const kind = this.#kinds.get(name);
    if (kind && (kind.texts.has(text) || kind.texts.size >= DIFFERING_MOST)) {
      kind.held += 1;
      kind.write = write;
      return;
    }
    if (this.#kinds.size >= KINDS_MOST) this.flush();
    if (kind) kind.texts.add(text);
    else this.#kinds.set(name, { texts: new Set([text]), held: 0, write });
    this.#timer ??= setTimeout(() => this.flush(), this.#foldedMs).unref();
    write(0);
  }

  /** Writes what is held, and begins anew. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const kinds = [...this.#kinds.values()];
    this.#kinds.clear();
    for (const { held, write } of kinds) if (held > 0) write(held);
  }
}

/** The line without what makes lines of one kind differ: ids and numbers. */
function kindOf(text: string): string {
  return text
    .slice(0, KIND_CHARACTERS)
    .replace(NAMES, '#')
    .replace(WORDS, (word) => (/\d/.test(word) ? '#' : word));
}

/** The words behind a line that stands for others. */
export function foldedText(text: string, more: number): string {
  return more === 0 ? text : `${text} (${countText(more)} more like it)`;
}
