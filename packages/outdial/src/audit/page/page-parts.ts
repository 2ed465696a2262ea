/** Tables, instants and escaped texts of the page on one number. */
import { utcText } from '@outdial/core';
import { localClock } from '../../local-time/local-time.js';
import { escapeHtml } from '../../report/html-text.js';

/** Stands where nothing is on record. */
export const NONE = '<p class="note">None on record.</p>';

/** A table of facts: name and value, both plain text. */
export function facts(rows: readonly (readonly [string, string])[]): string {
  const lines = rows.map(
    ([name, value]) => `<tr><th>${escapeHtml(name)}</th><td>${escapeHtml(value)}</td></tr>`,
  );
  return `<table class="facts">${lines.join('')}</table>`;
}

/** A table with a head. The names are plain text, the cells are HTML already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const names = head.map((name) => `<th>${escapeHtml(name)}</th>`).join('');
  const lines = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n');
  return `<table><thead><tr>${names}</tr></thead><tbody>${lines}</tbody></table>`;
}

/** An instant that no calendar holds, as a fact on file may have, is shown as its number. */
export function iso(at: number): string {
  if (Number.isNaN(new Date(at).getTime())) return String(at);
  return `${utcText(at, 'second')} UTC`;
}

/** The instant in UTC, and the local hour in the zone of the called party. */
export function instant(at: number, zone: string | undefined): string {
  return escapeHtml(zone === undefined ? iso(at) : `${iso(at)} (${clock(at, zone)} ${zone})`);
}

/** The local hour in a zone (IANA name); in UTC where none is known. */
export function clock(at: number, zone: string | undefined): string {
  return localClock(at, zone ?? 'UTC');
}
