/**
 * The message that a live answer without an agent hears, and how soon: the review that abandonment rules
 * share.
 */
import { mayLackAgents } from '../review/campaign-kind.js';
import type { ReviewItem, ReviewQuestion } from '../review/review-item.js';

/** How a rule's review judges the message. */
export interface AbandonmentMessageTerms {
  /** 'notice' where the law counts abandoned calls but asks for no message. */
  readonly severity: ReviewItem['severity'];
  /** The message must offer an automated opt-out. */
  readonly asksOptOut: boolean;
}

/** ms; where no rule of the campaign's countries states a connect grace. */
const USUAL_GRACE_MS = 2000;

/** Judges the message of campaigns that may find no agent and have a limit on abandoned calls. */
export function reviewAbandonmentMessage(
  question: ReviewQuestion,
  { severity, asksOptOut }: AbandonmentMessageTerms,
): readonly ReviewItem[] {
  if (!mayAbandon(question)) return [];
  const found = (message: string, remedy: string): ReviewItem => ({
    topic: 'abandonment',
    severity,
    message,
    remedy,
  });
  const message = question.flow.abandonmentMessage;
  if (!message)
    return [
      found(
        'No message is set for live answers without an agent.',
        'Set flow.abandonmentMessage, or dial with a reserved agent (progressive, preview).',
      ),
    ];

  const grace = question.duties.connectGrace ?? USUAL_GRACE_MS;
  const items: ReviewItem[] = [];
  if (message.startsWithin > grace)
    items.push(
      found(
        `The abandonment message starts after ${message.startsWithin} ms.`,
        `Start it within ${grace} ms of the completed greeting.`,
      ),
    );
  if (!message.namesCaller || !message.givesNumber)
    items.push(found('The abandonment message lacks the name or the telephone number.', 'Add both.'));
  if (message.markets)
    items.push(
      found('The abandonment message contains marketing.', 'Say only who called and why, and the number.'),
    );
  if (!message.offersOptOut && asksOptOut)
    items.push(
      found(
        'The abandonment message offers no automated opt-out.',
        'Offer a key press or voice opt-out that records the number and ends the call.',
      ),
    );
  return items;
}

/** Judges how long agents have to take a live answer, by the shortest grace of the campaign's countries. */
export function reviewConnectGrace(question: ReviewQuestion): readonly ReviewItem[] {
  const given = question.flow.connectGrace;
  const grace = question.duties.connectGrace;
  if (!mayAbandon(question) || given === undefined || grace === null || given <= grace) return [];
  return [
    {
      topic: 'abandonment',
      severity: 'refuses',
      message: `Agents have ${given} ms to take a live answer.`,
      remedy: `Set the connect grace to ${grace} ms or less.`,
    },
  ];
}

function mayAbandon({ campaign, duties }: ReviewQuestion): boolean {
  return mayLackAgents(campaign) && duties.abandonment.length > 0;
}
