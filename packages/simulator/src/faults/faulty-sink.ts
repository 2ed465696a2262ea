/** Facts that get lost, come late, twice and out of order on their way to the engine. */
import type { Fact, FactSink } from '@outdial/core';
import type { VirtualClock } from '../clock/virtual-clock.js';
import { sample } from '../random/distribution.js';
import type { RandomStream } from '../random/random-source.js';
import type { FaultKind } from './fault-kinds.js';
import type { FaultProfile } from './fault-profile.js';

/** A path from the ports to the engine on which facts get lost, come late, twice and out of order. */
export interface FaultySink {
  readonly sink: FactSink;
  /** From now on everything arrives at once. */
  heal(): void;
  /** Late facts still on their way. */
  underWay(): number;
}

/**
 * The fates reported at reconciliation come with the adapter's answer, before anything else about these
 * calls.
 */
function canBeLate(fact: Fact): boolean {
  return fact.type !== 'call.reconciled';
}

/**
 * Only what travels over a network from the telephone side can be lost: an answer of a port is repeated by
 * its adapter, or reported as failed. The fates reported at reconciliation are such an answer.
 */
function canBeLost(fact: Fact): boolean {
  return (
    (fact.type.startsWith('call.') && fact.type !== 'call.reconciled') || fact.type.startsWith('agent.leg')
  );
}

/** Builds the path; `deliver` takes the facts that arrive. */
export function createFaultySink(options: {
  readonly clock: VirtualClock;
  readonly stream: RandomStream;
  readonly profile: FaultProfile['facts'];
  readonly deliver: FactSink;
  /** Told of each fault. */
  readonly onFault?: (kind: FaultKind) => void;
}): FaultySink {
  const { clock, stream, profile, deliver, onFault } = options;
  let healed = false;
  let underWay = 0;
  const later = (fact: Fact, delay: number): void => {
    underWay += 1;
    clock.after(delay, () => {
      underWay -= 1;
      deliver(fact);
    });
  };
  return {
    sink: (fact) => {
      // Drawn always, so that one fact's fate does not shift the next one's.
      const [lost, late, doubled] = [
        stream.chance(profile.lostShare),
        stream.chance(profile.lateShare),
        stream.chance(profile.doubledShare),
      ];
      const [lateBy, doubledAfter] = [sample(profile.lateBy, stream), sample(profile.doubledAfter, stream)];
      if (healed) return deliver(fact);
      if (lost && canBeLost(fact)) return onFault?.('fact-lost');
      if (doubled) onFault?.('fact-doubled');
      if (doubled) later(fact, (late ? lateBy : 0) + doubledAfter);
      if (!late || !canBeLate(fact)) return deliver(fact);
      onFault?.('fact-late');
      later(fact, lateBy);
    },
    heal: () => {
      healed = true;
    },
    underWay: () => underWay,
  };
}
