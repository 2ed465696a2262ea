/** The carrier's calls joined with the store's rows, for the checks. */
import type { CampaignSettings } from '@outdial/core';
import type { CarrierCallRecord, LegUse } from '../carrier/carrier-log.js';
import type { AttemptRow, AuditRow, LearnedRow } from '../memory-store/disk.js';
import type { AuditInput, InvariantNumber, Violation } from './audit-input.js';

/** One INVITE with the row it belongs to, if there is one. */
export interface PlacedCall {
  readonly call: CarrierCallRecord;
  readonly row: AttemptRow | undefined;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** A process asks the store for its campaigns again so often. */
const TAKING_MS = 3_000;

/** The auditor's sources, matched with each other, and its findings. */
export class Evidence {
  readonly input: AuditInput;
  readonly placed: readonly PlacedCall[];
  readonly callsOf: ReadonlyMap<string, readonly CarrierCallRecord[]>;
  readonly violations: Violation[] = [];
  readonly checks: Record<InvariantNumber, number> = {
    1: 0,
    2: 0,
    3: 0,
    4: 0,
    5: 0,
    6: 0,
    7: 0,
    8: 0,
    9: 0,
    10: 0,
  };

  readonly #outages: readonly Span[];
  #uses: Groups<LegUse> | undefined;
  #auditRows: Groups<AuditRow> | undefined;
  #attemptRows: Groups<AuditRow> | undefined;
  #ofPerson: Groups<LearnedRow> | undefined;
  #ofPhone: Groups<LearnedRow> | undefined;

  constructor(input: AuditInput) {
    this.input = input;
    this.#outages = outagesOf(input);
    this.placed = input.carrier.calls.map((call) => ({ call, row: input.disk.attempts.get(call.attemptId) }));
    const callsOf = new Map<string, CarrierCallRecord[]>();
    for (const call of input.carrier.calls) {
      const known = callsOf.get(call.attemptId);
      if (known) known.push(call);
      else callsOf.set(call.attemptId, [call]);
    }
    for (const { call } of input.carrier.callers) if (call) callsOf.set(call.attemptId, [call]);
    this.callsOf = callsOf;
  }

  /** An agent's legs in the conversation of an attempt. */
  usesOf(attemptId: string): readonly LegUse[] {
    this.#uses ??= groupBy(this.input.carrier.legUses, (use) => use.attemptId);
    return this.#uses.get(attemptId) ?? [];
  }

  /** Lines of the audit trail, of one kind. */
  auditRows(kind: string): readonly AuditRow[] {
    this.#auditRows ??= groupBy(this.input.disk.audit, (row) => row.kind);
    return this.#auditRows.get(kind) ?? [];
  }

  /** Lines of one kind about one attempt. */
  auditRowsOf(kind: string, attemptId: string): readonly AuditRow[] {
    this.#attemptRows ??= groupBy(
      this.input.disk.audit,
      ({ kind: its, detail }) => `${its} ${String(detail['attemptId'])}`,
    );
    return this.#attemptRows.get(`${kind} ${attemptId}`) ?? [];
  }

  /** What was learned of a person, and of a number. */
  learnedOf({
    personId,
    phone,
  }: {
    readonly personId: string;
    readonly phone: string;
  }): readonly LearnedRow[] {
    const { learned } = this.input.disk;
    this.#ofPerson ??= groupBy(learned, (row) => row.personId);
    this.#ofPhone ??= groupBy(learned, (row) => row.phone);
    const ofPhone = this.#ofPhone.get(phone) ?? [];
    return [...(this.#ofPerson.get(personId) ?? []), ...ofPhone.filter((row) => row.personId !== personId)];
  }

  /** Checks an invariant once. */
  check(invariant: InvariantNumber, holds: boolean, what: string, subject?: string, at?: number): void {
    this.checks[invariant] += 1;
    if (!holds)
      this.violations.push({
        invariant,
        what,
        ...(subject === undefined ? {} : { subject }),
        ...(at === undefined ? {} : { at }),
      });
  }

  /** A campaign's settings in force at an instant of true time. */
  settingsAt(campaignId: string, at: number): CampaignSettings | undefined {
    return (
      this.input.settings.get(campaignId)?.findLast(({ from }) => from <= at)?.settings ??
      this.input.settings.get(campaignId)?.[0]?.settings
    );
  }

  /** Every settings a campaign ever had. */
  allSettings(campaignId: string): readonly CampaignSettings[] {
    return (this.input.settings.get(campaignId) ?? []).map(({ settings }) => settings);
  }

  /** Legal time at an instant of true time. */
  legalTime(at: number): number {
    return at + (this.input.wallOffsets.findLast(([from]) => from <= at)?.[1] ?? 0);
  }

  /**
   * ms by which orders of [from, to] may have been carried out late. One is carried out after the other: each
   * is also late by the slow ones before it.
   */
  ordersLateWithin(from: number, to: number): number {
    let late = 0;
    for (const slow of this.input.carrier.slowOrders)
      if (slow.from <= to + late && slow.to >= from) late += slow.to - slow.from;
    return late;
  }

  /**
   * The end of the last outage (process dead, socket down, or the store away at its end) that touches
   * [from, to]; null when there was none.
   */
  outageWithin(from: number, to: number): number | null {
    const touching = this.#outages.filter((outage) => outage.from <= to && outage.to >= from);
    return touching.length === 0 ? null : Math.max(...touching.map((outage) => outage.to));
  }
}

/**
 * Outages of process and socket. A process that starts while the store fails learns of the calls that are up
 * when the store answers: until then its outage goes on.
 */
function outagesOf({ carrier, storeOutages }: AuditInput): readonly Span[] {
  return carrier.outages.map(({ from, to }) => {
    let end = to ?? Infinity;
    for (const store of storeOutages) if (store.from <= end + TAKING_MS) end = Math.max(end, store.to);
    return { from, to: end };
  });
}

type Groups<Row> = ReadonlyMap<string, readonly Row[]>;

function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Groups<Row> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

/**
 * When the engine knew of a live answer: the answer itself, or the verdict that it is a person; null when it
 * never did.
 */
export function liveSince(call: CarrierCallRecord): number | null {
  const answered = call.reachedEngineAt['call.answered'];
  // An answer that arrives after the end is about a call that is over.
  if (answered === undefined || answered > (call.reachedEngineAt['call.ended'] ?? Infinity)) return null;
  if (!call.detectMachine) return answered;
  const detected = call.reachedEngineAt['call.detected'];
  // A verdict that overtook the answer is about a call that, for all the engine knew, still rang.
  if (detected === undefined || detected < answered || detected > answered + DETECTION_MOST_MS)
    return answered + DETECTION_MOST_MS;
  return call.verdict === 'machine' ? null : detected;
}

/** Machine detection without a verdict counts as human after this long. */
const DETECTION_MOST_MS = 6_000;

/** The first instant at which the called party heard one of these. */
export function firstHeard(
  call: CarrierCallRecord,
  ...what: readonly CarrierCallRecord['heard'][number]['what'][]
): number | null {
  return call.heard.find((hearing) => what.includes(hearing.what))?.from ?? null;
}
