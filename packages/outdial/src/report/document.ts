/**
 * A report before it is drawn: sections with one table each, and perhaps a plot. Every renderer reads this
 * document and nothing else.
 */
import { UTC, zonedText } from '../local-time/instant-in-zone.js';
import { codeWords } from './code-words.js';

/** A whole report. */
export interface ReportDocument {
  readonly title: string;
  readonly subtitle: string;
  /** IANA name of the zone in which people read its instants; CSV has UTC. */
  readonly timeZone: string;
  readonly sections: readonly ReportSection[];
}

/** One table, and what to say about it. */
export interface ReportSection {
  /** Short name in CSV: 'outcomes'. */
  readonly id: string;
  readonly title: string;
  readonly note?: string;
  readonly columns: readonly ReportColumn[];
  /** Cells in the order of the columns; null: not known or not applicable. */
  readonly rows: readonly (readonly Cell[])[];
  readonly plot?: Plot;
}

/** Every kind of cell of a report. A code is a text that people read in words, and programs as it is. */
export const CELL_KINDS = ['text', 'code', 'count', 'share', 'duration', 'instant'] as const;

/** How a column is to be read and drawn. */
export interface ReportColumn {
  readonly name: string;
  readonly kind: (typeof CELL_KINDS)[number];
}

/** Shares 0..1, durations ms, instants epoch ms. */
export type Cell = string | number | null;

/** Whether cells of a kind stand at the left, as texts do. */
export const isTextKind = (kind: ReportColumn['kind'] | undefined): boolean =>
  kind === 'text' || kind === 'code' || kind === 'instant';

/** A plot over rows of its own. */
export interface Plot {
  readonly kind: 'bar' | 'line';
  readonly x: { readonly title: string; readonly kind: 'name' | 'instant' | 'number' };
  readonly y: { readonly title: string; readonly kind: 'count' | 'share' };
  /** One point each; `series` colours them. */
  readonly points: readonly { readonly x: string | number; readonly y: number; readonly series?: string }[];
  /** Levels drawn across: legal limits. */
  readonly levels?: readonly { readonly y: number; readonly title: string }[];
}

/** A cell as people read it; instants in the zone. */
export function cellText(cell: Cell, kind: ReportColumn['kind'], timeZone: string = UTC): string {
  if (cell === null) return '–';
  if (typeof cell === 'string') return kind === 'code' ? codeWords(cell) : cell;
  switch (kind) {
    case 'share':
      return shareText(cell);
    case 'duration':
      return durationText(cell);
    case 'instant':
      return zonedText(cell, timeZone, 'minute');
    default:
      return countText(cell);
  }
}

/** A share 0..1 as people read it: '3.1 %' with two digits below a tenth. */
export function shareText(share: number): string {
  return `${(share * 100).toFixed(share !== 0 && Math.abs(share) < 0.1 ? 2 : 1)} %`;
}

/** A count as people read it: '12,345'; what is not whole has two digits. */
export function countText(count: number): string {
  return Number.isInteger(count) ? count.toLocaleString('en-US') : count.toFixed(2);
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** '85 ms', '12.3 s', '4 min 05 s', '3 h 20 min'. */
export function durationText(ms: number): string {
  if (ms < SECOND) return `${Math.round(ms)} ms`;
  if (ms < MINUTE) return `${(ms / SECOND).toFixed(1)} s`;
  if (ms < HOUR)
    return `${Math.floor(ms / MINUTE)} min ${String(Math.floor((ms % MINUTE) / SECOND)).padStart(2, '0')} s`;
  return `${Math.floor(ms / HOUR)} h ${String(Math.floor((ms % HOUR) / MINUTE)).padStart(2, '0')} min`;
}
