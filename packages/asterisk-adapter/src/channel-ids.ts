/**
 * Names of our channels and bridges on Asterisk. The adapter chooses them before it sends the request, so
 * every event finds its call. They survive a crash of the dialer: reconciliation reads the attempt's id from
 * them.
 */
import type { AttemptId } from '@outdial/core';

const escapeName = (name: string): string =>
  name.replace(/[^\w.-]/g, (character) => `~${character.codePointAt(0)?.toString(16)}~`);
const unescapeName = (name: string): string =>
  name.replace(/~([0-9a-f]+)~/g, (_, code: string) => String.fromCodePoint(parseInt(code, 16)));

/** Channel of a call, `od-<attemptId>`; characters that have a meaning for Asterisk are escaped. */
export const callChannelId = (attemptId: AttemptId): string => `od-${escapeName(attemptId)}`;

/** Bridge of a call's main room, `ob-<attemptId>`. */
export const bridgeIdOf = (attemptId: AttemptId): string => `ob-${escapeName(attemptId)}`;

/** Bridge of a call's side room, for consultations, `ox-<attemptId>`. */
export const sideBridgeIdOf = (attemptId: AttemptId): string => `ox-${escapeName(attemptId)}`;

/** Channel of an agent's leg, `oa-<agentId>:<serial>`; the serial tells one leg from the agent's next. */
export const legChannelId = (agentId: string, serial: string): string =>
  `oa-${escapeName(agentId)}:${serial}`;

/** The attempt of one of our call channels; null for any other channel, second halves (`od-x;2`) included. */
export function attemptOfChannel(channelId: string): AttemptId | null {
  return /^od-[^;]+$/.test(channelId) ? unescapeName(channelId.slice(3)) : null;
}

/** The attempt that one of our rooms, main or side, belongs to; null for any other bridge. */
export function attemptOfBridge(bridgeId: string): AttemptId | null {
  return /^o[bx]-/.test(bridgeId) ? unescapeName(bridgeId.slice(3)) : null;
}

/** The agent of one of our legs; null for any other channel. */
export function agentOfChannel(channelId: string): string | null {
  const match = /^oa-([^:;]+):[^;]+$/.exec(channelId);
  return match?.[1] === undefined ? null : unescapeName(match[1]);
}

/** The campaign in an attempt's id, `<campaignId>-<epoch>-<n>`. */
export const campaignOfAttempt = (attemptId: AttemptId): string => attemptId.replace(/-\d+-\d+$/, '');
