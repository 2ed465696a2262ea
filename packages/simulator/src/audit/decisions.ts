/** The check of invariant 3: every call had a decision of the gate that allowed it. */
import type { CallMode, CallVoice, CampaignSettings, Flow } from '@outdial/core';
import { isOpenHour, lawAt } from '../campaign/plain-gate.js';
import type { CarrierCallRecord } from '../carrier/carrier-log.js';
import type { AttemptRow } from '../memory-store/disk.js';
import { flowMedia } from './flow-media.js';
import { isInOwnHours } from './own-hours.js';
import { firstHeard, type Evidence, type PlacedCall } from './evidence.js';
import { isOfList } from './of-list.js';

/** Orders and reports take a moment on top of the life of a dial command. */
const SLACK_MS = 200;
const PERSON_FACTS: ReadonlySet<string> = new Set([
  'do-not-call-person',
  'cease',
  'attorney',
  'bankrupt',
  'deceased',
  'refused',
]);
const NUMBER_FACTS: ReadonlySet<string> = new Set(['do-not-call', 'wrong-number', 'employer-prohibits']);
const LATE_WORD_MS = 500;
/**
 * The report of a lost leg may come twice, the second time when the leg is up again. The engine frees the
 * agent then as well.
 */
const STALE_WORD_MS = 25_000;
/** Modes that reserve an agent before the call is placed. */
const AGENT_FIRST: ReadonlySet<CallMode> = new Set(['manual', 'preview', 'progressive']);
const NO_AGENT_FIRST: ReadonlySet<CallMode> = new Set(['power', 'predictive', 'agentless']);

/**
 * Invariant 3: every call was allowed, at that instant, in that mode, for all it played; and the decision is
 * stored with the attempt.
 */
export function auditDecisions(evidence: Evidence): void {
  for (const { call, row } of evidence.placed) {
    if (!row) continue; // That is invariant 6.
    const check = (holds: boolean, what: string): void =>
      evidence.check(3, holds, what, call.attemptId, call.invitedAt);
    const settings = evidence.settingsAt(row.campaignId, row.storedAt);
    if (!settings) continue;
    check(row.decision.allowed, 'the decision stored did not allow the call');
    if (row.mode === 'third-party') {
      checkContact(evidence, { call, row }, settings);
      continue;
    }
    check(row.decidedFor === evidence.legalTime(row.storedAt), 'the law was asked about another instant');
    check(
      isOpenHour(lawAt(evidence.input.laws, row.decidedFor), row.decidedFor),
      'the law was asked outside calling hours, and allowed',
    );
    check(
      call.invitedAt - row.storedAt <= 2 * longestLife(evidence, row.campaignId) + SLACK_MS,
      'the decision was stale when the call was placed',
    );
    check(
      call.callerNumber !== '' && call.callerNumber === row.callerNumber && call.phone === row.phone,
      'the call is not the one decided on',
    );
    check(settings.live || settings.allowList.includes(call.phone), 'a number off the allow-list was dialed');
    check(isOnSchedule(settings, row.decidedFor), "a call outside the campaign's own hours");
    checkSaidNo(evidence, row, check);
    checkMode(evidence, row, check);
    checkAudio(evidence, { call, row }, check);
  }
  auditCap(evidence);
  auditReservations(evidence);
}

/** Whom agents call for a conversation is in the directory, and was not refused by the number's owner. */
function checkContact(evidence: Evidence, { call, row }: PlacedCall, settings: CampaignSettings): void {
  const directory = settings.conversations?.outside?.directory ?? [];
  const isListed = directory.some(({ phone }) => phone === call.phone);
  const isShown = call.callerNumber !== '' && call.callerNumber === row?.callerNumber;
  const { attemptId, invitedAt } = call;
  evidence.check(3, isListed, 'a third party was called who is not in the directory', attemptId, invitedAt);
  evidence.check(3, isShown, 'a third party was called from another number', attemptId, invitedAt);
}

/** Clocks that are set by up to an hour, twice, may hide calls of the day's first hours from the law. */
const SURE_DAY_MS = 22 * 3_600_000;

/** The law's own cap on calls to a person, as it stood when each call was decided on. */
function auditCap(evidence: Evidence): void {
  const earlier = new Map<string, number[]>();
  for (const { call, row } of evidence.placed) {
    if (!row || !isOfList(row.mode)) continue;
    const { mostPerDay } = lawAt(evidence.input.laws, row.decidedFor);
    const calls = earlier.get(row.lead.personId) ?? [];
    const recent = calls.filter((at) => at > call.invitedAt - SURE_DAY_MS).length;
    if (mostPerDay !== undefined)
      evidence.check(
        3,
        recent < mostPerDay,
        `more than the ${String(mostPerDay)} calls a day that the law allows`,
        call.attemptId,
        call.invitedAt,
      );
    earlier.set(row.lead.personId, [...calls, call.invitedAt]);
  }
}

/** An attempt that was asked for in time may be stored a moment after the end of the hours. */
const STORING_MOST_MS = 30_000;

function isOnSchedule({ schedule }: CampaignSettings, at: number): boolean {
  return isInOwnHours(schedule, at) || isInOwnHours(schedule, at - STORING_MOST_MS);
}

function longestLife(evidence: Evidence, campaignId: string): number {
  return Math.max(...evidence.allSettings(campaignId).map((settings) => settings.dialCommandLifeMs));
}

function checkSaidNo(
  evidence: Evidence,
  row: AttemptRow,
  check: (holds: boolean, what: string) => void,
): void {
  for (const learned of evidence.learnedOf({ personId: row.lead.personId, phone: row.phone })) {
    if (learned.storedAt >= row.storedAt) continue;
    const concerns =
      (learned.personId === row.lead.personId && PERSON_FACTS.has(learned.fact.kind)) ||
      (learned.phone === row.phone && NUMBER_FACTS.has(learned.fact.kind));
    if (concerns) check(false, `called after having said '${learned.fact.kind}'`);
  }
}

function checkMode(evidence: Evidence, row: AttemptRow, check: (holds: boolean, what: string) => void): void {
  const modes = evidence.allSettings(row.campaignId).map((settings) => settings.mode);
  check(
    modes.some((mode) => mode === row.mode) || row.mode === 'progressive',
    `the campaign never was in ${row.mode} mode`,
  );
  check(!AGENT_FIRST.has(row.mode) || row.agentId !== undefined, `a ${row.mode} call without an agent`);
  check(
    !row.humanInitiated || row.mode === 'manual' || row.mode === 'preview',
    `nobody clicks in ${row.mode} mode`,
  );
  const promised = row.lead.reason === 'callback' || row.lead.reason === 'abandoned';
  check(
    !promised || !NO_AGENT_FIRST.has(row.mode),
    `a lead that needs an agent beforehand (${row.lead.reason}) was dialed in ${row.mode} mode`,
  );
  const record = row.decision.record;
  if (record['mode'] !== undefined)
    check(record['mode'] === row.mode, 'the law was asked about another mode');
}

/** Recordings must have been cleared as such. The abandonment message is what the law itself asks for. */
function checkAudio(
  evidence: Evidence,
  { call, row }: PlacedCall,
  check: (holds: boolean, what: string) => void,
): void {
  const played = call.heard.flatMap((hearing) => (hearing.what === 'message' ? (hearing.media ?? []) : []));
  if (played.length === 0 || !row) return;
  const cleared = new Set<CallVoice>(row.voices);
  for (const settings of evidence.allSettings(row.campaignId)) {
    const abandonment = flowMedia(settings.abandonmentFlow);
    for (const flow of automatedFlows(settings)) {
      const media = flowMedia(flow);
      if (!played.some((name) => media.has(name) && !abandonment.has(name))) continue;
      for (const voice of voicesOf(flow))
        check(cleared.has(voice), `${voice} audio was played that had not been cleared`);
    }
  }
}

function automatedFlows(settings: CampaignSettings): readonly Flow[] {
  return [settings.agentlessFlow, settings.voicemailFlow].filter((flow) => flow !== undefined);
}

function voicesOf(flow: Flow): ReadonlySet<CallVoice> {
  const voices = new Set<CallVoice>();
  for (const node of Object.values(flow.nodes))
    if ('prompt' in node && node.prompt) voices.add(node.prompt.voice);
  return voices;
}

/** An agent reserved for one call is not reserved for another, and is in no conversation. */
function auditReservations(evidence: Evidence): void {
  const spans = new Map<string, ReservedSpan[]>();
  const add = (agentId: string, span: ReservedSpan): void =>
    void (spans.get(agentId)?.push(span) ?? spans.set(agentId, [span]));
  const reserved = evidence.placed.filter(
    ({ row }) => row?.agentId !== undefined && AGENT_FIRST.has(row.mode),
  );
  for (const { call, row } of reserved) {
    const agentId = row?.agentId ?? '';
    const to = keptItsAgent(evidence, call, agentId) ? withUntil(evidence, call, agentId) : call.invitedAt;
    add(agentId, { attemptId: call.attemptId, from: call.invitedAt, to });
  }
  for (const { agentId, attemptId, from, to } of evidence.input.carrier.legUses) {
    const call = evidence.callsOf.get(attemptId)?.at(-1);
    if (call && keptItsAgent(evidence, call, agentId)) add(agentId, { attemptId, from, to: to ?? Infinity });
  }
  for (const { call, row } of reserved) {
    const isElsewhere = (spans.get(row?.agentId ?? '') ?? []).some(
      ({ attemptId, from, to }) =>
        attemptId !== call.attemptId && from <= call.invitedAt && to > call.invitedAt,
    );
    const what = 'one agent was reserved for two calls';
    evidence.check(3, !isElsewhere, what, call.attemptId, call.invitedAt);
  }
}

/** An agent had this call from when to when: reserved, or in its conversation. */
interface ReservedSpan {
  readonly attemptId: string;
  readonly from: number;
  readonly to: number;
}

/** Until when the agent was reserved for the call: to its end, or until they first left its conversation. */
function withUntil(evidence: Evidence, { attemptId, endedAt }: CarrierCallRecord, agentId: string): number {
  const use = evidence.usesOf(attemptId).find((known) => known.agentId === agentId);
  return Math.min(use?.to ?? Infinity, endedAt ?? Infinity);
}

/**
 * Whether the agent stayed reserved for the call to its end: not when the connection failed, the leg was
 * lost, or the process died meanwhile.
 */
function keptItsAgent(evidence: Evidence, call: CarrierCallRecord, agentId: string): boolean {
  const endedAt = call.endedAt ?? Infinity;
  const legLost = evidence.input.carrier.legs.some(
    (leg) =>
      leg.agentId === agentId &&
      leg.downAt !== null &&
      leg.downAt >= call.invitedAt - STALE_WORD_MS &&
      leg.downAt <= endedAt,
  );
  // Word of the connection that comes this late counts as none: the engine has taken the agent for gone
  // meanwhile.
  const wordTook = (call.reachedEngineAt['call.connected'] ?? Infinity) - (firstHeard(call, 'agent') ?? 0);
  const failed =
    call.reachedEngineAt['call.connect-failed'] !== undefined ||
    (call.answeredAt !== undefined && wordTook > LATE_WORD_MS);
  return (
    !legLost &&
    !failed &&
    call.reachedEngineAt['call.ended'] !== undefined &&
    evidence.outageWithin(call.invitedAt, endedAt) === null
  );
}
