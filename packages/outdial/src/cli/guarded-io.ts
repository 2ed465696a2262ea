/**
 * The one place where commands write: what lists, orders and far ends put into a text is shown, never obeyed
 * by the terminal.
 */
import { visibleLines } from '@outdial/core';
import type { CommandIo, OutputStream } from './io.js';

/** The same world, with both streams guarded. */
export function guardedIo(io: CommandIo): CommandIo {
  return { ...io, out: guarded(io.out), err: guarded(io.err) };
}

/** Data for another program, such as CSV: exact where no terminal reads it. */
export function writeData(stream: OutputStream, text: string): void {
  if (stream.isTTY === true) stream.write(text.replaceAll('\r\n', '\n'));
  else control(stream, text);
}

/** Control sequences of the command itself, such as those of the live view. */
export function control(stream: OutputStream, text: string): void {
  if (stream.control) stream.control(text);
  else stream.write(text);
}

function guarded(stream: OutputStream): OutputStream {
  return {
    get isTTY() {
      return stream.isTTY ?? false;
    },
    get columns() {
      return stream.columns;
    },
    get isClosed() {
      return stream.isClosed ?? false;
    },
    write: (text) => stream.write(visibleLines(text)),
    control: (text) => stream.write(text),
  };
}
