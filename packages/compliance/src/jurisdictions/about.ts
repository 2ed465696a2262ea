/** What the calls of a campaign are about, in the client's words: some trades have law of their own. */
import type { Context } from '../engine/context.js';
import type { ReviewItem, ReviewQuestion } from '../review/review-item.js';

/** `campaign.content` and the subject of the campaign or lead, as one text. */
export function about(context: Context): string {
  return `${context.campaign.content ?? ''} ${context.subject ?? ''}`;
}

/**
 * The review asks sales campaigns that say neither content nor subject whether they are about a trade with
 * law of its own.
 *
 * @param trades the trades and what holds for them, to complete 'Sales calls in Italy about ...'
 */
export function askSubject(
  { campaign }: ReviewQuestion,
  country: string,
  trades: string,
): readonly ReviewItem[] {
  if (campaign.purpose !== 'telemarketing') return [];
  if (campaign.content !== undefined || campaign.subject !== undefined) return [];
  return [
    {
      topic: 'preparation',
      severity: 'notice',
      message: `Sales calls in ${country} about ${trades}; the campaign does not say what it sells.`,
      remedy: 'Say it in campaign.content or campaign.subject.',
    },
  ];
}
