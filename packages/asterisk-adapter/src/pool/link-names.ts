/**
 * Names of legs between servers. They say who is linked with whom, so that a new process finds its links in
 * the conversations that are still there.
 */
import { randomInt } from 'node:crypto';
import type { AttemptId } from '@outdial/core';

/** An agent at home on one server who is reached from another. */
export interface LinkEnds {
  readonly agentId: string;
  /** Name of the agent's own server. */
  readonly home: string;
}

/** Name of the leg on the far server, as if the agent were at home there. */
export const linkNameOf = ({ agentId, home }: LinkEnds): string => `${agentId}|${home}`;

/** Whom a leg's name links; null for an agent's own leg. */
export function endsOfLinkName(name: string): LinkEnds | null {
  const match = /^(.+)\|([\w.-]+)$/s.exec(name);
  const [, agentId, home] = match ?? [];
  return agentId === undefined || home === undefined ? null : { agentId, home };
}

/** Campaign that a link's call has on the agent's own server. One link an agent and far server at a time. */
export const linkCampaignOf = (agentId: string, far: string): string => `link|${agentId}|${far}`;

/** The link's call on the agent's own server. */
export const linkAttemptOf = (agentId: string, far: string): AttemptId =>
  `${linkCampaignOf(agentId, far)}-1-1`;

/** True for the call of a link. */
export const isLinkAttempt = (attemptId: AttemptId): boolean => attemptId.startsWith('link|');

/** +999 is not a country: such a number is called by nobody else. */
const PREFIX = '+999';

/** A number by which one link is expected, once. Drawn so that nobody can guess it. */
export function drawLinkNumber(): string {
  return `${PREFIX}${String(randomInt(0, 10 ** 12)).padStart(12, '0')}`;
}

/** True for a number that only links call. */
export const isLinkNumber = (number: string): boolean =>
  number.startsWith(PREFIX) && number.length === PREFIX.length + 12;
