/** Cuts text into lines as it streams, in time and memory that do not depend on the length of a line. */
import { LIMITS } from '@outdial/core';

/** One line of text. `isCut`: it is longer than a record may be, and only its beginning is here. */
export interface TextLine {
  readonly text: string;
  /** From 1. */
  readonly line: number;
  readonly isCut?: true;
}

/** What ends a line. */
export const LINE_END: RegExp = /\r\n|\n|\r/;

const CHARACTERS_MOST = LIMITS.recordCharacters.max;

/** Takes text piece by piece and gives the lines that are complete: LF, CR LF or CR end them. */
export class LineCutter {
  #rest = '';
  #isCut = false;
  #endsInCr = false;
  #line = 0;

  /** The lines that this piece completes. */
  *take(piece: string): Generator<TextLine> {
    if (piece === '') return;
    // A CR at the end of the piece before may be half of CR LF.
    const text = this.#endsInCr && piece.startsWith('\n') ? piece.slice(1) : piece;
    this.#endsInCr = piece.endsWith('\r');
    const lines = text.split(LINE_END);
    const last = lines.pop() ?? '';
    for (const line of lines) {
      this.#add(line);
      yield this.#taken();
    }
    this.#add(last);
  }

  /** The last line, where nothing ends it. */
  *end(): Generator<TextLine> {
    if (this.#rest !== '') yield this.#taken();
  }

  #add(text: string): void {
    const room = CHARACTERS_MOST - this.#rest.length;
    if (text.length > room) this.#isCut = true;
    this.#rest += text.length > room ? text.slice(0, room) : text;
  }

  #taken(): TextLine {
    this.#line += 1;
    const line: TextLine = { text: this.#rest, line: this.#line, ...(this.#isCut ? { isCut: true } : {}) };
    this.#rest = '';
    this.#isCut = false;
    return line;
  }
}
