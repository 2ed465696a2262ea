/** Decisions as CSV: the columns of the compliance module, and what became of each call. */
import { auditCsv } from '@outdial/compliance';
import { titleOfRule } from '../gate/rule-title.js';
import { localInstant } from '../local-time/local-time.js';
import type { CallRecord } from './records.js';

/**
 * Columns beside those of the compliance module's own table: what became of the call, and where the record
 * stands.
 */
const FURTHER = [
  'localTimes',
  'campaign',
  'attempt',
  'asked',
  'callAllowed',
  'callRefusedBy',
  'writer',
  'sequence',
  'titles',
] as const;

const ASKED: Readonly<Record<CallRecord['when'], string>> = {
  now: 'at the call',
  closing: 'at the end of the closing margin',
  interlock: 'interlock',
  unreadable: 'facts unreadable',
};

/**
 * Decisions as CSV (RFC 4180), with a header: one line for each question put to the law. A call that may play
 * a recording asks twice, once for each voice.
 */
export async function* auditTable(records: AsyncIterable<CallRecord>): AsyncGenerator<string> {
  const [header = ''] = auditCsv([]);
  yield withFurther(header, FURTHER);
  for await (const record of records) {
    const [, line = ''] = auditCsv([record]);
    const { call, when, writer, sequence } = record;
    const localTimes = record.verdict.timeZones
      .map((zone) => localInstant(record.request.at, zone))
      .join(' ');
    yield withFurther(line, [
      localTimes,
      call.campaignId,
      call.attemptId,
      ASKED[when],
      call.allowed ? 'yes' : 'no',
      call.rules.join(' '),
      writer,
      String(sequence),
      quoted(record.verdict.refusals.map(({ rule }) => titleOfRule(rule) ?? rule).join('; ')),
    ]);
  }
}

/** Titles may hold commas and quotes. */
function quoted(text: string): string {
  return text === '' ? '' : `"${text.replaceAll('"', '""')}"`;
}

/** Further cells hold ids and words of ours, or are quoted. */
function withFurther(line: string, cells: readonly string[]): string {
  return `${line.replace(/\r\n$/, '')},${cells.join(',')}\r\n`;
}
