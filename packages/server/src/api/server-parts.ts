/** What the routes work with: the floor, the store of people, and the settings of the server. */
import type { Store } from '@outdial/store';
import type { CallFloor } from 'outdial';
import type { FailedLogIns } from '../accounts/failed-log-ins.js';
import type { PasswordCost } from '../accounts/passwords.js';
import type { ProgramRates } from '../accounts/program-rates.js';
import type { NodePlace } from '../campaigns/spread.js';
import type { ServedCampaigns } from '../campaigns/served-campaigns.js';
import type { Uploads } from '../lists/uploads.js';
import type { BrowserTelephones } from '../telephones/browser-telephones.js';

/** The collaborators of every route. */
export interface ServerParts {
  readonly floor: CallFloor;
  /** The store under the machine's clock: sessions and links run out in real time. */
  readonly store: Store;
  readonly failedLogIns: FailedLogIns;
  readonly passwordCost: PasswordCost;
  readonly programRates: ProgramRates;
  readonly uploads: Uploads;
  readonly served: ServedCampaigns;
  readonly telephones: BrowserTelephones;
  /** True where no telephone rings: calls and people are simulated. */
  readonly simulated: boolean;
  /** The agency's zone, IANA name: times on screens are told in it. */
  readonly timeZone: () => string;
  /** True once the server drains: nobody begins anything new. */
  readonly isDraining: () => boolean;
  /** Begins to drain, as by a signal: the process ends after its last conversation. `by`: who orders it. */
  readonly orderDrain: (by: string | undefined) => void;
  /** The servers of the store, this one first. */
  readonly places: () => readonly NodePlace[];
}
