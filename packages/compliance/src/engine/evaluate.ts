/**
 * Runs the rules that apply to a call, collects every refusal, and finds the first instant at which none
 * refuses.
 */
import type { Decision, Refusal, TraceEntry } from '../contract.js';
import { DAY_MS } from '../time/civil-date.js';
import { invariant } from '../invariant.js';
import type { Context } from './context.js';
import { periodOn } from './parameter.js';
import type { FactName, Refused, Rule } from './rule.js';

/** How far a search looks ahead. Only refusals without an end last longer. */
const HORIZON_MS = 4100 * DAY_MS;
/** The most rounds of a search; each round advances by the period of a rule. */
const MAX_ROUNDS = 20_000;

/** Judges one rule at one instant. In strict mode an absent fact that the rule needs refuses. */
export function judge(rule: Rule, context: Context, at: number): Refused | undefined {
  if (!rule.check) return undefined;
  if (context.strict || rule.strict === true) {
    const missing = rule.needs.filter((fact) => isAbsent(fact, context));
    if (missing.length > 0 && (rule.applies?.(context, at) ?? true))
      return {
        until: null,
        because: `Strict mode: the rule needs ${missing.join(', ')}, which the request does not give.`,
      };
  }
  return rule.check(context, at);
}

function isAbsent(fact: FactName, context: Context): boolean {
  const { lead, campaign } = context;
  switch (fact) {
    case 'lead.lineType':
      return context.lineType === 'unknown';
    case 'lead.consent':
      return lead.consent === undefined;
    case 'lead.doNotCall':
      return lead.doNotCall === undefined;
    case 'lead.reassigned':
      return lead.reassigned === undefined;
    case 'campaign.doNotCallVersionAt':
      return campaign.doNotCallVersionAt === undefined;
    case 'campaign.ringTimeout':
      return campaign.ringTimeout === undefined;
    case 'campaign.abandonment':
      return campaign.abandonment === undefined;
    case 'campaign.debtId':
      return context.debtId === undefined;
  }
}

/** First instant at or after `at` at which every rule allows, or null. */
export function firstAllowed(rules: readonly Rule[], context: Context, at: number): number | null {
  let now = at;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    let next = now;
    for (const rule of rules) {
      const refused = judge(rule, context, now);
      if (!refused) continue;
      if (refused.until === null) return null;
      invariant(refused.until > now, `${rule.id}: a refusal must end after it begins`);
      next = Math.max(next, refused.until);
    }
    if (next === now) return now;
    if (next - at > HORIZON_MS) return null;
    now = next;
  }
  return null;
}

/** Notes that the engine adds to the trace of a decision. */
export interface TraceNotes {
  readonly place: readonly string[];
  readonly zones: readonly string[];
  readonly off: readonly string[];
}

/** Evaluates the rules of a request. */
export function decide(
  rules: readonly Rule[],
  context: Context,
  at: number,
  jurisdictions: readonly string[],
  timeZones: readonly string[],
  notes: TraceNotes,
): Decision {
  let refusing: { rule: Rule; refused: Refused }[] | undefined;
  for (const rule of rules) {
    const refused = judge(rule, context, at);
    if (refused) (refusing ??= []).push({ rule, refused });
  }
  const refusals = refusing ? toRefusals(refusing, context, at) : NONE;
  const hopeless = refusals.some((refusal) => refusal.nextAllowedAt === null);
  const nextAllowedAt = refusals.length === 0 ? at : hopeless ? null : firstAllowed(rules, context, at);
  let trace: readonly TraceEntry[] | undefined;
  return {
    allowed: refusals.length === 0,
    refusals,
    nextAllowedAt,
    timeZones,
    jurisdictions,
    // Built when it is first read: most callers never read it.
    get trace(): readonly TraceEntry[] {
      return (trace ??= traceOf(rules, context, at, notes));
    },
  };
}

const sentence = (refused: Refused): string =>
  typeof refused.because === 'string' ? refused.because : refused.because();

const NONE: readonly Refusal[] = Object.freeze([]) as readonly Refusal[];

function toRefusals(
  refusing: readonly { rule: Rule; refused: Refused }[],
  context: Context,
  at: number,
): readonly Refusal[] {
  const ordered = [
    ...refusing.filter(({ rule }) => rule.kind === 'law'),
    ...refusing.filter(({ rule }) => rule.kind === 'policy'),
  ];
  return ordered.map(({ rule, refused }) => ({
    rule: rule.id,
    citation: rule.citation,
    message: sentence(refused),
    scope: refused.scope ?? rule.scope,
    nextAllowedAt: refused.until === null ? null : firstAllowed([rule], context, at),
  }));
}

/** True where a value of the rule is in force on the local date in a candidate zone. */
function isInForce({ periods }: Rule, { zones }: Context, at: number): boolean {
  return zones.length === 0
    ? periodOn(periods, Math.floor(at / DAY_MS)) !== undefined
    : zones.some((zone) => periodOn(periods, zone.localDay(at)) !== undefined);
}

/** Why a rule does not reach a call: the facts that rules are limited by. */
function exemptText({ campaign, lead }: Context): string {
  const facts = [
    campaign.voice === 'live' ? 'live voice' : `${campaign.voice} voice`,
    `${campaign.mode} dialing`,
    campaign.purpose,
    ...(lead.isBusiness === true ? ['a business'] : []),
    ...(campaign.firstParty === true ? ['the creditor itself'] : []),
    ...(campaign.taxExempt === true ? ['tax-exempt caller'] : []),
  ];
  return `does not reach this call: ${facts.join(', ')}`;
}

function traceOf(
  rules: readonly Rule[],
  context: Context,
  at: number,
  notes: TraceNotes,
): readonly TraceEntry[] {
  const entries: TraceEntry[] = [];
  for (const note of notes.zones)
    entries.push({ rule: 'policy.tzdata_fresh', verdict: 'notes', detail: note });
  entries.push({
    rule: 'policy.zone_union',
    verdict: 'notes',
    detail: context.place.confirmed
      ? 'zone confirmed by the called party'
      : 'candidate zones of address and number',
    inputs: {
      zones: context.zones.map((zone) => zone.id).join(' '),
      country: context.country ?? null,
      regions: context.place.regions.join(' '),
    },
  });
  for (const note of notes.place) entries.push({ rule: 'policy.zone_union', verdict: 'notes', detail: note });
  for (const id of notes.off)
    entries.push({ rule: id, verdict: 'off', detail: 'switched off by the client' });
  for (const rule of rules) {
    // A rule that is not in force says nothing about the call.
    if (!isInForce(rule, context, at)) continue;
    const applies = rule.applies?.(context, at) !== false;
    // A gap in the table that does not concern the call is no rule that allows it.
    if (!applies && rule.kind === 'policy') continue;
    const inputs = applies ? rule.inputs?.(context, at) : undefined;
    if (!rule.check) {
      entries.push({ rule: rule.id, verdict: 'notes', detail: rule.title, ...(inputs ? { inputs } : {}) });
      continue;
    }
    const refused = judge(rule, context, at);
    entries.push({
      rule: rule.id,
      verdict: refused ? 'refuses' : 'allows',
      ...(refused ? { detail: sentence(refused) } : !applies ? { detail: exemptText(context) } : {}),
      ...(inputs ? { inputs } : {}),
    });
  }
  return entries;
}
