import { describe } from './error-text.js';
import type { Fact, FactSink } from '@outdial/core';
import type { Legs } from './agents/legs.js';
import type { CallTable } from './calls/call-table.js';
import type { Playbacks } from './media/playbacks.js';
import type { Recordings } from './media/recordings.js';
import type { Notice, Settings } from './options.js';
import type { Marks } from './sync/marks.js';
import type { AriTransport } from './transport/transport.js';
import type { TrunkBoard } from './trunks/trunk-board.js';

/**
 * What the parts of the adapter share: the way to Asterisk, the clock, the way of facts, and what is in
 * progress.
 */
export interface Switchboard {
  readonly settings: Settings;
  readonly ari: AriTransport;
  readonly now: () => number;
  readonly trunks: TrunkBoard;
  readonly calls: CallTable;
  readonly legs: Legs;
  readonly playbacks: Playbacks;
  readonly recordings: Recordings;
  readonly marks: Marks;
  /** True while the event socket is up and the application prepared. Nothing is dialed otherwise. */
  isUp(): boolean;
  /** Runs work now, or as soon as the connection is up (again). */
  whenUp(work: () => void): void;
  /** Delivers a fact; a sink that throws is reported. */
  tell(fact: Fact): void;
  report(notice: Notice): void;
  /** Runs work to its end; a failure is reported and never propagated. */
  run(what: string, work: () => Promise<void>): void;
}

/** A sink that cannot throw into the adapter. */
export function guardedSink(sink: FactSink, report: (notice: Notice) => void): FactSink {
  return (fact) => {
    try {
      sink(fact);
    } catch (error) {
      report({
        level: 'error',
        code: 'sink-failed',
        message: `the receiver of facts threw: ${describe(error)}`,
        context: { fact: fact.type },
      });
    }
  };
}
