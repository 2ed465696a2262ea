/** The section of refusals. */
import { titleOfRule } from '../../gate/rule-title.js';
import type { ReportSection } from '../document.js';
import type { ReportFigures } from '../gather-figures.js';

/** Calls refused by law, policy or interlock, by rule. */
export function refusals(figures: ReportFigures): ReportSection {
  return {
    id: 'refusals',
    title: 'Refused by law, policy or interlock',
    note:
      'A call refused by several rules counts once, under the first rule of its decision. ' +
      "'outdial rules' gives the citations, 'outdial check <number>' explains one number.",
    columns: [
      { name: 'rule', kind: 'text' },
      { name: 'title', kind: 'text' },
      { name: 'scope', kind: 'text' },
      { name: 'refusals', kind: 'count' },
      { name: 'leads', kind: 'count' },
      { name: 'first', kind: 'instant' },
      { name: 'last', kind: 'instant' },
    ],
    rows: figures.refusals.map((refusal) => [
      refusal.rule,
      titleOfRule(refusal.rule) ?? '',
      refusal.scope,
      refusal.refusals,
      refusal.leads,
      refusal.firstAt,
      refusal.lastAt,
    ]),
  };
}
