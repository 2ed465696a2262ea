/** `outdial dnc info` and `check`: read set files of do-not-call numbers. */
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createCompliance, DoNotCallSet, type RuleInfo } from '@outdial/compliance';
import { numberKeys, readingError } from '@outdial/lists';
import { readSetFile } from '@outdial/store';
import { countOf, countText, errorText, isOutdialError, utcText } from '@outdial/core';
import { clockOffset, instantOf } from '../clock.js';
import { CommandError } from '../command-errors.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import type { CommandIo } from '../io.js';
import type { DncCheckGiven, DncInfoGiven } from '../syntax/dnc-commands.js';
import { readStoredPhone } from '../read-phone.js';
import { titledRule } from '../../report/titled-rule.js';

const DAY_MS = 86_400_000;
/**
 * Rules on the age of a registry copy. Some stand beside a rule of the same name on the registered numbers,
 * whose value is not a number of days.
 */
const AGE_RULES: ReadonlySet<string> = new Set([
  'us.tcpa.dnc_31day',
  'ca.dncl_31',
  'au.dncr',
  'sg.dnc',
  'it.rpo',
]);
const CHECKSUM_BYTES = 4;

/** Opens a set file whole, or says what is wrong with it. */
export async function openSet(path: string): Promise<DoNotCallSet> {
  return (await openBytes(path)).set;
}

async function openBytes(path: string): Promise<{ readonly set: DoNotCallSet; readonly bytes: Uint8Array }> {
  try {
    const bytes = await readSetFile(path);
    return { set: DoNotCallSet.fromBytes(bytes), bytes };
  } catch (cause) {
    const named = readingError(cause, path);
    const why = isOutdialError(named) ? named.what : `${errorText(cause)}.`;
    throw new CommandError('set-unusable', { path, why }, cause);
  }
}

/** `outdial dnc info <set>`. */
export async function info(io: CommandIo, options: DncInfoGiven): Promise<ExitCode> {
  const path = resolve(io.cwd, options.set);
  const { set, bytes } = await openBytes(path);
  const at = instantOf(options.at, Date.now() + clockOffset(io));
  const age = Math.max(0, set.ageInDays(at));
  const rules = ageRules(at).map((rule) => ({
    rule: rule.id,
    country: rule.jurisdiction,
    days: daysOf(rule),
    citation: rule.citation,
    until: utcText(set.versionAt + daysOf(rule) * DAY_MS, 'day'),
    allowed: age <= daysOf(rule),
  }));
  const about = {
    file: path,
    source: set.source,
    date: set.date,
    ageDays: age,
    numbers: set.size,
    bytes: bytes.length,
    fileBytes: (await stat(path)).size,
    checksum: checksumText(bytes),
    rules,
  };
  if (options.json) io.out.write(`${JSON.stringify(about, null, 2)}\n`);
  else {
    const lines = [
      path,
      `source    ${about.source}`,
      `date      ${about.date}, ${countOf(age, 'day')} old`,
      `numbers   ${countText(about.numbers)}`,
      `size      ${countText(about.bytes)} bytes in memory, ${countText(about.fileBytes)} in the file`,
      `checksum  ${about.checksum} (XXH32, holds)`,
      'as a registry copy:',
      ...rules.map(
        ({ country, days, until, allowed, rule, citation }) =>
          `  ${country}  at most ${countOf(days, 'day')}: ` +
          `${allowed ? `may be used through ${until}` : 'TOO OLD, fetch a new copy'}  ` +
          `${titledRule(rule)}; ${citation}`,
      ),
    ];
    io.out.write(`${lines.join('\n')}\n`);
  }
  return EXIT.done;
}

/** `outdial dnc check <set> <number>`. */
export async function checkNumber(io: CommandIo, options: DncCheckGiven): Promise<ExitCode> {
  const set = await openSet(resolve(io.cwd, options.set));
  const phone = readStoredPhone(options.number, options.country);
  const listed = numberKeys(phone).some((key) => set.has(key));
  io.out.write(`${phone} is ${listed ? '' : 'not '}in '${set.source}' of ${set.date}\n`);
  return listed ? EXIT.findings : EXIT.done;
}

function ageRules(at: number): readonly RuleInfo[] {
  return createCompliance()
    .listRules(at)
    .filter((rule) => AGE_RULES.has(rule.id) && /^\d+ days$/.test(rule.value));
}

function daysOf(rule: RuleInfo): number {
  return Number.parseInt(rule.value, 10);
}

/** The checksum at the end of the file, as a name for this version of the list. */
function checksumText(bytes: Uint8Array): string {
  const end = new DataView(bytes.buffer, bytes.byteOffset + bytes.length - CHECKSUM_BYTES, CHECKSUM_BYTES);
  return end.getUint32(0, true).toString(16).padStart(8, '0');
}
