/** Which rules will judge the calls of a campaign: by its countries, its purpose and its voices. */
import type { RuleInfo } from '@outdial/compliance';
import { flowVoices, type CallVoice } from '@outdial/core';
import type { LoadedFlows } from '../campaign-file/load-flows.js';
import type { CampaignFile } from '../campaign-file/types.js';
import type { CampaignCompliance } from './campaign-compliance.js';

/** Every voice that a call of the campaign may play. */
export function campaignVoices(file: CampaignFile, flows: LoadedFlows): ReadonlySet<CallVoice> {
  const isAgentless = file.mode === 'agentless' && flows.agentless !== undefined;
  return new Set([
    ...(isAgentless ? flowVoices(flows.agentless) : [file.compliance.voice]),
    ...(file.machineDetection?.onMachine === 'voicemail' && flows.voicemail
      ? flowVoices(flows.voicemail)
      : []),
    ...Object.values(flows.named ?? {}).flatMap(flowVoices),
  ]);
}

/**
 * The rules in force at an instant (by UTC date) that reach calls of the campaign, in every state of its
 * countries. Rules that the campaign switched off are among them, with their setting.
 */
export function rulesOfCampaign(
  {
    file,
    flows,
    law,
  }: { readonly file: CampaignFile; readonly flows: LoadedFlows; readonly law: CampaignCompliance },
  at: number,
): readonly RuleInfo[] {
  const voices = campaignVoices(file, flows);
  const hasLive = voices.has('live');
  const hasRecorded = [...voices].some((voice) => voice !== 'live');
  return law.compliance
    .listRules(at)
    .filter(
      (rule) =>
        (rule.jurisdiction === '*' || file.countries.includes(rule.jurisdiction.slice(0, 2))) &&
        rule.purposes.includes(file.compliance.purpose) &&
        (rule.voices === 'any' || (rule.voices === 'live' ? hasLive : hasRecorded)),
    );
}
