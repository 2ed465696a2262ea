/** Where the agents of an engine work, on its store. */
import { defined } from '@outdial/core';
import {
  createAgentPresence,
  type AgentPresence,
  type AgentPresenceOptions,
  type Store,
} from '@outdial/store';
import type { DialerFault } from '../dialer/dialer-fault.js';

/** How the presence of an engine's agents is made. */
export interface PresenceParts {
  /** This process's name among those on the store. */
  readonly node: string;
  /** ms after which the place of an agent is free whose engine is silent. @default that of the store */
  readonly lifeMs?: number;
  readonly onFault?: (fault: DialerFault) => void;
}

/** Each engine is an instance of its own: agents move between its campaigns, and work at no other engine. */
export function presenceAt(
  store: Store,
  { node, lifeMs, onFault }: PresenceParts,
): (onLost: NonNullable<AgentPresenceOptions['onLost']>) => AgentPresence {
  return (onLost) =>
    createAgentPresence(store, {
      node,
      instance: store.randomId(),
      onLost,
      ...defined({ lifeMs }),
      onFault: ({ what, detail }) => onFault?.({ where: 'store', detail: `${what}: ${detail}` }),
    });
}
