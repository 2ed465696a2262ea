/** What changed between two tables of law: place, period, before, now, and source. */
import type { Source } from '../engine/parameter.js';
import type { LawRule, LawTable, LawValue } from './law-table.js';

/**
 * 'added', 'removed', 'changed': calls of the period are judged in another way. 'source': the same law by
 * another source, better or worse verified, or compared on another day.
 */
export type LawChangeKind = 'added' | 'removed' | 'changed' | 'source';

/** One change, over one period in which before and now stay the same. */
export interface LawChange {
  readonly kind: LawChangeKind;
  /** Jurisdiction: 'US-PA'. */
  readonly place: string;
  readonly rule: string;
  readonly title: string;
  /** First local date 'YYYY-MM-DD' of the period; null: since before the tables begin. */
  readonly from: string | null;
  /** First local date after the period; null: open. */
  readonly until: string | null;
  /** In words; null: no such rule in the period. */
  readonly before: string | null;
  /** In words; null: no such rule in the period. */
  readonly now: string | null;
  /** Where the law of now is written; where it is removed, the source of before. */
  readonly source: Source;
}

/** A rule before and now; one of them may not be there. */
interface Pair {
  readonly before?: LawRule;
  readonly now?: LawRule;
}

/** A value of each side over one period. */
interface Segment {
  readonly from: string | null;
  readonly until: string | null;
  readonly before: LawValue | undefined;
  readonly now: LawValue | undefined;
}

/** Every change from one table to another, by place, rule and period. */
export function compareLaw(before: LawTable, now: LawTable): readonly LawChange[] {
  return pairsOf(before.rules, now.rules)
    .flatMap(changesOf)
    .sort(
      (a, b) =>
        order(a.place, b.place) ||
        order(a.rule, b.rule) ||
        order(a.title, b.title) ||
        order(a.from ?? '', b.from ?? ''),
    );
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Rules of one id and place: those alike first, then the rest in their order. */
function pairsOf(before: readonly LawRule[], now: readonly LawRule[]): readonly Pair[] {
  const left = grouped(before);
  const right = grouped(now);
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((key) =>
    pairsInGroup(left.get(key) ?? [], right.get(key) ?? []),
  );
}

function grouped(rules: readonly LawRule[]): ReadonlyMap<string, readonly LawRule[]> {
  const groups = new Map<string, LawRule[]>();
  for (const rule of rules) {
    const key = `${rule.jurisdiction} ${rule.id}`;
    groups.set(key, [...(groups.get(key) ?? []), rule]);
  }
  return groups;
}

function pairsInGroup(before: readonly LawRule[], now: readonly LawRule[]): readonly Pair[] {
  const open = [...now];
  const take = (found: number): LawRule | undefined => (found < 0 ? undefined : open.splice(found, 1)[0]);
  const alike = before.map((rule) => ({
    rule,
    other: take(open.findIndex((other) => other.title === rule.title)),
  }));
  const pairs = alike.map(({ rule, other }): Pair => {
    const partner = other ?? take(open.findIndex((one) => one.effects.join() === rule.effects.join()));
    return partner === undefined ? { before: rule } : { before: rule, now: partner };
  });
  return [...pairs, ...open.map((rule): Pair => ({ now: rule }))];
}

function changesOf(pair: Pair): readonly LawChange[] {
  const rule = (pair.now ?? pair.before) as LawRule;
  const reachChanged =
    pair.before !== undefined && pair.now !== undefined && reachText(pair.before) !== reachText(pair.now);
  const words = (side: LawRule | undefined, value: LawValue | undefined, other?: LawValue): string | null =>
    side === undefined || value === undefined
      ? null
      : `${value.value}${daysText(value, other)}${reachChanged ? ` [${reachText(side)}]` : ''}`;

  const changes = segmentsOf(pair).flatMap(({ from, until, before, now }): readonly LawChange[] => {
    const [was, is] = [words(pair.before, before, now), words(pair.now, now, before)];
    const kind = kindOf(was, is, sameSource(before, now));
    const source = (now ?? before)?.source;
    if (kind === null || source === undefined) return [];
    const { jurisdiction: place, id, title } = rule;
    return [{ kind, place, rule: id, title, from, until, before: was, now: is, source }];
  });
  return joined(changes);
}

/** The holidays that the other side does not have, to stand after a value. */
function daysText(value: LawValue, other: LawValue | undefined): string {
  const known = new Set(other?.holidays);
  const days = other === undefined ? [] : (value.holidays ?? []).filter((day) => !known.has(day));
  return days.length === 0 ? '' : `, with ${days.join(', ')}`;
}

/**
 * Which calls a rule reaches, and what it refuses, in words. How a duty or a finding of the review is worded
 * is not law.
 */
function reachText({ effects, scope, purposes, voices }: LawRule): string {
  const voice = voices === 'any' ? '' : `${voices} `;
  const does = effects.includes('refusal') ? `refuses the ${scope}` : 'refuses no call';
  return `${voice}${[...purposes].sort().join(', ')}: ${does}`;
}

/** Compares sources only; their words may differ where the law does not. */
function sameSource(before: LawValue | undefined, now: LawValue | undefined): boolean {
  if (before === undefined || now === undefined) return before === now;
  return (
    before.verification === now.verification &&
    before.verifiedOn === now.verifiedOn &&
    before.source.href === now.source.href &&
    before.source.pinpoint === now.source.pinpoint
  );
}

function kindOf(was: string | null, is: string | null, isSameSource: boolean): LawChangeKind | null {
  if (was === is) return was === null || isSameSource ? null : 'source';
  if (was === null) return 'added';
  return is === null ? 'removed' : 'changed';
}

/** Time cut at every date of either side. */
function segmentsOf({ before, now }: Pair): readonly Segment[] {
  const values = [...(before?.values ?? []), ...(now?.values ?? [])];
  const dates = [
    ...new Set(values.flatMap(({ from, until }) => [from, until]).filter((date) => date !== null)),
  ].sort();
  const starts: readonly (string | null)[] = [null, ...dates];
  return starts.map((from, index) => ({
    from,
    until: starts[index + 1] ?? null,
    before: before?.values.find((value) => holds(value, from)),
    now: now?.values.find((value) => holds(value, from)),
  }));
}

function holds({ from, until }: LawValue, day: string | null): boolean {
  return (from === null || (day !== null && from <= day)) && (until === null || day === null || day < until);
}

/** Neighbours with the same words are one change. */
function joined(changes: readonly LawChange[]): readonly LawChange[] {
  const found: LawChange[] = [];
  for (const change of changes) {
    const last = found.at(-1);
    if (
      last?.until === change.from &&
      last.before === change.before &&
      last.now === change.now &&
      last.kind === change.kind
    )
      found[found.length - 1] = { ...last, until: change.until };
    else found.push(change);
  }
  return found;
}
