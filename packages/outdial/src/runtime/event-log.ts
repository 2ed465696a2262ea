/** The log of a campaign: which fields of an event it may hold, and the level at which each is logged. */
import { dirname } from 'node:path';
import { isoInstant, visibleLines } from '@outdial/core';
import type { CampaignEvent } from '@outdial/core';
import { makeFolder, makePrivateFile } from '@outdial/lists';
import { pino, type DestinationStream, type Logger } from 'pino';
import type { LogSection } from '../campaign-file/types.js';
import type { DialerEnd } from '../dialer/unwritten.js';
import { foldedText, LineFold } from './line-fold.js';
import { errorLog, LogFile, type LogTarget } from './log-file.js';

/**
 * Opens the log of a campaign. Lines are JSON; they never hold telephone numbers, names or what a flow
 * gathered, only ids. `file` absolute, or '-' for standard error; a new file is its owner's only.
 */
export function openLog(log: LogSection, context: { readonly campaignId: string }): Logger {
  if (log.file !== '-') {
    makeFolder(dirname(log.file));
    makePrivateFile(log.file);
  }
  const onError = errorLog();
  const target =
    log.file === '-'
      ? onError
      : new LogFile(log.file, { onTrouble: (text) => void onError.write(`notice: ${text}\n`) });
  return foldedLog(target, log.level, context);
}

/** A log of JSON lines in which storms of warnings and errors are folded. */
export function foldedLog(
  target: LogTarget,
  level: LogSection['level'],
  context: Readonly<Record<string, unknown>>,
): Logger {
  const fold = new LineFold();
  const guarded: DestinationStream & { flush(): void } = {
    // JSON writes C0 characters as codes, but neither C1 characters nor marks of direction.
    write: (line) => void target.write(visibleLines(line)),
    flush: () => {
      fold.flush();
      target.flush();
    },
  };
  const logger = pino(
    {
      level,
      base: context,
      messageKey: 'what',
      hooks: {
        logMethod: (line, write, lineLevel) => {
          const [fields, text] = line;
          if (lineLevel < FOLDED_FROM || !isFields(fields) || text === undefined) write.apply(logger, line);
          else
            fold.take(JSON.stringify([lineLevel, text, { ...fields, at: undefined }]), (more) =>
              write.call(logger, more === 0 ? fields : { ...fields, more }, foldedText(text, more)),
            );
        },
      },
    },
    guarded,
  );
  return logger;
}

/** Lines of this level and above are folded: warnings and errors come in storms. */
const FOLDED_FROM = 40;

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Fields of events that may stand in a log: ids, states, counts, reasons of ours. */
const LOGGED = [
  'attemptId',
  'leadId',
  'agentId',
  'mode',
  'state',
  'code',
  'reason',
  'how',
  'waited',
  'from',
  'to',
  'spentMs',
  'waitedMs',
  'forMs',
  'why',
  'ending',
  'ownerId',
  'fromAgentId',
  'supervisorId',
  'watchedId',
  'recordingId',
  'file',
  'limitId',
  'spent',
  'liveAnswers',
  'abandoned',
  'order',
  'detail',
  'nextAllowedAt',
  'expiresAt',
] as const;

/** Writes an event to the log, by its fields that hold no personal data. */
export function logEvent(log: Logger, event: CampaignEvent): void {
  log[levelOf(event)]({ at: isoInstant(event.at), ...loggable(event) }, event.type);
}

/** Writes to the log what a dialer could not write to its store, each by its attempt. */
export function logUnwritten(log: Logger, { unwritten }: DialerEnd): void {
  for (const { kind, attemptId, stated } of unwritten)
    log.error({ kind, attemptId, stated }, 'not written: the store does not answer');
}

function levelOf(event: CampaignEvent): 'error' | 'warn' | 'info' | 'debug' {
  switch (event.type) {
    case 'fault':
      return 'error';
    case 'order.rejected':
    case 'governor.turned':
    case 'leads.dry':
    case 'callback.refused':
    case 'conversation.order-failed':
    case 'conversation.nobody-came':
    case 'recording.failed':
      return 'warn';
    case 'campaign.state':
      return event.state === 'halted' ? 'error' : 'info';
    case 'schedule.turned':
    case 'call.connected':
    case 'call.abandoned':
    case 'attempt.closed':
    case 'conversation.handed-over':
    case 'recording.completed':
      return 'info';
    default:
      return 'debug';
  }
}

function loggable(event: CampaignEvent): Record<string, unknown> {
  const fields: Readonly<Record<string, unknown>> = { ...event };
  const line: Record<string, unknown> = {};
  for (const name of LOGGED)
    if (fields[name] !== undefined && typeof fields[name] !== 'object') line[name] = fields[name];
  // The event's own `what`: in the log that key holds the type of the event.
  if (event.type === 'fault') line['where'] = event.what;
  if (event.type === 'attempt.closed')
    Object.assign(line, {
      outcome: event.result.outcome,
      disposition: event.result.disposition,
      cause: event.result.cause?.q850,
      by: event.result.cause?.by,
    });
  if (event.type === 'lead.refused' || event.type === 'callback.refused')
    line['rules'] = event.refusals.map((refusal) => refusal.rule);
  return line;
}
