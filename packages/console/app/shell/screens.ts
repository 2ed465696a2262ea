/** Which screens a role has, in their order; the first is where one begins. */
import type { Session } from '@outdial/client';

/** A screen by its address. */
export type Screen = 'desk' | 'board' | 'lists' | 'users';

const SCREENS: Readonly<Record<Session['role'], readonly Screen[]>> = {
  agent: ['desk'],
  supervisor: ['board', 'desk'],
  manager: ['board', 'lists'],
  compliance: ['board', 'lists'],
  admin: ['board', 'desk', 'lists', 'users'],
};

/** The screens of a role. */
export function screensOf(role: Session['role']): readonly Screen[] {
  return SCREENS[role];
}
