/** Which settings of a campaign may change while it runs, checked as those of the campaign file are. */
import { DIAL_MODES, LIMITS, PREVIEW_TIMEOUTS, type CampaignSettings, type LimitName } from '@outdial/core';
import { z } from 'zod';
import { identifier, share } from '../campaign-file/basic-values.js';
import { amount, whole } from '../campaign-file/limited-values.js';
import { dispositionsSchema } from '../campaign-file/sections/dispositions.js';
import { OUTCOME_NAMES } from '../campaign-file/sections/retry.js';
import type { EngineDuties } from '../gate/engine-duties.js';

/** Settings that stay as the campaign file has them: the law's review and the gate go by the file. */
const FIXED = [
  'campaignId',
  'callerNumber',
  'countryCodes',
  'live',
  'allowList',
  'limits',
  'machineDetection',
  'abandonmentFlow',
  'agentlessFlow',
  'voicemailFlow',
] as const satisfies readonly (keyof CampaignSettings)[];

/**
 * Settings that may change while a campaign runs, in the engine's units (durations ms). Its schedule changes
 * with the file: `Dialer.adopt`.
 */
export type RunningChanges = Partial<Omit<CampaignSettings, (typeof FIXED)[number] | 'schedule'>>;

/** The law's bounds of changes: a change may be stricter than the law, never laxer. */
export type ChangeBounds = Pick<EngineDuties, 'connectGraceMs' | 'minimumRingTimeMs' | 'abandonedBanMs'>;

const FIXED_MESSAGE =
  'cannot change while the campaign runs, because the review and the gate go by the campaign file: ' +
  'change it there and start the campaign anew';

/** What is wrong with the names of settings that were given: those that stay as the file has them. */
export function fixedSettings(given: unknown): { readonly path: string; readonly message: string }[] {
  if (typeof given !== 'object' || given === null) return [];
  return FIXED.filter((name) => name in given).map((path) => ({ path, message: FIXED_MESSAGE }));
}

/** The schema of changes, within the bounds of the law. */
export function changesSchema(bounds: ChangeBounds): z.ZodType<RunningChanges> {
  return z.strictObject({
    mode: z.enum(DIAL_MODES).exactOptional(),
    trunk: identifier('Trunk of all calls.').exactOptional(),
    lines: whole('lines').exactOptional(),
    callsPerSecond: amount('callsPerSecond').exactOptional(),
    callsPerAgent: amount('callsPerAgent').exactOptional(),
    speed: amount('callsPerAgent').nullable().exactOptional(),
    abandonmentTarget: share('Abandonment the pacer steers to.').exactOptional(),
    connectGraceMs: duration('connectGraceMs')
      .max(bounds.connectGraceMs, `is laxer than the law: use at most ${bounds.connectGraceMs}`)
      .exactOptional(),
    ringTimeoutMs: duration('ringTimeoutSeconds')
      .min(
        bounds.minimumRingTimeMs,
        `is shorter than the law allows: use at least ${bounds.minimumRingTimeMs}`,
      )
      .exactOptional(),
    setupTimeoutMs: duration('setupTimeoutSeconds').exactOptional(),
    abandonedBanMs: duration('banHours')
      .min(bounds.abandonedBanMs, `is shorter than the law allows: use at least ${bounds.abandonedBanMs}`)
      .exactOptional(),
    dialCommandLifeMs: duration('dialCommandLifeMs').exactOptional(),
    preview: previewChange.exactOptional(),
    wrapUp: z
      .strictObject({
        timeoutMs: duration('wrapUpTimeoutSeconds'),
        disposition: identifier('Code set when the agent gives none in time.'),
      })
      .exactOptional(),
    dispositions: z.array(dispositionChange).min(1).exactOptional(),
    retry: retryChange.exactOptional(),
    persistentLegs: z.boolean().exactOptional(),
    bufferSeconds: amount('bufferSeconds').exactOptional(),
  });
}

const UNIT_MS: Readonly<Record<string, number>> = { ms: 1, seconds: 1000, minutes: 60_000, hours: 3_600_000 };

/** A duration in ms, within the limit of this name whatever its unit. */
function duration(name: LimitName): z.ZodNumber {
  const { min, max, unit, exclusive } = LIMITS[name];
  const factor = UNIT_MS[unit] ?? 1;
  const most = z.number().max(max * factor);
  return exclusive ? most.gt(min * factor) : most.min(min * factor);
}

const retryRule = z.strictObject({ delayMs: duration('retryDelayMinutes'), most: whole('leadAttempts') });

const retryChange = z.strictObject({
  rules: z.partialRecord(z.enum(OUTCOME_NAMES), retryRule),
  mostAttempts: whole('leadAttempts'),
  mostPerDay: whole('attemptsPerDay'),
  alternateDelayMs: duration('alternateDelayMinutes'),
  minimumDelayMs: duration('minimumDelayMinutes'),
});

const previewChange = z.strictObject({
  timeoutMs: duration('previewTimeoutSeconds').nullable(),
  onTimeout: z.enum(PREVIEW_TIMEOUTS),
  skipDelayMs: duration('skipDelayMinutes'),
});

const dispositionChange = dispositionsSchema.element
  .omit({ retry: true })
  .extend({ retry: retryRule.exactOptional() });
