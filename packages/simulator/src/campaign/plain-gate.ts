/** A gate with calling hours and do-not-call only, for simulations without the compliance module. */
import type { ComplianceGate, GateRequest, CallRefusal } from '@outdial/core';

/** The rules that the simulation knows. */
export interface PlainLaw {
  /** Called parties' local hours in which calls are allowed, [from, to). */
  readonly fromHour: number;
  readonly toHour: number;
  readonly utcOffsetHours: number;
  /** Most calls to a person in 24 hours. Absent: as many as the campaign itself allows. */
  readonly mostPerDay?: number;
  /**
   * Recorded voices may not speak, in a call of agents, to numbers that end in an even digit. Absent: they
   * may.
   */
  readonly barsRecorded?: 'even-numbers';
}

/** What applies where a simulation names no law. */
export const ORDINARY_LAW: PlainLaw = { fromHour: 8, toHour: 21, utcOffsetHours: 0 };

/** A law as it is in force from a legal instant (epoch ms) on. */
export interface LawFrom {
  readonly from: number;
  readonly law: PlainLaw;
}

/** The law in force at a legal instant: of several, given oldest first, the last that has begun. */
export function lawAt(laws: readonly LawFrom[], at: number): PlainLaw {
  const inForce = laws.findLast(({ from }) => from <= at) ?? laws[0];
  if (!inForce) throw new RangeError('simulation: there is no law');
  return inForce.law;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Facts that end all calls to the person; 'wrong-number' ends those to the number. */
const PERSON_FACTS: ReadonlySet<unknown> = new Set([
  'do-not-call-person',
  'cease',
  'attorney',
  'bankrupt',
  'deceased',
  'refused',
]);
const NUMBER_FACTS: ReadonlySet<unknown> = new Set(['do-not-call', 'wrong-number', 'employer-prohibits']);

/** Whether calls are allowed at this hour. */
export function isOpenHour(law: PlainLaw, at: number): boolean {
  const sinceMidnight = (((at + law.utcOffsetHours * HOUR_MS) % DAY_MS) + DAY_MS) % DAY_MS;
  return sinceMidnight >= law.fromHour * HOUR_MS && sinceMidnight < law.toHour * HOUR_MS;
}

/**
 * A gate that refuses calls outside calling hours, beyond the law's own cap, and to people who opted out:
 * enough for simulations without the compliance module. `laws`: oldest first.
 */
export function createPlainGate(laws: readonly LawFrom[]): ComplianceGate {
  return {
    decide: (request) => {
      const refusals: CallRefusal[] = [];
      const law = lawAt(laws, request.at);
      if (saidNo(request))
        refusals.push({
          rule: 'simulation.do-not-call',
          citation: 'simulation',
          message: 'asked not to be called',
          scope: 'lead',
          nextAllowedAt: null,
        });
      if (!isOpenHour(law, request.at)) {
        refusals.push({
          rule: 'simulation.hours',
          citation: 'simulation',
          message: 'outside calling hours',
          scope: 'lead',
          nextAllowedAt: nextOpening(law, request.at),
        });
      }
      const freeAt = capEndsAt(law, request);
      if (freeAt !== null)
        refusals.push({
          rule: 'simulation.cap',
          citation: 'simulation',
          message: 'called often enough today',
          scope: 'lead',
          nextAllowedAt: freeAt,
        });
      if (isRecordedBarred(law, request))
        refusals.push({
          rule: 'simulation.recorded',
          citation: 'simulation',
          message: 'no recorded voice may speak to this number',
          scope: 'lead',
          nextAllowedAt: null,
        });
      const never = refusals.some((refusal) => refusal.nextAllowedAt === null);
      const nextAllowedAt = never
        ? null
        : refusals.reduce((latest, refusal) => Math.max(latest, refusal.nextAllowedAt ?? 0), request.at);
      const { at, mode, voices, humanInitiated } = request;
      return {
        allowed: refusals.length === 0,
        refusals,
        nextAllowedAt,
        record: { at, mode, voices, humanInitiated, rules: ['simulation.do-not-call', 'simulation.hours'] },
      };
    },
  };
}

/** Whether a voice of the call must not speak to the number. */
export function isRecordedBarred(
  { barsRecorded }: PlainLaw,
  { mode, voices, lead }: Pick<GateRequest, 'voices' | 'lead'> & { readonly mode: string },
): boolean {
  if (barsRecorded === undefined || mode === 'agentless' || voices.includes('live')) return false;
  return /[02468]$/.test(String(lead['phone']));
}

/** When the person may be called again; null: the cap allows it now. */
function capEndsAt({ mostPerDay }: PlainLaw, { at, history }: GateRequest): number | null {
  if (mostPerDay === undefined) return null;
  const recent = history.map((call) => Number(call['at'])).filter((earlier) => earlier > at - DAY_MS);
  const counts = recent[recent.length - mostPerDay];
  return counts === undefined ? null : counts + DAY_MS;
}

function saidNo(request: GateRequest): boolean {
  const learned = (request.lead['learned'] ?? []) as readonly {
    readonly kind: string;
    readonly phone: string;
  }[];
  return learned.some(
    ({ kind, phone }) =>
      PERSON_FACTS.has(kind) || (NUMBER_FACTS.has(kind) && phone === request.lead['phone']),
  );
}

function nextOpening(law: PlainLaw, at: number): number {
  const midnight =
    Math.floor((at + law.utcOffsetHours * HOUR_MS) / DAY_MS) * DAY_MS - law.utcOffsetHours * HOUR_MS;
  const today = midnight + law.fromHour * HOUR_MS;
  return today > at ? today : today + DAY_MS;
}
