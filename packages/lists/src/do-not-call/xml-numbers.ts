/**
 * Reads the XML that the registries of the US and Canada deliver: <ac val='202'><ph val='5550143'/></ac>. The
 * published examples are not well-formed, so tags are taken as they come.
 */
import { NOTHING } from './number-entry.js';
import type { FileEntry } from './number-entry.js';
import { readNumberCell } from './read-number-cell.js';

/** Longest tag, or text between tags, that is kept. */
const LONGEST = 4_096;
const GONE = /^(?:d|del|deleted?|removed?|deletions?|removals?)$/i;
const NUMBER_TAG = /^(?:ph|phone\w*|number|tel\w*|msisdn)$/i;
const ATTRIBUTE = /([\w:-]+)\s*=\s*["'\u2018\u2019\u201c\u201d]([^"'\u2018\u2019\u201c\u201d]*)/g;

/** Takes text piece by piece and gives the numbers of complete tags. */
export class XmlNumbers {
  readonly #country: string;
  #rest = '';
  #line = 1;
  #area = '';
  /** Name of the element whose numbers left the list. */
  #leaving: string | null = null;
  /** Name of an element whose number is its text. */
  #open: string | null = null;

  constructor(country: string) {
    this.#country = country;
  }

  take(piece: string): FileEntry[] {
    const text = this.#rest + piece;
    const found: FileEntry[] = [];
    let at = 0;
    for (;;) {
      const start = text.indexOf('<', at);
      const end = start < 0 ? -1 : text.indexOf('>', start);
      if (end < 0) break;
      const before = text.slice(at, start);
      if (this.#open !== null && before.trim() !== '') found.push(this.#entry(before.trim(), false));
      this.#count(before);
      const entry = this.#tag(text.slice(start + 1, Math.min(end, start + LONGEST)));
      if (entry) found.push(entry);
      this.#count(text.slice(start, end + 1));
      at = end + 1;
    }
    this.#rest = text.slice(at, at + LONGEST);
    return found;
  }

  /** XML as registries publish it is not well-formed: its end says nothing. */
  end(): void {
    this.#rest = '';
  }

  #count(text: string): void {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#line += 1;
  }

  #tag(tag: string): FileEntry | null {
    const name = /^\/?\s*([\w:-]+)/.exec(tag)?.[1]?.toLowerCase() ?? '';
    if (tag.startsWith('/')) {
      if (name === 'ac') this.#area = '';
      if (name === this.#leaving) this.#leaving = null;
      this.#open = null;
      return null;
    }
    const attributes = [...tag.matchAll(ATTRIBUTE)].map(([, key = '', value = '']) => ({ key, value }));
    const value = attributes.find(({ key }) => key === 'val')?.value;
    const isGone = attributes.some(({ key, value: text }) => key !== 'val' && GONE.test(text.trim()));
    if (name === 'ac') this.#area = value ?? '';
    else if (NUMBER_TAG.test(name)) {
      if (value !== undefined) return this.#entry(value.trim(), isGone);
      this.#open = tag.endsWith('/') ? null : name;
    } else if (GONE.test(name) && !tag.endsWith('/')) this.#leaving = name;
    return null;
  }

  #entry(number: string, isGone: boolean): FileEntry {
    const text = `${this.#area}${number}`;
    const entry = { ...NOTHING, ...readNumberCell(text, this.#country) };
    return { line: this.#line, text, entry: { ...entry, isRemoval: isGone || this.#leaving !== null } };
  }
}
