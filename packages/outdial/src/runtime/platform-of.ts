/** Telephony and time as a campaign names them. */
import { defined } from '@outdial/core';
import type { CampaignFile } from '../campaign-file/types.js';
import type { DialerFault } from '../dialer/dialer-fault.js';
import { createAsteriskPlatform } from '../platform/asterisk-platform.js';
import { createSimulatedPlatform } from '../platform/simulated-platform.js';
import type { PlatformFactory } from '../platform/platform.js';

/** What is not in the campaign: where credentials are, which instant it is, and who hears of faults. */
export interface PlatformOfOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clockOffset?: number;
  readonly pace?: number;
  readonly takeOver?: boolean;
  readonly onFault?: (fault: DialerFault) => void;
}

/** The simulated carrier on virtual time, or Asterisk in real time. */
export function platformOf(
  file: Pick<CampaignFile, 'telephony' | 'simulation'> & {
    readonly dialing: Pick<CampaignFile['dialing'], 'lines' | 'callsPerSecond'>;
  },
  options: PlatformOfOptions,
): PlatformFactory {
  const { telephony, simulation, dialing } = file;
  if (telephony.kind === 'simulated') {
    const { lines, callsPerSecond } = dialing;
    const simulated = { simulation, lines, callsPerSecond, ...defined({ pace: options.pace }) };
    return (sink) => createSimulatedPlatform(simulated, sink);
  }
  return (sink) =>
    createAsteriskPlatform(
      {
        telephony,
        env: options.env,
        ...defined({ clockOffsetMs: options.clockOffset, takeOver: options.takeOver }),
        report: ({ level, code, message }) => {
          if (level !== 'info') options.onFault?.({ where: 'telephony', detail: `${code}: ${message}` });
        },
      },
      sink,
    );
}
