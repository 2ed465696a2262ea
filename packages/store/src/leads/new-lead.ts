/** Leads to be added to a list, from a file or a program. */
import { placeKey } from './places.js';

/** A number of a new lead. */
export interface NewPhone {
  /** E.164. */
  readonly phone: string;
  readonly lineType?: 'wireless' | 'landline' | 'voip' | 'unknown';
}

/** Consent that comes with a lead; it covers all its numbers unless it names one. */
export interface NewConsent {
  readonly type: 'written' | 'express';
  /** Epoch ms. */
  readonly at: number;
  readonly evidence?: string;
  readonly scope?: readonly string[];
  readonly sellers?: readonly string[];
  readonly phone?: string;
}

/** A lead to be added to a list. */
export interface NewLead {
  /** Who it is; absent: whoever has the first number. */
  readonly personKey?: string;
  /** At least one, in dial order. */
  readonly phones: readonly NewPhone[];
  readonly account?: string;
  readonly seller?: string;
  readonly ownerAgentId?: string;
  /** Whole; larger is dialed earlier. @default 0 */
  readonly priority?: number;
  readonly skills?: readonly string[];
  /** 0..1 */
  readonly answerProbability?: number;
  readonly consents?: readonly NewConsent[];
  /**
   * In the compliance module's words: country, region, timeZone, postalCode, relationship, doNotCall,
   * lineClass ...
   */
  readonly facts?: Readonly<Record<string, unknown>>;
  /** For the agent's screen. */
  readonly fields?: Readonly<Record<string, string>>;
  /** Not before this instant, epoch ms. */
  readonly notBefore?: number;
}

/** Key of the place a lead is called at: what its list says, else what its number says. */
export function placeOfLead(lead: NewLead): string {
  const facts = lead.facts ?? {};
  const text = (name: string): string | undefined =>
    typeof facts[name] === 'string' && facts[name] !== '' ? facts[name] : undefined;
  const first = lead.phones[0]?.phone ?? '';
  const region = text('region');
  const timeZone = text('timeZone');
  return placeKey({
    country: text('country') ?? '',
    ...(region === undefined ? {} : { region }),
    ...(timeZone === undefined ? {} : { timeZone }),
    ...(first.startsWith('+1') ? { areaCode: first.slice(2, 5) } : {}),
  }).slice(0, 96);
}
