/** Leads that need skills which nobody at work has: they go back, so that others are claimed. */
import type { Context } from '../context.js';
import type { Lead } from './lead.js';

/** Such leads rest for so long, ms. An agent with the skills may come any time. */
export const SKILLS_REST_MS = 120_000;

/** Why a lead rests that needs skills which nobody at work has. */
export const NO_AGENT_WITH_SKILLS = 'no-agent-with-skills';

/**
 * Whether a logged-in agent has the skills, even if they are busy: one of any campaign that lends them, where
 * campaigns share agents. Agentless calls need nobody.
 */
export function anAgentHas({ state, pool }: Context, skills: readonly string[]): boolean {
  if (skills.length === 0 || state.settings.mode === 'agentless') return true;
  if (pool) return pool.anAgentHas(skills);
  for (const agent of state.agents.values())
    if (skills.every((skill) => agent.skills.includes(skill))) return true;
  return false;
}

/** Sets the leads apart that no agent at work has the skills for. */
export function bySkills(
  context: Context,
  leads: readonly Lead[],
): { readonly suited: readonly Lead[]; readonly unsuited: readonly Lead[] } {
  const suited = leads.filter(({ skills }) => anAgentHas(context, skills));
  return { suited, unsuited: leads.filter((lead) => !suited.includes(lead)) };
}

/** The skills as one text, whatever their order: leads with the same text need the same agents. */
export function skillSet(skills: readonly string[]): string {
  return skills.length < 2 ? skills.join() : [...new Set(skills)].toSorted().join('\n');
}

/**
 * The different sets of skills that the claimed leads ask for, and an agent at work has. Undefined: no lead
 * is claimed, or none of this campaign has ever asked for skills.
 */
export function skillsAtHand(context: Context): readonly (readonly string[])[] | undefined {
  const { state } = context;
  if (!state.asksForSkills || state.leadBuffer.length === 0) return undefined;
  const found = new Map<string, readonly string[]>();
  for (const { lead } of state.leadBuffer) {
    const key = skillSet(lead.skills);
    if (!found.has(key) && anAgentHas(context, lead.skills)) found.set(key, lead.skills);
  }
  return [...found.keys()].toSorted().map((key) => found.get(key)!);
}
