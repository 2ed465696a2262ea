/**
 * The roles that several parts of the adapter ask for: requests, facts, notices, the state of the connection.
 * The composition root (asterisk-telephony.ts) gives each part only the roles it names.
 */
import type { Fact } from '@outdial/core';
import type { NoticeCode, NoticeContext } from './notices.js';
import type { AriTransport } from './transport/transport.js';

/** Sends requests to Asterisk, named as in its REST descriptions. */
export type AriRequests = Pick<AriTransport, 'call'>;

/** Delivers facts to the engine and gives the clock that stamps them. */
export interface FactOutlet {
  /** Epoch ms by a clock that never steps back. */
  now(): number;
  /** Delivers a fact. Never throws: a sink that throws is reported. */
  deliver(fact: Fact): void;
}

/** Takes what an operator may want to read. Never throws. */
export interface NoticeOutlet {
  report(code: NoticeCode, message: string, context?: NoticeContext): void;
  /** Runs work to its end. A failure is reported as "could not <what>" and never propagated. */
  run(what: string, work: () => Promise<void>): void;
}

/** Says whether calls can be placed. */
export interface ConnectionState {
  /** True while the event socket is open and the application is prepared. Nothing is dialed otherwise. */
  readonly isUp: boolean;
  /** Runs work now, or as soon as the connection is up again. */
  whenUp(work: () => void): void;
}
