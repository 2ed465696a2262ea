/**
 * Runs the rules that apply to a call, collects every refusal, and finds the first instant at which none
 * refuses.
 */
import type { Decision, Refusal } from '../contract.js';
import { DAY_MS } from '../time/civil-date.js';
import { invariant } from '../invariant.js';
import type { CalledPlace } from './called-places.js';
import type { Context } from './context.js';
import { EvaluatedDecision } from './evaluated-decision.js';
import { judge } from './judge.js';
import { sentenceOf, type Refused } from './rule.js';
import type { PreparedCheck, SelectedRules } from './selected-rules.js';

/** How far a search looks ahead. Only refusals without an end last longer. */
const HORIZON_MS = 4100 * DAY_MS;
/** The most rounds of a search; each round advances by the period of a rule. */
const MAX_ROUNDS = 20_000;

/** A rule that refuses a call, and its refusal. */
interface Refusing extends PreparedCheck {
  readonly refused: Refused;
}

/** Judges a call by the rules selected for it. */
export function decide(rules: SelectedRules, context: Context, at: number, called: CalledPlace): Decision {
  const refusing = refusingAt(rules.checksAt(context, at), context, at);
  const refusals = refusing.length > 0 ? toRefusals(refusing, context, at) : NO_REFUSALS;
  const nextAllowedAt = refusing.length > 0 ? nextAllowed(rules, refusing, refusals, context, at) : at;
  return new EvaluatedDecision({ rules: rules.all, context, at, called, refusals, nextAllowedAt });
}

const NO_REFUSALS: readonly Refusal[] = Object.freeze([]) as readonly Refusal[];
const NONE_REFUSING: readonly Refusing[] = [];

function refusingAt(checks: readonly PreparedCheck[], context: Context, at: number): readonly Refusing[] {
  let refusing: Refusing[] | undefined;
  for (const { rule, check } of checks) {
    const refused = check(context, at);
    if (refused) (refusing ??= []).push({ rule, check, refused });
  }
  return refusing ?? NONE_REFUSING;
}

/** First instant at which no rule refuses, or null; `refusals` are those of `at`. */
function nextAllowed(
  rules: SelectedRules,
  refusing: readonly Refusing[],
  refusals: readonly Refusal[],
  context: Context,
  at: number,
): number | null {
  if (refusals.some((refusal) => refusal.nextAllowedAt === null)) return null;
  return firstAllowed((now) => rules.checksAt(context, now), refusing, context, at);
}

/**
 * First instant after `at` at which every check allows, or null. Each round tries the latest instant that a
 * refusal of the round before gave.
 *
 * @param first the refusals at `at`
 */
function firstAllowed(
  checksAt: (now: number) => readonly PreparedCheck[],
  first: readonly Refusing[],
  context: Context,
  at: number,
): number | null {
  let now = at;
  let refusing = first;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    if (refusing.length === 0) return now;
    const next = latestEnd(refusing, now);
    if (next === null || next - at > HORIZON_MS) return null;
    now = next;
    refusing = refusingAt(checksAt(now), context, now);
  }
  return null;
}

/** The latest end of refusals; null where one has none. */
function latestEnd(refusing: readonly Refusing[], now: number): number | null {
  let latest = now;
  for (const { rule, refused } of refusing) {
    if (refused.until === null) return null;
    invariant(refused.until > now, `${rule.id}: a refusal must end after it begins`);
    latest = Math.max(latest, refused.until);
  }
  return latest;
}

function toRefusals(refusing: readonly Refusing[], context: Context, at: number): readonly Refusal[] {
  const ordered = [
    ...refusing.filter(({ rule }) => rule.kind === 'law'),
    ...refusing.filter(({ rule }) => rule.kind === 'policy'),
  ];
  return Object.freeze(
    ordered.map((one) =>
      Object.freeze({
        rule: one.rule.id,
        citation: one.rule.citation,
        message: sentenceOf(one.refused),
        scope: one.refused.scope ?? one.rule.scope,
        nextAllowedAt: ownNextAllowed(one, context, at),
      }),
    ),
  );
}

/** First instant at which one rule no longer refuses, or null. */
function ownNextAllowed(one: Refusing, context: Context, at: number): number | null {
  if (one.refused.until === null) return null;
  const { rule } = one;
  const alone = [{ rule, check: (same: Context, now: number) => judge(rule, same, now) }];
  return firstAllowed(() => alone, [one], context, at);
}
