import type { AttemptId } from '@outdial/core';

/**
 * Names of our channels and bridges on Asterisk. They are chosen by us before the request is sent, so that no
 * event can come before its call is known, and they survive a crash of the dialer: reconciliation reads the
 * attempt back out of them.
 */

const escapeName = (name: string): string =>
  name.replace(/[^\w.-]/g, (character) => `~${character.codePointAt(0)?.toString(16)}~`);
const unescapeName = (name: string): string =>
  name.replace(/~([0-9a-f]+)~/g, (_, code: string) => String.fromCodePoint(parseInt(code, 16)));

/** `od-<attemptId>`; characters that Asterisk gives a meaning are escaped. */
export const callChannelId = (attemptId: AttemptId): string => `od-${escapeName(attemptId)}`;
/** `ob-<attemptId>`. */
export const bridgeIdOf = (attemptId: AttemptId): string => `ob-${escapeName(attemptId)}`;
/** `oa-<agentId>:<serial>`: an agent's leg; the serial tells one leg from the agent's next. */
export const legChannelId = (agentId: string, serial: string): string =>
  `oa-${escapeName(agentId)}:${serial}`;

/**
 * The attempt of one of our call channels; null for any other channel. Local and early-media twins (`od-x;2`)
 * are none.
 */
export function attemptOfChannel(channelId: string): AttemptId | null {
  return /^od-[^;]+$/.test(channelId) ? unescapeName(channelId.slice(3)) : null;
}

/** The attempt of one of our bridges; null for any other bridge. */
export function attemptOfBridge(bridgeId: string): AttemptId | null {
  return bridgeId.startsWith('ob-') ? unescapeName(bridgeId.slice(3)) : null;
}

/** The agent of one of our legs; null for any other channel. */
export function agentOfChannel(channelId: string): string | null {
  const match = /^oa-([^:;]+):[^;]+$/.exec(channelId);
  return match?.[1] === undefined ? null : unescapeName(match[1]);
}

/** The campaign in an attempt's id, `<campaignId>-<epoch>-<n>`. */
export const campaignOfAttempt = (attemptId: AttemptId): string => attemptId.replace(/-\d+-\d+$/, '');
