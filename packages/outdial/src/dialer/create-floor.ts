/** The composition root of a floor: one store, one telephony and one control interface for its campaigns. */
import { resolve } from 'node:path';
import { defined } from '@outdial/core';
import type { Store } from '@outdial/store';
import { floorSection, type FloorSection } from '../campaign-file/floor-section.js';
import type { CampaignInput } from '../campaign-file/types.js';
import { checkToken, tokenFrom } from '../control/authorization.js';
import { openCampaignStore } from '../records/open-campaign-store.js';
import { presenceAt } from '../records/presence-at.js';
import { storeAt } from '../records/store-at.js';
import { platformOf } from '../runtime/platform-of.js';
import { clockShiftOf } from '../runtime/shifted-clock.js';
import type { PlatformFactory } from '../platform/platform.js';
import { CallFloor } from './call-floor.js';
import { engineFault, type DialerFault } from './dialer-fault.js';
import { FloorEngine } from './floor-engine.js';

/** Where the control interface of a floor listens, as the campaign file says it, and its token. */
export type FloorControlInput = NonNullable<CampaignInput['control']> & {
  /** At least 16 characters. Default: the value of the environment variable `tokenEnvironment`. */
  readonly token?: string;
};

/** What a floor is made of. Everything has a default: the simulated carrier and `./outdial.db`. */
export interface FloorOptions {
  /** An open store, which stays open, or where to open one. */
  readonly store?: Store | CampaignInput['store'];
  /** What carries the calls of all campaigns; their own `telephony` is not read. */
  readonly telephony?: CampaignInput['telephony'];
  /** Simulated telephony: the carrier, its hour and its agents. */
  readonly simulation?: CampaignInput['simulation'];
  /** The control interface of all campaigns: one address and one token. Default: none. */
  readonly control?: FloorControlInput | null;
  /**
   * Whether campaigns share agents: a predictive or power campaign's answered call may take an agent of
   * another campaign who logged in with `alsoFor`, and all campaigns are paced together. Default false.
   */
  readonly sharesAgents?: boolean;
  /** Own telephony and time instead of `telephony`. */
  readonly platform?: PlatformFactory;
  /** Folder that relative paths count from. Default: the current one. */
  readonly folder?: string;
  /** Where credentials are read. Default: the environment of the process. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /**
   * ms added to the clock of a run on Asterisk: for rehearsals and tests at another instant than now. A live
   * campaign refuses it unless `env` names a laboratory (OUTDIAL_LABORATORY=1); the audit trail says it.
   */
  readonly clockOffset?: number;
  /** Simulated telephony: virtual ms that pass in one real ms. Default: as fast as the work allows. */
  readonly pace?: number;
  /**
   * ms after which another process may run a campaign of this floor, and take its agents, where this one is
   * silent: longer than a dial command lives and a request to Asterisk waits, 7 s. @default 30_000
   */
  readonly leaseLifeMs?: number;
  /** Receives what went wrong and was survived, in any campaign. */
  readonly onFault?: (fault: DialerFault) => void;
}

/**
 * Makes a floor for several campaigns: one store, one telephony, agents who move. Nothing is dialed before
 * the `start()` of a campaign's dialer.
 *
 * @throws CampaignFileError when an option cannot be used; StoreUnavailable; TelephonyUnavailable;
 *   ControlUnavailable.
 * @example
 * await using floor = await createFloor({ store: { url: 'sqlite:./outdial.db' } });
 * const sales = await floor.addCampaign('sales.yaml');
 * const service = await floor.addCampaign('service.yaml');
 * await sales.logIn({ agentId: 'ana' });
 * await floor.moveAgent('ana', 'service');
 */
export async function createFloor(options: FloorOptions = {}): Promise<CallFloor> {
  const section = floorSection(options);
  const { control } = section;
  const token = control === null ? '' : floorToken(options, control.tokenEnvironment);
  const floor = await openFloor(section, options);
  if (control === null) return floor;
  try {
    await floor.startControl(control, token);
    return floor;
  } catch (error) {
    await floor.close();
    throw error;
  }
}

async function openFloor(section: FloorSection, options: FloorOptions): Promise<CallFloor> {
  const env = options.env ?? process.env;
  const folder = resolve(options.folder ?? '.');
  const given = isStore(options.store)
    ? options.store
    : await openCampaignStore({ path: 'createFloor', folder, file: section }, { env, writer: 'outdial' });
  const closeStore = async (): Promise<void> => {
    if (given !== options.store) await given.close();
  };
  const { leaseLifeMs } = options;
  const node = section.telephony.kind === 'asterisk' ? section.telephony.node : 'simulation';
  try {
    const engine = new FloorEngine({
      platform: options.platform ?? platformOf(section, { ...options, env }),
      onFault: (fault) => options.onFault?.(engineFault(fault)),
      ...defined({ sharesAgents: options.sharesAgents }),
      presence: presenceAt(given, { node, ...defined({ onFault: options.onFault, lifeMs: leaseLifeMs }) }),
    });
    return new CallFloor({
      engine,
      store: storeAt(given, () => engine.platform.legalNow()),
      node,
      folder,
      telephony: section.telephony,
      shift: clockShiftOf(section.telephony, options.clockOffset ?? 0, env),
      close: () => engine.close(closeStore),
      ...defined({ onFault: options.onFault, leaseLifeMs }),
    });
  } catch (error) {
    await closeStore();
    throw error;
  }
}

/** The token of the control interface, checked before anything is opened. */
function floorToken({ control, env }: FloorOptions, variable: string): string {
  const token = control?.token;
  if (token === undefined) return tokenFrom(env ?? process.env, variable);
  checkToken(token, 'control.token');
  return token;
}

function isStore(store: FloorOptions['store']): store is Store {
  return store !== undefined && 'engine' in store;
}
