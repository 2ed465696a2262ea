/** Delivers facts to the engine. An error of the sink never reaches the handling of a call. */
import type { FactSink } from '@outdial/core';
import { failureReason } from './failure-reason.js';
import type { FactOutlet, NoticeOutlet } from './roles.js';

/** What facts leave through. */
export interface FactOutletParts {
  readonly sink: FactSink;
  readonly now: () => number;
  readonly notices: NoticeOutlet;
}

/** Delivers facts to `sink` and reports what it throws. */
export function createFactOutlet({ sink, now, notices }: FactOutletParts): FactOutlet {
  return {
    now,
    deliver: (fact) => {
      try {
        sink(fact);
      } catch (error) {
        notices.report('sink-failed', `the receiver of facts threw: ${failureReason(error)}`, {
          fact: fact.type,
        });
      }
    },
  };
}
