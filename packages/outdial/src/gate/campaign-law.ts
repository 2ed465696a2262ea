import { createCompliance, type CampaignFacts, type CampaignFlow, type Compliance } from '@outdial/compliance';
import { flowVoices, type ComplianceGate, type Flow } from '@outdial/core';
import type { WindowOf } from '@outdial/store';
import type { LoadedFlows } from '../campaign-file/load-flows.js';
import type { CampaignFile } from '../campaign-file/types.js';
import type { ReviewFinding } from './campaign-refused.js';
import { createComplianceGate } from './compliance-gate.js';
import { engineDuties, type CampaignDuties } from './duties.js';
import { flowFacts } from './flow-facts.js';
import { createWindows } from './windows.js';

/** What the compliance module knows of a campaign beforehand. */
export type CampaignWords = Omit<CampaignFacts, 'mode' | 'voice' | 'humanInitiated' | 'abandonment'>;

/** What the law says of one campaign. */
export interface CampaignLaw {
  readonly compliance: Compliance;
  /** The campaign in the compliance module's words, without what comes with each call. */
  readonly facts: CampaignWords;
  readonly gate: ComplianceGate;
  /** When a place may be called: a hint for the order of dialing; the gate decides each call. */
  readonly windowOf: WindowOf;
  /** Limits for the engine. `firstCallAt`: epoch ms of the campaign's first call, from which 30-day periods count. */
  duties(at: number, firstCallAt: number): CampaignDuties;
  /** Judges the campaign before it starts. */
  review(at: number): readonly ReviewFinding[];
}

const SECOND = 1000;

/** Wires the compliance module for one campaign. */
export function createCampaignLaw(file: CampaignFile, flows: LoadedFlows): CampaignLaw {
  const compliance = createCompliance({ policies: file.compliance.policies, acceptUnmodelled: file.compliance.acceptUnmodelled, strict: file.compliance.strict });
  const facts = campaignFacts(file);
  const closingMargin = file.compliance.closingMarginSeconds * SECOND;
  const transfersToAgent = file.mode !== 'agentless' || hasTransfer(flows.agentless);
  const gate = createComplianceGate({
    compliance,
    ruleSet: compliance.ruleSetVersion,
    timeZoneData: process.versions['tz'] ?? 'unknown',
    campaign: facts,
    transfersToAgent,
    interlocks: { countries: file.countries, live: file.live, allowList: file.allowList },
    closingMargin,
  });
  const asked = { ...facts, mode: file.mode, humanInitiated: isHumanInitiated(file), transfersToAgent, countries: file.countries };
  return {
    compliance,
    facts,
    gate,
    windowOf: createWindows({ compliance, campaign: { ...facts, mode: 'progressive', voice: file.compliance.voice }, closingMargin }),
    duties: (at, firstCallAt) => engineDuties(compliance.duties({ ...asked, voice: file.compliance.voice }, at), { at, firstCallAt }),
    review: (at) => reviewAll(compliance, file, flows, asked, at),
  };
}

/** The campaign in the compliance module's words, without what comes with each call. */
function campaignFacts(file: CampaignFile): CampaignWords {
  const { purpose, seller, subject, content, firstParty, taxExempt, freeToEndUser, autodialer, doNotCallVersion } = file.compliance;
  const given = { seller, subject, content, firstParty, taxExempt, freeToEndUser, autodialer, ...(doNotCallVersion === undefined ? {} : { doNotCallVersionAt: Date.parse(doNotCallVersion) }) };
  return { purpose, ringTimeout: file.dialing.ringTimeoutSeconds * SECOND, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) };
}

/** A click starts each call: manual mode, and preview whose timer does not dial. */
function isHumanInitiated(file: CampaignFile): boolean {
  return file.mode === 'manual' || (file.mode === 'preview' && (file.preview.timeoutSeconds === null || file.preview.onTimeout === 'skip'));
}

function hasTransfer(flow: Flow | undefined): boolean {
  return flow !== undefined && Object.values(flow.nodes).some((node) => node.kind === 'transfer');
}

/** One review for each voice the campaign may play; a finding is said once. */
function reviewAll(compliance: Compliance, file: CampaignFile, flows: LoadedFlows, asked: Omit<CampaignFacts, 'voice'> & { readonly countries: readonly string[] }, at: number): readonly ReviewFinding[] {
  const findings = new Map<string, ReviewFinding>();
  const judge = (voice: CampaignFacts['voice'], flow: CampaignFlow): void => {
    for (const { rule, severity, message, remedy } of compliance.reviewCampaign({ ...asked, voice }, flow).findings) findings.set(`${rule}\n${message}`, { rule, message, remedy, blocks: severity === 'refuses' });
  };
  const base = { at, callerNumber: file.callerNumber, callerNumberTakesRequests: file.compliance.callerNumberTakesRequests, voicemailTollFree: file.compliance.voicemailTollFree, recordsCalls: false };
  const abandonmentMessage = { startsWithin: file.abandonment.connectGraceMs ?? 0, namesCaller: true, givesNumber: true, offersOptOut: true, markets: false };
  if (file.mode === 'agentless' && flows.agentless) for (const voice of flowVoices(flows.agentless)) judge(voice, { ...base, ...flowFacts(flows.agentless), abandonmentMessage });
  else judge(file.compliance.voice, { ...base, identifies: file.compliance.scriptIdentifies, abandonmentMessage });
  if (file.machineDetection?.onMachine === 'voicemail' && flows.voicemail) for (const voice of flowVoices(flows.voicemail)) judge(voice, { ...base, ...flowFacts(flows.voicemail), abandonmentMessage });
  return [...findings.values()];
}
