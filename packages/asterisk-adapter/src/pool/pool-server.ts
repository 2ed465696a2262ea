/** One server of a pool: its telephony, its state, and what the pool has on it. */
import type { AttemptId, DialCommand, FactSink } from '@outdial/core';
import type { AsteriskTelephony } from '../asterisk-telephony.js';
import { OutboundTrunk } from '../trunks/outbound-trunk.js';
import type { PoolServerOptions } from './pool-options.js';

/** One server. */
export class PoolServer {
  readonly name: string;
  readonly telephony: AsteriskTelephony;
  /** Most calls at once, all trunks together. */
  readonly channels: number;
  isUp = false;
  /** No new calls and legs: it is emptied. */
  isDraining = false;
  /** Epoch ms since when it is up. */
  upSince = 0;
  /** Calls of the pool on it, those that wait for a trunk included. */
  calls = 0;
  /** Agents' legs at home on it. */
  legs = 0;
  /** Calls and legs that were given up while it was out of reach: hung up when it is back. */
  readonly givenUpCalls: Set<AttemptId> = new Set();
  readonly givenUpLegs: Set<string> = new Set();
  readonly #trunks: readonly OutboundTrunk[];
  readonly #stations: RegExp | null;
  readonly #reach: string | null;

  constructor(options: PoolServerOptions, sink: (server: PoolServer) => FactSink) {
    this.name = options.name;
    this.#trunks = options.trunks.map((trunk) => new OutboundTrunk(trunk));
    this.channels = this.#trunks.reduce((sum, { channels }) => sum + channels, 0);
    this.#stations = options.stations === undefined ? null : new RegExp(`^(?:${options.stations})$`);
    this.#reach = options.reach ?? null;
    this.telephony = options.create(sink(this));
  }

  /** New calls and legs may go to it. */
  get isOpen(): boolean {
    return this.isUp && !this.isDraining;
  }

  /** One of its trunks could take the call. */
  carries({ phone, trunk }: Pick<DialCommand, 'phone' | 'trunk'>): boolean {
    return this.#trunks.some((each) => (trunk === undefined || each.name === trunk) && each.carries(phone));
  }

  /** The station can be called from here. */
  takesStation(station: string): boolean {
    return this.#stations === null || this.#stations.test(station);
  }

  /** The station by which another server reaches this one; null where none is set. */
  stationFor(number: string): string | null {
    return this.#reach?.replace('{number}', number) ?? null;
  }
}
