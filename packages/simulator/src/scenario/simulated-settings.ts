/** Campaign settings for simulations, and the call flow they use. */
import {
  abandonmentFlow,
  DEFAULT_DISPOSITIONS,
  DEFAULT_RETRY,
  voicemailFlow,
  type CampaignSettings,
  type DialMode,
  type Flow,
} from '@outdial/core';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

/** An automated call that greets, offers an agent (1) and an opt-out (9), and ends. */
export const SIMULATED_IVR: Flow = {
  id: 'reminder',
  start: 'greeting',
  optOutKey: { digit: '9', to: 'opt-out' },
  nodes: {
    greeting: {
      kind: 'play',
      prompt: { media: ['sound:reminder'], voice: 'prerecorded', says: ['identification', 'opt-out-key'] },
      next: 'menu',
    },
    menu: {
      kind: 'gather',
      prompt: { media: ['sound:menu'], voice: 'prerecorded' },
      timeoutMs: 4_000,
      attempts: 2,
      branches: { '1': 'agent', '2': 'ask' },
      onNoInput: 'bye',
      onNoMatch: 'bye',
    },
    ask: { kind: 'record', maxMs: 10_000, finishOn: '#', next: 'thanks' },
    thanks: { kind: 'play', prompt: { media: ['sound:thanks'], voice: 'prerecorded' }, next: 'bye' },
    agent: { kind: 'transfer', skills: [], onFailed: 'busy' },
    busy: { kind: 'play', prompt: { media: ['sound:nobody-free'], voice: 'prerecorded' }, next: 'bye' },
    'opt-out': { kind: 'opt-out', scope: 'number', next: 'bye' },
    bye: { kind: 'hang-up' },
  },
};

/**
 * Settings of a campaign that uses every feature, for simulations; callers override what they study.
 * `startsAt`: of the limit's periods, epoch ms.
 */
export function simulatedSettings(
  base: { readonly campaignId: string; readonly mode: DialMode; readonly startsAt: number },
  changes: Partial<CampaignSettings> = {},
): CampaignSettings {
  return {
    campaignId: base.campaignId,
    mode: base.mode,
    callerNumber: '+12025550199',
    countryCodes: ['1'],
    live: true,
    allowList: [],
    lines: 60,
    callsPerSecond: 5,
    callsPerAgent: 1.5,
    speed: null,
    limits: [
      { id: 'simulation.abandonment', limit: 0.03, period: { startsAt: base.startsAt, lengthMs: 30 * DAY } },
    ],
    connectGraceMs: 2 * SECOND,
    ringTimeoutMs: 25 * SECOND,
    setupTimeoutMs: 10 * SECOND,
    abandonedBanMs: DAY,
    dialCommandLifeMs: 2 * SECOND,
    machineDetection: null,
    abandonmentFlow: abandonmentFlow({
      identification: ['sound:who-called'],
      optOutNumber: '+12025550198',
      optOutOffer: ['sound:press-9'],
    }),
    agentlessFlow: SIMULATED_IVR,
    voicemailFlow: voicemailFlow({ message: ['sound:voicemail'], telemarketing: false }),
    preview: { timeoutMs: 40 * SECOND, onTimeout: 'skip', skipDelayMs: 10 * MINUTE },
    wrapUp: { timeoutMs: 60 * SECOND, disposition: 'unspecified' },
    dispositions: DEFAULT_DISPOSITIONS,
    retry: DEFAULT_RETRY,
    persistentLegs: true,
    bufferSeconds: 5,
    ...changes,
  };
}
