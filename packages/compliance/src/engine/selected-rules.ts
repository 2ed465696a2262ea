/**
 * The rules of one kind of call in one kind of place, with their checks prepared for the dates at hand. The
 * values in force change on few dates; between two of them the look-up of dates is done once.
 */
import { DAY_MS } from '../time/civil-date.js';
import type { Context } from './context.js';
import { judge } from './judge.js';
import type { Rule, RuleCheck } from './rule.js';

/** A rule with the check to run for it. */
export interface PreparedCheck {
  readonly rule: Rule;
  readonly check: RuleCheck;
}

/** Checks of the local dates [fromDay, untilDay), between which no value of any rule changes. */
interface Run {
  readonly fromDay: number;
  readonly untilDay: number;
  readonly checks: readonly PreparedCheck[];
}

/** Rules that were selected together. */
export class SelectedRules {
  /** Those with a check first; the others are only noted in the trace. */
  readonly all: readonly Rule[];
  readonly #byZone: readonly PreparedCheck[];
  /** Day numbers on which a value begins or ends, in order. */
  readonly #changes: readonly number[];
  readonly #runs: Run[] = [];
  #last: Run = { fromDay: 0, untilDay: 0, checks: [] };

  constructor(rules: readonly Rule[]) {
    this.all = [...rules.filter((rule) => rule.check), ...rules.filter((rule) => !rule.check)];
    this.#byZone = rules.flatMap((rule) => preparedCheck(rule, rule.check));
    this.#changes = changesOf(rules);
  }

  /** The checks of a call at an instant, in the order of the rules. */
  checksAt({ zones }: Context, at: number): readonly PreparedCheck[] {
    let first = Math.floor(at / DAY_MS);
    let last = first;
    for (let index = 0; index < zones.length; index += 1) {
      const day = (zones[index] as (typeof zones)[number]).localDay(at);
      if (index === 0 || day < first) first = day;
      if (index === 0 || day > last) last = day;
    }
    const run = this.#runOf(first);
    return last < run.untilDay ? run.checks : this.#byZone;
  }

  #runOf(day: number): Run {
    const last = this.#last;
    if (day >= last.fromDay && day < last.untilDay) return last;
    let run = this.#runs.find(({ fromDay, untilDay }) => day >= fromDay && day < untilDay);
    if (!run) this.#runs.push((run = this.#prepared(day)));
    return (this.#last = run);
  }

  #prepared(day: number): Run {
    const next = this.#changes.findIndex((change) => change > day);
    return {
      fromDay: this.#changes.findLast((change) => change <= day) ?? Number.NEGATIVE_INFINITY,
      untilDay: this.#changes[next] ?? Number.POSITIVE_INFINITY,
      checks: this.#byZone.flatMap((prepared) => {
        const { on } = prepared.check;
        return on ? preparedCheck(prepared.rule, on(day)) : [prepared];
      }),
    };
  }
}

/** The check of a rule, in a list; empty where there is none. A strict rule is judged with its needs. */
function preparedCheck(rule: Rule, check: RuleCheck | undefined): readonly PreparedCheck[] {
  if (!check) return [];
  if (rule.strict === true) return [{ rule, check: (context, at) => judge(rule, context, at) }];
  return [{ rule, check }];
}

function changesOf(rules: readonly Rule[]): readonly number[] {
  const days = rules.flatMap(({ periods }) =>
    periods.flatMap(({ fromDay, untilDay }) => [fromDay, untilDay]),
  );
  return [...new Set(days)].filter(Number.isFinite).sort((a, b) => a - b);
}
