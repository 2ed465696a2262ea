/** What the gate of a campaign is made of, and the question it is asked before every call. */
import type { GateRequest } from '@outdial/core';
import type { CampaignFacts, Compliance, HistoryEntry, LeadFacts } from '@outdial/compliance';
import type { DeclaredEmergencies } from './declared-emergencies.js';
import type { DoNotCallLists } from './do-not-call-lists.js';
import type { PlaceHold } from './expired-registrations.js';
import type { HeldCalls } from './held-calls.js';
import type { InterlockSettings } from './interlocks.js';

/** What the law knows of a campaign beforehand; mode, voice and figures come with each question. */
export type CampaignWords = Omit<CampaignFacts, 'mode' | 'voice' | 'humanInitiated' | 'abandonment'>;

/** What the gate needs besides the question itself. */
export interface GateSettings {
  readonly compliance: Pick<Compliance, 'evaluate' | 'zoneData'>;
  /** Version of the rule set, stored with every decision. */
  readonly ruleSet: string;
  /** Version of the runtime's time-zone data, stored with every decision. */
  readonly timeZoneData: string;
  /** Purpose, seller, content ... of the campaign. */
  readonly campaign: CampaignWords;
  /** True when an agentless flow hands over to agents. */
  readonly transfersToAgent: boolean;
  readonly interlocks: InterlockSettings;
  /** ms before the end of a calling window from which no call is placed any more. */
  readonly closingMarginMs: number;
  /** Lists in which every number is looked up; absent: none. */
  readonly doNotCall?: DoNotCallLists;
  /** Declared emergencies; absent: none. */
  readonly emergencies?: DeclaredEmergencies;
  /** What holds back the calls to single places from an instant on: registrations that end. */
  readonly holds: readonly PlaceHold[];
  /** Notes what ended and holds calls back; absent: nobody asks. */
  readonly held?: HeldCalls;
  /**
   * ISO country whose law a limit on abandonment is; undefined: none's, and the gate is not told its figures.
   * Absent: every limit is of every country.
   */
  readonly countryOfLimit?: (limitId: string, at: number) => string | undefined;
}

/** What the gate is asked, in the law's own terms. */
export type Question = GateRequest<LeadFacts, HistoryEntry>;
