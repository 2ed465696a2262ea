/** The verdict on the audit trail in words: what holds, what does not, and what was not checked. */
import { countOf, countText, isoInstant } from '@outdial/core';
import type { TrailVerdict } from './verify-records.js';

/** The verdict as one line, for pages. */
export function summaryOf({ ok, events, records }: TrailVerdict): string {
  const extent = [
    `${countOf(events.entries, 'entry')} of ${countOf(events.writers, 'writer')}`,
    countOf(events.decisions, 'decision'),
    countOf(records.count, 'record'),
    countOf(events.rows, 'row'),
  ].join(', ');
  return ok
    ? `The audit trail holds as far as it was checked: ${extent}, each hashed over the one before it.`
    : `THE AUDIT TRAIL DOES NOT HOLD: ${extent}; ${records.brokenCount + events.broken} breaks.`;
}

/** The verdict with every break, baseline and head. */
export function verdictText(verdict: TrailVerdict): string {
  const { events, notChecked } = verdict;
  return `${[
    summaryOf(verdict),
    ...breaksOf(verdict),
    ...keyText(verdict),
    ...keptText(verdict),
    ...section(
      'baselines (from the last on, rows are compared one by one):',
      events.baselines.map(
        ({ n, at, reason, by, rows }) =>
          `${n} of ${isoInstant(at)} by ${by}: ${reason}, ${countOf(rows, 'row')} stood there`,
      ),
    ),
    ...section('not checked:', notChecked),
    ...section(
      "chains end at (keep them elsewhere: 'outdial audit heads' prints them for --heads):",
      events.heads.map(({ chain, writer, n, hash }) => `${chain} ${writer} ${n} ${hash}`),
    ),
  ].join('\n')}\n`;
}

function breaksOf({ events, records }: TrailVerdict): readonly string[] {
  const broken = [
    ...records.broken.map(
      ({ writer, sequence, id, problem }) =>
        `record ${id ?? '(unreadable)'}, ${writer} ${sequence}: ${problem}`,
    ),
    ...events.breaks.map(({ place, problem }) => `${place}: ${problem}`),
  ];
  const more = records.brokenCount + events.broken - broken.length;
  const [first] = broken;
  return first === undefined
    ? []
    : [
        `first broken: ${first}`,
        ...section('all:', [...broken, ...(more > 0 ? [`and ${countText(more)} more`] : [])]),
      ];
}

function keyText({ events: { key } }: TrailVerdict): readonly string[] {
  if (key.checked === 0) return [];
  const since = key.since === null ? 'no baseline is under it' : `under it since ${isoInstant(key.since)}`;
  return [
    `keyed hashes: ${countText(key.checked)} of ${countText(key.keyed)} are of the key given; ${since}`,
  ];
}

function keptText({ kept, events }: TrailVerdict): readonly string[] {
  if (!kept) return [];
  const after = events.baselines.filter(({ at }) => isoInstant(at) > kept.newest);
  return [
    `heads kept elsewhere: ${countOf(kept.lines, 'line')}, the newest of ${kept.newest}`,
    ...(kept.otherStore ? ['BREAK: lines are of another database than this one'] : []),
    ...after.map(
      ({ n }) => `note: baseline ${n} is newer than the heads: rows altered between are not found`,
    ),
  ];
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)];
}
