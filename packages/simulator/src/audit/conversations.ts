/** The check of invariant 8: conversations of several parties lose nobody, and every second has its owner. */
import type { CarrierCallRecord, Hearing, LegUse } from '../carrier/carrier-log.js';
import type { AuditRow } from '../memory-store/disk.js';
import type { Evidence, PlacedCall } from './evidence.js';
import { auditGivenFlows } from './given-flows.js';

/** Nobody who has had an agent is in silence for longer. */
const SILENCE_MOST_MS = 2_000;
/** A leg leaves a conversation within this time of its agent. */
const LEAVING_MS = 8_000;
/** Music without any agent: parking, a search, the way back, and what telephony does not answer. */
const MUSIC_MOST_MS = 180_000;
/** Rounding, and the way of a fact. */
const SLACK_MS = 50;
/** After an outage: taking the campaign, asking for the fates, agents who come back. */
const RECOVERY_MS = 60_000;

/**
 * Invariant 8: a person who has had an agent is never alone in silence, nor in music without end. A
 * conversation has one owner at a time, an agent one conversation. A leg leaves with its agent. Every second
 * of every party is accounted for.
 */
export function auditConversations(evidence: Evidence): void {
  const customerOf = customersOfThirdParties(evidence);
  for (const placed of evidence.placed)
    auditHearing(evidence, placed, customerOf.get(placed.call.attemptId) ?? placed.call.attemptId);
  auditThirdParties(evidence, customerOf);
  auditGivenFlows(evidence);
  auditLegs(evidence);
  auditOwners(evidence);
}

/** `conversationId`: the customer's attempt. */
function auditHearing(evidence: Evidence, { call, row }: PlacedCall, conversationId: string): void {
  const { attemptId, answeredAt, endedAt } = call;
  if (answeredAt === undefined || endedAt === undefined) return;
  const check = (holds: boolean, what: string, at: number): void =>
    evidence.check(8, holds, what, attemptId, at);
  let until = answeredAt;
  for (const { from, to } of call.heard) {
    check(from === until, 'a second of the called party is not accounted for', from);
    until = to ?? endedAt;
  }
  check(until === endedAt, 'a second of the called party is not accounted for', until);
  if (!call.heard.some(({ what }) => what === 'agent')) return;

  call.heard.forEach((hearing, index) => {
    const length = (hearing.to ?? endedAt) - hearing.from;
    const before = call.heard[index - 1]?.what;
    const isOutage = evidence.outageWithin(hearing.from - RECOVERY_MS, hearing.to ?? endedAt) !== null;
    if (hearing.what === 'silence' && (before === 'agent' || before === 'music'))
      check(length <= SILENCE_MOST_MS || isOutage, 'a person was alone in silence', hearing.from);
    if (hearing.what === 'music' && row && row.mode !== 'third-party')
      check(
        lonely(evidence, call, hearing) <= MUSIC_MOST_MS || isOutage,
        'a person was left in music without anybody',
        hearing.from,
      );
    if (hearing.what === 'agent')
      check(
        evidence
          .usesOf(conversationId)
          .some((use) => use.agentId === hearing.agentId && covers(use, hearing)),
        'an agent was heard whose leg was elsewhere',
        hearing.from,
      );
  });
}

/** The customer's attempt for whose conversation each third party was called, by the audit trail. */
function customersOfThirdParties(evidence: Evidence): ReadonlyMap<string, string> {
  return new Map(
    evidence
      .auditRows('conversation.outside')
      .map(({ detail }) => [String(detail['thirdId']), String(detail['attemptId'])]),
  );
}

/**
 * A third party is heard by somebody from the answer on, hears nobody who is gone, and does not outlast the
 * conversation. A customer talks with one alone for a limited time.
 */
function auditThirdParties(evidence: Evidence, customerOf: ReadonlyMap<string, string>): void {
  for (const { call, row } of evidence.placed) {
    if (row?.mode !== 'third-party' || call.answeredAt === undefined) continue;
    const check = (holds: boolean, what: string, at: number): void =>
      evidence.check(8, holds, what, call.attemptId, at);
    const endedAt = call.endedAt ?? Infinity;
    if (evidence.outageWithin(call.answeredAt - RECOVERY_MS, endedAt) !== null) continue;
    // Who is on the line without the engine's knowledge hears nobody until it learns of the answer.
    const learnedAt = Math.min(call.reachedEngineAt['call.answered'] ?? endedAt, endedAt);
    for (const { what, from, to } of call.heard) {
      const mostMs = what === 'silence' ? SILENCE_MOST_MS : what === 'music' ? LEAVING_MS : Infinity;
      const late = evidence.ordersLateWithin(from, from + mostMs) + Math.max(0, learnedAt - from);
      check((to ?? endedAt) - from <= mostMs + late, 'a third party was left without anybody', from);
    }
    const customer = evidence.callsOf.get(customerOf.get(call.attemptId) ?? '')?.at(-1);
    check(customer !== undefined, 'a third party of nobody was called', call.invitedAt);
    const overAt = customer?.endedAt ?? 0;
    const late = evidence.ordersLateWithin(overAt, overAt + LEAVING_MS);
    check(endedAt <= overAt + LEAVING_MS + late, 'a third party outlasted the conversation', overAt);
  }
  for (const { detail, at, campaignId } of evidence.auditRows('conversation.moved')) {
    if (detail['from'] !== 'outside') continue;
    const limits = evidence
      .allSettings(campaignId)
      .flatMap(({ conversations }) => conversations?.outside ?? []);
    const begunAt = at - Number(detail['spentMs']);
    // After a restart it is not known when the third party answered: within the grace of its call, at most.
    const isAfterOutage = evidence.outageWithin(begunAt - RECOVERY_MS, begunAt) !== null;
    const most = limits.map(({ talkMostMs, graceMs }) => talkMostMs + (isAfterOutage ? graceMs : 0));
    const attemptId = String(detail['attemptId']);
    evidence.check(
      8,
      Number(detail['spentMs']) <= Math.max(0, ...most) + LEAVING_MS ||
        evidence.outageWithin(begunAt, at + RECOVERY_MS) !== null,
      'a customer talked with a third party without an agent beyond the limit',
      attemptId,
      at,
    );
  }
}

function covers({ from, to }: LegUse, hearing: Hearing): boolean {
  return from <= hearing.from && (to ?? Infinity) >= (hearing.to ?? hearing.from);
}

/** The longest stretch of music during which no agent was in the conversation, ms. */
function lonely(evidence: Evidence, call: CarrierCallRecord, { from, to }: Hearing): number {
  const end = to ?? call.endedAt ?? from;
  const uses = evidence
    .usesOf(call.attemptId)
    .filter((use) => use.from < end && (use.to ?? Infinity) > from)
    .sort((a, b) => a.from - b.from);
  let [longest, at] = [0, from];
  for (const use of uses) {
    longest = Math.max(longest, use.from - at);
    at = Math.max(at, use.to ?? end);
  }
  return Math.max(longest, end - at);
}

/** A leg is in one conversation at a time, of a call that is up, and leaves with its agent. */
function auditLegs(evidence: Evidence): void {
  const { legUses } = evidence.input.carrier;
  const busyUntil = new Map<string, number>();
  for (const { agentId, attemptId, from, to } of legUses) {
    const check = (holds: boolean, what: string): void => evidence.check(8, holds, what, attemptId, from);
    check((busyUntil.get(agentId) ?? 0) <= from, 'a leg was in two conversations at once');
    busyUntil.set(agentId, to ?? Infinity);
    const endedAt = evidence.callsOf.get(attemptId)?.at(-1)?.endedAt ?? 0;
    check((to ?? Infinity) <= endedAt, 'a leg was left without a conversation');
  }
  for (const { agentId, attemptId, end } of partsOf(evidence)) {
    if (evidence.outageWithin(end - LEAVING_MS, end + RECOVERY_MS) !== null) continue;
    const stays = evidence
      .usesOf(attemptId)
      .some(
        (use) =>
          use.agentId === agentId && use.from < end - SLACK_MS && (use.to ?? Infinity) > end + LEAVING_MS,
      );
    evidence.check(8, !stays, 'a leg stayed in a conversation that its agent had left', attemptId, end);
  }
}

interface Part {
  readonly attemptId: string;
  readonly agentId: string;
  readonly start: number;
  readonly end: number;
}

/** Owners' parts by the audit trail, in true time. */
function partsOf(evidence: Evidence): readonly Part[] {
  return evidence.auditRows('conversation.part').map(({ detail, storedAt, at }) => ({
    attemptId: String(detail['attemptId']),
    agentId: String(detail['agentId']),
    start: Math.min(at, storedAt) - Number(detail['ownedMs']),
    end: Math.min(at, storedAt),
  }));
}

/** One owner at a time, and parts and searches add up to the conversation. */
function auditOwners(evidence: Evidence): void {
  // A clock that was set makes instants of different processes incomparable.
  if (evidence.input.wallOffsets.length > 1) return;
  const parts = partsOf(evidence);
  noOverlap(evidence, parts, ({ attemptId }) => attemptId, 'a conversation had two owners at once');
  noOverlap(evidence, parts, ({ agentId }) => agentId, 'an agent owned two conversations at once');
  for (const { detail, at } of evidence.auditRows('conversation.moved')) {
    if (detail['to'] !== 'end') continue;
    auditSum(evidence, String(detail['attemptId']), at);
  }
}

function noOverlap(
  evidence: Evidence,
  parts: readonly Part[],
  keyOf: (part: Part) => string,
  what: string,
): void {
  const until = new Map<string, number>();
  for (const part of [...parts].sort((a, b) => a.start - b.start)) {
    const key = keyOf(part);
    evidence.check(8, (until.get(key) ?? 0) <= part.start + SLACK_MS, what, part.attemptId, part.start);
    until.set(key, part.end);
  }
}

/** The stages of a conversation in which no agent owns it. */
const UNOWNED: ReadonlySet<string> = new Set(['seeking', 'parked', 'outside', 'in-flow']);

/** The owners' times and the time without an owner are together as long as the conversation. */
function auditSum(evidence: Evidence, attemptId: string, endedAt: number): void {
  const begun = evidence.input.disk.attempts.get(attemptId)?.result?.connectedAt;
  // After a crash a conversation that was over may begin anew: what follows its end is another's time.
  const isBefore = ({ at }: AuditRow): boolean => at <= endedAt;
  if (begun === undefined || evidence.outageWithin(begun, endedAt + RECOVERY_MS) !== null) return;
  const sum = (kind: string, field: string, counts: (row: AuditRow) => boolean): number =>
    evidence
      .auditRowsOf(kind, attemptId)
      .filter((row) => isBefore(row) && counts(row))
      .reduce((total, { detail }) => total + Number(detail[field]), 0);
  const owned = sum('conversation.part', 'ownedMs', () => true);
  const unowned = sum('conversation.moved', 'spentMs', ({ detail }) => UNOWNED.has(String(detail['from'])));
  const total = endedAt - begun;
  evidence.check(
    8,
    Math.abs(owned + unowned - total) <= SLACK_MS,
    `of ${String(total)} ms, ${String(owned)} had an owner and ${String(unowned)} had none`,
    attemptId,
    begun,
  );
}
