/** Which screens a role has, in their order; the first is where one begins. */
import type { Session } from '@outdial/client';

/** A screen by its address. */
export type Screen = 'desk' | 'board' | 'campaigns' | 'lists' | 'callbacks' | 'users';

const SCREENS: Readonly<Record<Session['role'], readonly Screen[]>> = {
  agent: ['desk', 'callbacks'],
  supervisor: ['board', 'desk', 'callbacks'],
  manager: ['board', 'campaigns', 'lists', 'callbacks'],
  compliance: ['board', 'lists'],
  admin: ['board', 'desk', 'campaigns', 'lists', 'callbacks', 'users'],
};

/** The screens of a role. */
export function screensOf(role: Session['role']): readonly Screen[] {
  return SCREENS[role];
}
