/** Why one lead is not dialed now, in plain sentences for the person who asks. */
import type { ListedLead } from '@outdial/store';
import { LEAD_CLOSED, type NumberCheck } from '../gate/check-number.js';
import { instantText } from '../local-time/instant-in-zone.js';
import { reasonWords } from '../report/code-words.js';
import type { Explanation } from './explain.js';

/** One thing that keeps a lead from being dialed. */
export interface LeadObstacle {
  readonly kind:
    'closed' | 'claimed' | 'callback' | 'waiting' | 'filtered' | 'law' | 'interlock' | 'store' | 'campaign';
  /** One sentence. */
  readonly text: string;
  /** Epoch ms at which it ends by itself; null: never, or not known. */
  readonly until: number | null;
}

/** Why a lead is not dialed now. */
export interface LeadExplanation {
  /** Epoch ms. */
  readonly at: number;
  /** None: it is dialed when its turn comes. */
  readonly reasons: readonly LeadObstacle[];
  /** What was found about the number that would be dialed; null: the lead has none left. */
  readonly check: NumberCheck | null;
}

/** What is known of the lead and its campaign. */
export interface ExplainedLead {
  readonly lead: ListedLead;
  readonly check: NumberCheck | null;
  readonly campaign: Explanation;
  /** The campaign's filter where it passes the lead by; null: it takes the lead, or there is none. */
  readonly passedBy: string | null;
  /** IANA name of the agency's time zone. */
  readonly timeZone: string;
}

/** The obstacles of a lead: its own first, then the law's, then those of the whole campaign. */
export function explainLead(asked: ExplainedLead): LeadExplanation {
  const { lead, check, campaign, passedBy, timeZone } = asked;
  const reasons = [
    ...ofLead(lead, campaign.at, timeZone),
    ...ofFilter(lead, passedBy),
    ...ofCheck(check),
    ...ofCampaign(campaign),
  ];
  return { at: campaign.at, reasons, check };
}

function ofLead(lead: ListedLead, at: number, timeZone: string): LeadObstacle[] {
  const { state, why, nextDialableAt: until, callbackAgentId } = lead;
  if (state === 'closed')
    return [{ kind: 'closed', text: `The lead is closed: ${reasonWords(why)}.`, until: null }];
  if (state === 'claimed') {
    const text = 'A campaign has the lead: it is being called, or is about to be.';
    return [{ kind: 'claimed', text, until: null }];
  }
  if (until === null || until <= at) return [];
  const when = instantText(until, timeZone);
  if (state !== 'callback')
    return [{ kind: 'waiting', text: `It waits until ${when}: ${reasonWords(why)}.`, until }];
  const by = callbackAgentId === null ? '' : ` by ${callbackAgentId}`;
  return [{ kind: 'callback', text: `A callback${by} is promised for ${when}.`, until }];
}

function ofFilter({ state }: ListedLead, passedBy: string | null): LeadObstacle[] {
  if (passedBy === null || state === 'closed') return [];
  const text = `The filter of the campaign passes it by: ${passedBy}.`;
  return [{ kind: 'filtered', text, until: null }];
}

function ofCheck(check: NumberCheck | null): LeadObstacle[] {
  if (check === null) return [{ kind: 'store', text: 'It has no number left to call.', until: null }];
  const { refusals, interlock, store } = check;
  return [
    ...refusals.map(({ message, citation, nextAllowedAt }): LeadObstacle => {
      const source = citation === '' ? '' : ` (${citation})`;
      return { kind: 'law', text: `${message}${source}`, until: nextAllowedAt };
    }),
    ...(interlock === null
      ? []
      : [{ kind: 'interlock', text: interlock.message, until: interlock.nextAllowedAt } as const]),
    // That the lead is closed stands above, with the reason.
    ...(store === null || store === LEAD_CLOSED
      ? []
      : [{ kind: 'store', text: `${sentenceOf(store)}.`, until: null } as const]),
  ];
}

function ofCampaign({ sentence, reasons }: Explanation): LeadObstacle[] {
  if (sentence === null) return [];
  const [first] = reasons.filter(({ blocksAll }) => blocksAll);
  return [{ kind: 'campaign', text: sentence, until: first?.until ?? null }];
}

/** A text with a capital. */
export function sentenceOf(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
