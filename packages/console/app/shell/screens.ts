/** The screens of each role in their order; the first one opens after logging in. */
import type { Session } from '@outdial/client';

/** A screen by its address. */
export type Screen =
  'desk' | 'board' | 'campaigns' | 'lists' | 'callbacks' | 'reports' | 'compliance' | 'users';

const SCREENS: Readonly<Record<Session['role'], readonly Screen[]>> = {
  agent: ['desk', 'callbacks'],
  supervisor: ['board', 'desk', 'callbacks', 'reports'],
  manager: ['board', 'campaigns', 'lists', 'callbacks', 'reports', 'compliance'],
  compliance: ['compliance', 'board', 'lists', 'reports'],
  admin: ['board', 'desk', 'campaigns', 'lists', 'callbacks', 'reports', 'compliance', 'users'],
};

/** The screens of a role. */
export function screensOf(role: Session['role']): readonly Screen[] {
  return SCREENS[role];
}
