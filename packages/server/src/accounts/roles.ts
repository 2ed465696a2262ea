/** The roles of people, and what each is for. Which role may do what stands with each route. */

/** Every role with its meaning, as the screen of users shows it. */
export const ROLE_TABLE = {
  agent: 'takes calls at the desk; sees own calls and leads only',
  supervisor: 'sees every agent and call, steers campaigns, may take calls',
  manager: 'as a supervisor, with lists, campaigns and reports',
  compliance: 'sees what was decided about a number and why, and may stop all dialing',
  admin: 'everything, with users and settings',
} as const;

/** What a person may do: one of {@link ROLES}. */
export type Role = keyof typeof ROLE_TABLE;

const NAMES: Readonly<Record<Role, Role>> = {
  agent: 'agent',
  supervisor: 'supervisor',
  manager: 'manager',
  compliance: 'compliance',
  admin: 'admin',
};

/** Every role. */
export const ROLES: readonly Role[] = Object.values(NAMES);

/** Those who see the board. */
export const WATCHERS: readonly Role[] = ['supervisor', 'manager', 'compliance', 'admin'];
/** Those who steer campaigns and agents. */
export const STEERERS: readonly Role[] = ['supervisor', 'manager', 'admin'];
/** Those who may sit at a desk. */
export const CALLERS: readonly Role[] = ['agent', 'supervisor', 'admin'];

/** Those who bring lists and campaigns. */
export const MANAGERS: readonly Role[] = ['manager', 'admin'];
/** Those who see lists and look people up. */
export const LIST_READERS: readonly Role[] = ['manager', 'compliance', 'admin'];
/** Those who listen to agents, whisper and join: they steer, and have a desk to hear at. */
export const MONITORS: readonly Role[] = ['supervisor', 'admin'];

/** A role as the store keeps it; undefined: a later version wrote it. */
export function roleOf(text: string): Role | undefined {
  return ROLES.find((role) => role === text);
}
