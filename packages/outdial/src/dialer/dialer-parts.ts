/** What a running campaign is made of: the parts that `createDialer` and a floor give to `Dialer`. */
import type { CampaignSettings } from '@outdial/core';
import type { Store } from '@outdial/store';
import type { LoadedFlows } from '../campaign-file/load-flows.js';
import type { LoadedCampaign } from '../campaign-file/read-campaign-file.js';
import type { CampaignCompliance } from '../gate/campaign-compliance.js';
import type { Records } from '../records/records.js';
import type { ChangeBounds } from './campaign-changes.js';
import type { DialerFault } from './dialer-fault.js';
import type { FloorEngine } from './floor-engine.js';
import type { DialerEnd } from './unwritten.js';

/** What the law says of a running campaign: bounds of changed settings, and limits on abandonment. */
export interface LawInForce extends ChangeBounds {
  readonly limits: CampaignSettings['limits'];
}

/** What a `Dialer` is made of. */
export interface DialerParts {
  readonly floor: FloorEngine;
  readonly campaign: LoadedCampaign;
  /** The store, read with the dialer's time. */
  readonly store: Store;
  readonly records: Records;
  /** The law of the campaign at an instant, epoch ms. */
  readonly lawAt: (at: number) => LawInForce;
  /** What the law says of single calls, places and numbers. */
  readonly law: Pick<CampaignCompliance, 'judge' | 'doNotCall' | 'held' | 'windowOf' | 'zonesOf'>;
  readonly flows: LoadedFlows;
  readonly close: () => Promise<DialerEnd>;
  /** Takes what went wrong and was survived. */
  readonly onFault?: (fault: DialerFault) => void;
}
