/** Where one campaign takes its leads from and journals its attempts. */
import type { FactSink, Journal, LeadQueue, Supply, SurveyCommand } from '@outdial/core';
import type {
  CallbackAnswer,
  HeldPart,
  LeadSelection,
  PartUse,
  ReserveOptions,
  StoreJournal,
  WorkUnderWay,
} from '@outdial/store';
import type { Platform } from '../platform/platform.js';

/** Core's journal, whose trail takes entries of the dialer as well. */
export type CampaignJournal = Omit<Journal, 'audit'> & Pick<StoreJournal, 'audit'>;

/** Lead queue and journal of one campaign. */
export interface Records {
  readonly leads: LeadQueue;
  readonly journal: CampaignJournal;
  /**
   * Before the campaign starts: keeps it for this dialer, registers it, and looks at the kill switch. Throws
   * `campaign-held` where another dialer runs it.
   */
  begin(options?: ReserveOptions): Promise<void>;
  /** Settles the part of a share, where the campaign is spread. Absent: these records know no shares. */
  readonly holdPart?: (use: PartUse) => Promise<HeldPart | null>;
  /** Looks at once for leads that were pushed to the front. */
  look(): Promise<void>;
  /** Which leads are dialed, and in which order. */
  readonly selection: LeadSelection;
  /** Other leads, or another order, from now on: what was claimed ahead is released. */
  select(selection: LeadSelection): void;
  /** Leads as they stand at an instant, which may lie in the future. */
  surveyAt(asked: Omit<SurveyCommand, 'campaignId'>): Promise<Supply>;
  /** Whether the law would allow a callback that is not agreed yet. */
  foreseeCallback(asked: {
    readonly attemptId: string;
    /** Epoch ms. */
    readonly at: number;
  }): Promise<CallbackAnswer>;
  /** Resolves when no answer is outstanding; undefined when none is. */
  idle(): Promise<void> | undefined;
  /** What the journal is still writing. */
  underWay(): readonly WorkUnderWay[];
  close(): Promise<void>;
}

/** Makes the records of a campaign; their answers go to `sink`. */
export type RecordsFactory = (sink: FactSink, platform: Platform) => Records;
