/** Evaluates recorded decisions again and names what differs. */
import { canonicalRecordJson, type Compliance, type Decision } from '@outdial/compliance';
import { isoInstant } from '@outdial/core';
import { titleOfRule } from '../gate/rule-title.js';
import type { CallRecord } from './records.js';

/** A recorded decision asked again. */
export interface Replay {
  readonly record: CallRecord;
  /** True: the same verdict, to the letter. */
  readonly same: boolean;
  /** True where rule set and zone data are those of the record: then any difference is a fault. */
  readonly sameLaw: boolean;
  readonly now: Pick<Decision, 'allowed' | 'refusals' | 'nextAllowedAt'>;
}

/** Puts the recorded question to the law again. What was answered without the law is not replayed. */
export function replay(record: CallRecord, compliance: Compliance): Replay | undefined {
  if (record.when === 'interlock' || record.when === 'unreadable') return undefined;
  const now = compliance.evaluate(record.request);
  const { allowed, refusals, nextAllowedAt, timeZones, jurisdictions } = now;
  const zoneData = { knows: compliance.zoneData.knows, corrected: compliance.zoneData.stale };
  return {
    record,
    same:
      canonicalRecordJson({ allowed, refusals, nextAllowedAt, timeZones, jurisdictions }) ===
      canonicalRecordJson(record.verdict),
    sameLaw:
      record.ruleSetVersion === compliance.ruleSetVersion &&
      canonicalRecordJson(zoneData) === canonicalRecordJson(record.zoneData),
    now: { allowed, refusals, nextAllowedAt },
  };
}

/** What differs, in words: verdict, rules, next instant, zones; and the law then and now where it changed. */
export function replayText(
  { record, sameLaw, now }: Replay,
  compliance: Pick<Compliance, 'ruleSetVersion' | 'zoneData'>,
): string {
  const verdict = ({ allowed, refusals, nextAllowedAt }: Replay['now']): string => {
    if (allowed) return 'allowed';
    const next = nextAllowedAt === null ? 'never by waiting' : `until ${isoInstant(nextAllowedAt)}`;
    return `refused ${next} by ${refusals.map(({ rule }) => titled(rule)).join(', ')}`;
  };
  const law = sameLaw
    ? 'rule set and zone data are the same: this is a fault of outdial, report it'
    : `rule set ${record.ruleSetVersion}, now ${compliance.ruleSetVersion}; zone data ` +
      `${record.zoneData.knows}, now ${compliance.zoneData.knows}`;
  return [
    `${record.id} of ${isoInstant(record.request.at)}`,
    `  recorded  ${verdict(record.verdict)}`,
    `  now       ${verdict(now)}`,
    `  law       ${law}`,
  ].join('\n');
}

/** 'us.fl.hours (Florida calling hours)'. */
function titled(rule: string): string {
  const title = titleOfRule(rule);
  return title === undefined ? rule : `${rule} (${title})`;
}
