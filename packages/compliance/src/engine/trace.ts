/** What the rules of a decision said, one entry a rule. */
import type { TraceEntry } from '../contract.js';
import type { Context } from './context.js';
import { isInForce, judge } from './judge.js';
import { sentenceOf, type Rule } from './rule.js';

/** Notes that the engine adds to the trace of a decision. */
export interface TraceNotes {
  readonly place: readonly string[];
  readonly zones: readonly string[];
  readonly off: readonly string[];
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

/** The verdict of every rule on a call, with the facts it read. */
export function traceOf(
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
    // A gap in the table that does not concern the call is not a rule that allows it.
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
      ...(refused ? { detail: sentenceOf(refused) } : !applies ? { detail: exemptText(context) } : {}),
      ...(inputs ? { inputs } : {}),
    });
  }
  return Object.freeze(entries.map((entry) => Object.freeze(entry)));
}
