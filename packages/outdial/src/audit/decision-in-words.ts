/** One question put to the law about a call, with its answer, as people read it. */
import type { TraceVerdict } from '@outdial/compliance';
import type { DecisionRecord } from '@outdial/store';
import { titleOfRule } from '../gate/rule-title.js';
import { factsOfDecision, inputsText } from './facts-of-decision.js';
import { callRecordOf, type CallRecord } from './records.js';

/** What a rule said of a call. */
export interface RuleInWords {
  readonly rule: string;
  /** '' for a rule of the store or the client. */
  readonly title: string;
  readonly verdict: TraceVerdict;
  readonly text: string | null;
  /** What it was told, e.g. 'live answers 412, abandoned 3'; null: nothing of its own. */
  readonly told: string | null;
}

/** A question to the law and its answer, from the record on file. Instants are epoch ms. */
export interface QuestionInWords {
  /** Id of the record. */
  readonly id: string;
  readonly when: CallRecord['when'];
  readonly at: number;
  readonly voice: string;
  readonly allowed: boolean;
  /** Null: allowed, or waiting does not cure it. */
  readonly nextAllowedAt: number | null;
  /** What the law was told of the called party. Personal data. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  /** Each rule once, those that refuse first. */
  readonly rules: readonly RuleInWords[];
  readonly ruleSetVersion: string;
  readonly zoneData: string;
  /** Place in the chain. */
  readonly writer: string;
  readonly sequence: number;
  readonly hash: string;
}

/** The record in words; undefined where it was erased or cannot be read. */
export function questionInWords(row: DecisionRecord): QuestionInWords | undefined {
  const record = row.erasedAt === null ? callRecordOf(row) : undefined;
  if (!record) return undefined;
  const { id, when, request, verdict, ruleSetVersion, zoneData, writer, sequence, hash } = record;
  return {
    ...{ id, when, ruleSetVersion, writer, sequence, hash },
    at: request.at,
    voice: request.campaign.voice,
    allowed: verdict.allowed,
    nextAllowedAt: verdict.allowed ? null : verdict.nextAllowedAt,
    facts: factsOfDecision(record),
    rules: rulesOf(record),
    zoneData: zoneData.knows,
  };
}

function rulesOf({ verdict, trace }: CallRecord): readonly RuleInWords[] {
  const told = new Map(trace.map(({ rule, inputs }) => [rule, inputs && inputsText(inputs)]));
  const refusals = verdict.refusals.map(({ rule, message }): RuleInWords => {
    return {
      rule,
      title: titleOfRule(rule) ?? '',
      verdict: 'refuses',
      text: message,
      told: told.get(rule) ?? null,
    };
  });
  const known = new Set(refusals.map(({ rule }) => rule));
  const others = trace
    .filter(({ rule, verdict: of }) => of !== 'refuses' && !known.has(rule))
    .map(({ rule, verdict: of, detail = null }): RuleInWords => {
      return {
        rule,
        title: titleOfRule(rule) ?? '',
        verdict: of,
        text: detail,
        told: told.get(rule) ?? null,
      };
    });
  return [...refusals, ...new Map(others.map((each) => [each.rule, each])).values()];
}
