/** Numbers and times as people read them. */
import { zoneName, zoneOfAgency } from './zone.js';

/** '2.4 %'. */
export function percent(share: number, digits = 1): string {
  return `${(share * 100).toFixed(digits)} %`;
}

/** '3:07', '1:02:33'. */
export function duration(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, '0'));
  const hours = Math.floor(seconds / 3600);
  const [minutes = '00', rest = '00'] = parts;
  return hours > 0 ? `${hours}:${minutes}:${rest}` : `${Number(minutes)}:${rest}`;
}

/** How old something is, in a sentence: '7 s', '3 min', '1 h 20 min'. */
export function age(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/**
 * '10 Jun, 13:04' by the agency's clock; with its year where that is not the present one. In another zone it
 * ends with its name: '10 Jun, 10:04 Los Angeles'.
 */
export function moment(iso: string, timeZone: string = zoneOfAgency()): string {
  const at = new Date(iso);
  const text = at.toLocaleString(undefined, {
    timeZone,
    hourCycle: 'h23',
    ...(at.getFullYear() === new Date().getFullYear() ? {} : { year: 'numeric' }),
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
  return timeZone === zoneOfAgency() ? text : `${text} ${zoneName(timeZone)}`;
}

/** '(212) 555-0143' for North America; other numbers as they are. */
export function phone(e164: string): string {
  const [, area, exchange, line] = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(e164) ?? [];
  return area === undefined ? e164 : `+1 (${area}) ${exchange}-${line}`;
}

/** 'renews on' is 'Renews on', 'firstName' is 'First name'. */
export function fieldName(name: string): string {
  const spaced = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[_-]/g, ' ')
    .toLowerCase();
  return `${spaced.charAt(0).toUpperCase()}${spaced.slice(1)}`;
}

let words: Readonly<Record<string, string>> = {};

/** Says the server's codes in words, as the session tells them, before any screen is drawn. */
export function setCodeWords(told: Readonly<Record<string, string>>): void {
  words = told;
}

/** A code of the server in its words; one of the campaign's own by its letters: 'Not interested'. */
export function codeName(code: string): string {
  return words[code] ?? fieldName(code);
}
