/** Whether the counts of leads that the store keeps are those of its leads. */
import { checkLeadCounts, type LeadCountDifference, type Store } from '@outdial/store';
import type { Finding } from './finding.js';

/** Reads every lead of the store. */
export async function checkCounts(store: Store): Promise<Finding> {
  const wrong = await checkLeadCounts(store);
  if (wrong.length === 0) return { check: 'counts of leads', verdict: 'ok', detail: 'as the leads are' };
  return {
    check: 'counts of leads',
    verdict: 'warning',
    detail: `are wrong: ${countDifferencesText(wrong)}; surveys and reports go by them, claims do not`,
    remedy: "Set them right with 'outdial leads count --recount'.",
  };
}

/** What is wrong, by list and state, e.g. 'spring: 3 closed too few'. */
export function countDifferencesText(wrong: readonly LeadCountDifference[]): string {
  const sums = new Map<string, number>();
  for (const { listId, state, missing } of wrong) {
    const of = `${listId}\n${state}`;
    sums.set(of, (sums.get(of) ?? 0) + missing);
  }
  return [...sums]
    .map(([of, missing]) => {
      const [listId = '', state = ''] = of.split('\n');
      const how = missing === 0 ? 'by place or reason' : missing > 0 ? 'too few' : 'too many';
      return `${listId}: ${missing === 0 ? '' : `${Math.abs(missing)} `}${state} ${how}`;
    })
    .join('; ');
}
