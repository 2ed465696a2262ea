/** What holds for the facts of every call, whatever happened to it. */
import type { Fact } from '@outdial/core';

type AboutCall = Extract<Fact, { readonly attemptId: string }>;

/** A call moves forward only: each of these facts comes at most once, and never after a later one. */
const ORDER = ['call.dialing', 'call.ringing', 'call.answered', 'call.detected', 'call.ended'];
/** Facts that need an answered call. */
const NEED_ANSWER = new Set(['call.connected', 'call.detected', 'call.digit']);

/** Says which law of the port the facts of one process break; empty when none. */
export function brokenLaws(facts: readonly Fact[]): readonly string[] {
  const byAttempt = new Map<string, AboutCall[]>();
  for (const fact of facts) {
    if (!('attemptId' in fact) || !fact.type.startsWith('call.')) continue;
    byAttempt.set(fact.attemptId, [...(byAttempt.get(fact.attemptId) ?? []), fact]);
  }
  return [...byAttempt].flatMap(([attemptId, story]) =>
    brokenBy(story).map((law) => `${attemptId}: ${law} (${story.map(({ type }) => type).join(', ')})`),
  );
}

function brokenBy(story: readonly AboutCall[]): readonly string[] {
  const types = story.map(({ type }) => type);
  const broken: string[] = [];
  const steps = types.filter((type) => ORDER.includes(type)).map((type) => ORDER.indexOf(type));
  if (steps.some((step, index) => index > 0 && step <= (steps[index - 1] ?? -1)))
    broken.push('facts out of order, or one of them twice');
  if (types.includes('call.ended') && types.at(-1) !== 'call.ended') broken.push('a fact after the end');
  if (story.some(({ at }, index) => index > 0 && at < (story[index - 1]?.at ?? at)))
    broken.push('an instant before the fact before it');

  const begins = types.findIndex((type) => type === 'call.answered' || type === 'call.reconciled');
  const early = types.findIndex((type) => NEED_ANSWER.has(type));
  if (early >= 0 && (begins < 0 || early < begins)) broken.push(`${types[early]} before the answer`);
  if (story.some((fact) => !fact.attemptId.startsWith(`${fact.campaignId}-`)))
    broken.push('a fact of another campaign');
  return broken;
}
