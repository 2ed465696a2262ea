/** From the campaign file to the engine's settings: units become ms, the law's duties tighten the values. */
import {
  abandonmentFlow,
  DEFAULT_DISPOSITIONS,
  DEFAULT_RETRY,
  type AbandonmentLimit,
  type CampaignSettings,
  type ConversationSettings,
  type Disposition,
  type Flow,
  type RetryRule,
  type RetrySettings,
} from '@outdial/core';
import { getCountryCallingCode, type CountryCode } from 'libphonenumber-js/max';
import type { EngineDuties } from '../gate/engine-duties.js';
import type { LoadedFlows } from './load-flows.js';
import { toInbound } from './inbound-settings.js';
import { toSchedule } from './schedule-settings.js';
import { stationsOf } from './station-rules.js';
import type {
  AbandonmentSection,
  CampaignFile,
  ConversationsSection,
  DispositionEntry,
  RetryEntry,
  RetrySection,
  TelephonySection,
} from './types.js';
import { defined } from '@outdial/core';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAYS_30 = 30 * 24 * HOUR;

/**
 * The engine's settings: the file, tightened by the duties that the law gives the campaign. Of file and law,
 * the stricter value applies. `floor`: what carries the calls, where that is not the file's own telephony.
 */
export function toSettings(
  file: CampaignFile,
  flows: LoadedFlows,
  duties: EngineDuties,
  floor?: TelephonySection,
): CampaignSettings {
  const { dialing, abandonment } = file;
  return {
    campaignId: file.id,
    mode: file.mode,
    callerNumber: file.callerNumber,
    ...defined({ trunk: file.trunk }),
    countryCodes: callingCodes(file.countries),
    live: file.live,
    allowList: file.allowList,
    schedule: toSchedule(file),
    lines: dialing.lines,
    callsPerSecond: dialing.callsPerSecond,
    callsPerAgent: dialing.callsPerAgent,
    speed: dialing.speed,
    ...defined({ abandonmentTarget: abandonment.targetShare }),
    limits: limitsOf(abandonment, duties),
    connectGraceMs: Math.min(abandonment.connectGraceMs ?? Infinity, duties.connectGraceMs),
    ringTimeoutMs: Math.max(dialing.ringTimeoutSeconds * SECOND, duties.minimumRingTimeMs),
    setupTimeoutMs: dialing.setupTimeoutSeconds * SECOND,
    abandonedBanMs: Math.max((abandonment.banHours ?? 0) * HOUR, duties.abandonedBanMs),
    dialCommandLifeMs: dialing.dialCommandLifeMs,
    machineDetection: file.machineDetection,
    abandonmentFlow: messageFlow(abandonment),
    ...defined({ agentlessFlow: flows.agentless, voicemailFlow: flows.voicemail }),
    preview: {
      timeoutMs: file.preview.timeoutSeconds === null ? null : file.preview.timeoutSeconds * SECOND,
      onTimeout: file.preview.onTimeout,
      skipDelayMs: file.preview.skipDelayMinutes * MINUTE,
    },
    wrapUp: { timeoutMs: file.wrapUp.timeoutSeconds * SECOND, disposition: file.wrapUp.disposition },
    conversations: toConversations(file.conversations, flows, duties),
    ...(file.inbound === undefined ? {} : { inbound: toInbound(file, file.inbound) }),
    dispositions: file.dispositions?.map(toDisposition) ?? DEFAULT_DISPOSITIONS,
    retry: toRetry(file.retry),
    persistentLegs: file.agents.persistentLegs,
    stations: stationsOf(file, floor),
    bufferSeconds: dialing.bufferSeconds,
  };
}

/**
 * How long a callback reserved for one agent may be overdue before any agent gets it, ms; null: without
 * limit.
 */
export function callbacksToAnybodyAfter({ callbacks }: Pick<CampaignFile, 'callbacks'>): number | null {
  return callbacks.anybodyAfterMinutes === null ? null : callbacks.anybodyAfterMinutes * MINUTE;
}

/** Country calling codes of ISO countries, each once: US and CA share '1'. */
function callingCodes(countries: readonly string[]): readonly string[] {
  return [...new Set(countries.map((country) => String(getCountryCallingCode(country as CountryCode))))];
}

function limitsOf(abandonment: AbandonmentSection, duties: EngineDuties): readonly AbandonmentLimit[] {
  if (abandonment.limitShare === undefined) return duties.limits;
  return [
    ...duties.limits,
    {
      id: 'client.abandonment',
      limit: abandonment.limitShare,
      period: { startsAt: duties.firstCallAt, lengthMs: DAYS_30 },
    },
  ];
}

/** What an abandoned call hears. */
export function messageFlow(abandonment: AbandonmentSection): Flow {
  return abandonmentFlow({
    identification: abandonment.identification,
    optOutNumber: abandonment.optOutNumber,
    ...defined({ optOutNumberMedia: abandonment.optOutNumberMedia }),
    optOutOffer: abandonment.optOutOffer,
    optOutDigit: abandonment.optOutKey,
    scope: abandonment.optOutCovers,
    voice: abandonment.voice,
    ...defined({ transcript: abandonment.transcript }),
  });
}

/** Of the file's duty before recording and the law's, the stricter applies. */
function toConversations(
  section: ConversationsSection,
  { named = {} }: LoadedFlows,
  { recordingDuty }: EngineDuties,
): ConversationSettings {
  const { rule, duty, announced, file } = section.recording;
  return {
    transferGraceMs: section.transferGraceSeconds * SECOND,
    ownerFirstMs: section.ownerFirstSeconds * SECOND,
    consultGraceMs: section.consultGraceSeconds * SECOND,
    parkMostMs: section.parkMostSeconds * SECOND,
    recording: { rule, duty: recordingDuty ?? duty, announced, file },
    flows: section.flows.flatMap(({ name, recorded }) => {
      const flow = named[name];
      return flow ? [{ name, recorded, flow }] : [];
    }),
    outside: {
      directory: section.outside.directory.map(({ name, number }) => ({ name, phone: number })),
      typed: section.outside.typed,
      graceMs: section.outside.graceSeconds * SECOND,
      talkMostMs: section.outside.talkMostMinutes * MINUTE,
    },
  };
}

function toDisposition({ retry, ...entry }: DispositionEntry): Disposition {
  return retry === undefined ? entry : { ...entry, retry: toRule(retry) };
}

function toRetry(retry: RetrySection): RetrySettings {
  const own = Object.entries(retry.rules);
  const removed = new Set(own.filter(([, rule]) => rule === null).map(([outcome]) => outcome));
  const shipped = Object.entries(DEFAULT_RETRY.rules).filter(([outcome]) => !removed.has(outcome));
  const given = own.flatMap(([outcome, rule]) => (rule ? [[outcome, toRule(rule)] as const] : []));
  return {
    rules: Object.fromEntries([...shipped, ...given]),
    mostAttempts: retry.mostAttempts,
    mostPerDay: retry.mostPerDay,
    alternateDelayMs: retry.alternateDelayMinutes * MINUTE,
    minimumDelayMs: retry.minimumDelayMinutes * MINUTE,
  };
}

function toRule(entry: RetryEntry): RetryRule {
  return { delayMs: entry.delayMinutes * MINUTE, most: entry.most };
}
