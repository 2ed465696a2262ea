import { listLeads } from '@outdial/store';
import type { Decision, LeadFacts } from '@outdial/compliance';
import { flowVoices, type Voice } from '@outdial/core';
import Table from 'cli-table3';
import { loadFlows, type LoadedFlows } from '../../campaign-file/load-flows.js';
import type { LoadedCampaign } from '../../campaign-file/read-campaign-file.js';
import { createCampaignLaw } from '../../gate/campaign-law.js';
import { interlockOf, interlockRefusal } from '../../gate/interlocks.js';
import { campaignClock, instantOf } from '../clock.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { findCampaign } from '../find-campaign.js';
import type { CommandIo } from '../io.js';
import { readPhone } from '../read-phone.js';
import { withStore } from '../with-store.js';

const DETAIL_WIDTH = 76;

/** `outdial check <number>`: why this number may or may not be called, and when. Facts of the lead come from the store, where it is there. */
export async function check(io: CommandIo, options: { readonly campaign?: string; readonly number: string; readonly at?: string; readonly region?: string; readonly json?: boolean }): Promise<ExitCode> {
  const campaign = await findCampaign(io, options.campaign);
  const { file } = campaign;
  const phone = readPhone(options.number, file.countries[0]);
  const at = instantOf(options.at, campaignClock(io, file)());
  const lead: LeadFacts = { ...(await knownFacts(io, options.campaign, phone)), phone, ...(options.region === undefined ? {} : { region: options.region.toUpperCase() }) };
  const flows = await loadFlows(campaign);
  const answer = judge(campaign, flows, lead, at);
  io.out.write(options.json === true ? `${JSON.stringify(answer, null, 2)}\n` : textOf(answer));
  return answer.allowed ? EXIT.done : EXIT.findings;
}

/** Region, consent ... of the lead with this number, when the store has one. */
async function knownFacts(io: CommandIo, given: string | undefined, phone: string): Promise<Partial<LeadFacts>> {
  return withStore(io, given, async (store) => {
    const [lead] = await listLeads(store, { phone, limit: 1 });
    const lineType = lead?.phones.find((entry) => entry.phone === phone)?.lineType;
    return { ...(lead?.facts as Partial<LeadFacts> | undefined), ...(lineType ? { lineType: lineType as NonNullable<LeadFacts['lineType']> } : {}) };
  });
}

interface Answer {
  readonly phone: string;
  readonly at: number;
  readonly allowed: boolean;
  readonly nextAllowedAt: number | null;
  readonly timeZones: readonly string[];
  readonly jurisdictions: readonly string[];
  readonly interlock: string | null;
  readonly verdicts: readonly { readonly voice: Voice; readonly decision: Decision }[];
}

function judge({ file }: LoadedCampaign, flows: LoadedFlows, lead: LeadFacts, at: number): Answer {
  const law = createCampaignLaw(file, flows);
  const found = interlockOf(lead.phone, file);
  const voices: readonly Voice[] = file.mode === 'agentless' && flows.agentless ? flowVoices(flows.agentless) : [file.compliance.voice];
  const verdicts = voices.map((voice) => ({ voice, decision: law.compliance.evaluate({ at, lead, campaign: { ...law.facts, mode: file.mode, voice, humanInitiated: file.mode === 'manual' }, history: [] }) }));
  const next = verdicts.map(({ decision }) => decision.nextAllowedAt);
  return {
    phone: lead.phone,
    at,
    allowed: found === null && verdicts.every(({ decision }) => decision.allowed),
    nextAllowedAt: found !== null ? interlockRefusal(found, at).nextAllowedAt : next.includes(null) ? null : Math.max(...next.map(Number)),
    timeZones: verdicts[0]?.decision.timeZones ?? [],
    jurisdictions: verdicts[0]?.decision.jurisdictions ?? [],
    interlock: found === null ? null : interlockRefusal(found, at).message,
    verdicts,
  };
}

function textOf(answer: Answer): string {
  const zones = answer.timeZones.map((zone) => `${zone} (${localText(answer.at, zone)})`).join(', ');
  const table = new Table({ head: ['voice', 'rule', 'verdict', 'detail', 'from (UTC)'], colWidths: [null, null, null, DETAIL_WIDTH, null], wordWrap: true, style: { head: [], border: [], compact: true } });
  for (const { voice, decision } of answer.verdicts) {
    for (const refusal of decision.refusals) table.push([voice, refusal.rule, 'refuses', `${refusal.message} ${refusal.citation}`, refusal.nextAllowedAt === null ? 'never by waiting' : instantText(refusal.nextAllowedAt)]);
    for (const entry of decision.trace) if (entry.verdict !== 'refuses') table.push([voice, entry.rule, entry.verdict, entry.detail ?? '', '']);
  }
  return [
    `${answer.phone} at ${instantText(answer.at)} UTC: ${answer.allowed ? 'may be called' : 'must not be called'}`,
    `zones          ${zones || 'none known'}`,
    `jurisdictions  ${answer.jurisdictions.join(', ') || 'none known'}`,
    ...(answer.interlock === null ? [] : [`interlock      ${answer.interlock}`]),
    `next legal     ${answer.allowed ? 'now' : answer.nextAllowedAt === null ? 'never by waiting: see what refuses' : `${instantText(answer.nextAllowedAt)} UTC${answer.timeZones[0] === undefined ? '' : `, ${localText(answer.nextAllowedAt, answer.timeZones[0])} there`}`}`,
    table.toString(),
    'History and do-not-call requests in the store are asked again at each call. Not legal advice.',
    '',
  ].join('\n');
}

function instantText(at: number): string {
  return new Date(at).toISOString().slice(0, 16).replace('T', ' ');
}

function localText(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'short', hour: '2-digit', minute: '2-digit' }).format(at);
}
