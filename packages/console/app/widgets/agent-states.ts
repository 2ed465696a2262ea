/** The colour of each state of an agent: the same on every screen. */
import type { Agent } from '@outdial/client';

export const STATE_COLORS: Readonly<Record<Agent['state'], string>> = {
  ready: 'green',
  reserved: 'cyan',
  talking: 'blue',
  'wrap-up': 'violet',
  pausing: 'yellow',
  paused: 'orange',
  offline: 'gray',
};
