/** Hours at which a person asked not to be called: 'Mon-Fri 09:00-17:00; Sat; before 9 am'. */
import type { InconvenientPeriod } from '../lead/imported-facts.js';
import { plainText } from './plain-text.js';
import { weekdayOf } from './weekday-names.js';

const EVERY_DAY: readonly number[] = [0, 1, 2, 3, 4, 5, 6];
const DAY_WORDS: ReadonlyMap<string, readonly number[]> = new Map([
  ...['daily', 'every day', 'everyday', 'all days', 'täglich', 'tous les jours'].map(
    (words): [string, readonly number[]] => [plainText(words), EVERY_DAY],
  ),
  ...['weekdays', 'weekday', 'workdays', 'werktags'].map((words): [string, readonly number[]] => [
    words,
    [0, 1, 2, 3, 4],
  ]),
  ...['weekends', 'weekend', 'wochenende', 'week end'].map((words): [string, readonly number[]] => [
    words,
    [5, 6],
  ]),
]);

const CLOCK = '(\\d{1,2})(?:[:.h](\\d{2}))?\\s?(am|pm|a\\.m\\.?|p\\.m\\.?|uhr)?';
const RANGE = new RegExp(`^(?:(?:between|from)\\s)?${CLOCK}\\s?(?:-|–|to|until|till|and|bis)\\s?${CLOCK}$`);
/** '9am-5pm on weekdays': the days behind the hours. */
const HOURS_FIRST = new RegExp(
  '^((?:[a-z]+ )?\\d[^;]*?\\d ?(?:[ap]\\.?m\\.?|uhr)?),? (?:on )?' +
    '((?!to |until |till |and |bis |[ap]\\.?m\\b|uhr)\\p{L}[^\\d]*)$',
  'u',
);
const EDGE = new RegExp(`^(before|until|after|from|since|vor|nach|ab)\\s${CLOCK}$`);

/** The periods that a text names, one after each semicolon; null where one of them cannot be read. */
export function readInconvenientTimes(text: string): readonly InconvenientPeriod[] | null {
  const periods: InconvenientPeriod[] = [];
  for (const part of text.split(/[;|\n]/)) {
    const words = part.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
    if (words === '') continue;
    const period = readPeriod(words.replace(/\bnoon\b/g, '12:00'));
    if (!period) return null;
    periods.push(period);
  }
  return periods.length > 0 ? periods : null;
}

function readPeriod(words: string): InconvenientPeriod | null {
  const [, hoursFirst, daysBehind] = HOURS_FIRST.exec(words) ?? [];
  if (hoursFirst !== undefined && daysBehind !== undefined) return readPeriod(`${daysBehind} ${hoursFirst}`);
  const start = words.search(/(?:(?:before|until|after|from|since|between|vor|nach|ab) )?\d/);
  const days = start === 0 ? EVERY_DAY : readDays(start < 0 ? words : words.slice(0, start));
  const hours = start < 0 ? { from: '00:00', to: '24:00' } : readHours(words.slice(start));
  return days && hours ? { days, ...hours } : null;
}

function readDays(words: string): readonly number[] | null {
  const plain = words.replace(/[\s:,]+$/, '');
  const known = DAY_WORDS.get(plainText(plain));
  if (known) return known;
  const days = new Set<number>();
  for (const item of plain.split(/\s*(?:[,/+&]|\band\b|\bund\b|\bet\b)\s*/)) {
    const [first, last, more] = item.split(/\s*(?:-|–|\bto\b|\bbis\b|\bthrough\b)\s*/).map(dayOf);
    if (first === undefined || first === null || last === null || more !== undefined) return null;
    for (let day = first; ; day = (day + 1) % 7) {
      days.add(day);
      if (day === (last ?? first)) break;
    }
  }
  return [...days].sort((a, b) => a - b);
}

/** Full names and abbreviations, English plurals, too. */
function dayOf(word: string): number | null {
  const plain = plainText(word);
  return weekdayOf(plain) ?? weekdayOf(plain.replace(/s$/, ''));
}

function readHours(text: string): { readonly from: string; readonly to: string } | null {
  const range = RANGE.exec(text);
  if (range) {
    const to = clockOf(range[4], range[5], range[6]);
    const from = clockOf(range[1], range[2], range[3]);
    // '9-5pm' may begin in the morning or in the evening.
    const isUnclear = isHalfDay(range[3]) !== isHalfDay(range[6]);
    return isUnclear || from === null || to === null || from === to || from === '24:00' ? null : { from, to };
  }
  const [, word = '', hour, minute, half] = EDGE.exec(text) ?? [];
  const at = word === '' ? null : clockOf(hour, minute, half);
  if (at === null) return null;
  return /^(?:before|until|vor)$/.test(word) ? { from: '00:00', to: at } : { from: at, to: '24:00' };
}

function isHalfDay(text: string | undefined): boolean {
  return text !== undefined && /^[ap]/.test(text);
}

function clockOf(hour: string | undefined, minute = '00', half = ''): string | null {
  let hours = Number(hour);
  if (/^[ap]/.test(half)) {
    if (hours < 1 || hours > 12) return null;
    hours = (hours % 12) + (half.startsWith('p') ? 12 : 0);
  }
  if (hours > 24 || Number(minute) > 59 || (hours === 24 && minute !== '00')) return null;
  return `${String(hours).padStart(2, '0')}:${minute}`;
}
