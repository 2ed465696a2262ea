/** Checks everything that a campaign needs before it can dial. */
import { instantText } from '../local-time/instant-in-zone.js';
import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import { titleOfRule } from '../gate/rule-title.js';
import { readKillSwitch, readSession, shownAddress, surveyCampaign } from '@outdial/store';
import { countOf, errorText } from '@outdial/core';
import { loadFlows } from '../campaign-file/load-flows.js';
import { loadSelection } from '../campaign-file/load-selection.js';
import type { LoadedCampaign } from '../campaign-file/read-campaign-file.js';
import { createCampaignCompliance } from '../gate/campaign-compliance.js';
import { listText, openDoNotCallLists } from '../gate/do-not-call-lists.js';
import { rulesOfCampaign } from '../gate/rules-of-campaign.js';
import { countedLeads } from '../report/counted-leads.js';
import { titledRule } from '../report/titled-rule.js';
import { openCampaignStore, type StorePlace } from '../records/open-campaign-store.js';
import { checkAsterisk } from './asterisk/check-asterisk.js';
import { checkConsents } from './check-consents.js';
import { checkDatesOfLaw } from './check-dates-of-law.js';
import { checkDatabaseServer } from './check-database-server.js';
import { checkInbound } from './check-inbound.js';
import { checkCounts } from './check-lead-counts.js';
import { checkRegistrations } from './check-registrations.js';
import { checkTimeZones } from './check-time-zones.js';
import type { Finding } from './finding.js';

/** What the doctor looks with. */
export interface ExamineOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: () => number;
  /**
   * The campaign is one of a server: its store is found from there, people log in at the console, and it has
   * no control interface. Absent: it is dialed from a terminal.
   */
  readonly servedFrom?: StorePlace;
}

/**
 * Looks at everything a campaign needs. Places no call and changes nothing but the schema of the store, which
 * is brought up to date.
 */
export async function examine(
  campaign: LoadedCampaign,
  options: ExamineOptions,
): Promise<readonly Finding[]> {
  const { file } = campaign;
  const isServed = options.servedFrom !== undefined;
  return [
    { check: 'campaign file', verdict: 'ok', detail: campaign.path },
    checkLive(campaign),
    ...(await checkLists(campaign)),
    ...(await guarded('flows and law', () => checkLaw(campaign, options.clock()))),
    ...(await guarded('store', () => checkStore(campaign, options))),
    ...(file.telephony.kind === 'asterisk'
      ? await checkAsterisk(file, { env: options.env, now: Date.now() })
      : [simulatedCarrier()]),
    ...(isServed ? [] : checkAgents(campaign)),
    ...checkInbound(file),
    checkTimeZones(process.versions['tz'] ?? 'unknown'),
    ...(isServed ? [] : checkControl(campaign, options.env)),
  ];
}

async function guarded(check: string, look: () => Promise<readonly Finding[]>): Promise<readonly Finding[]> {
  try {
    return await look();
  } catch (error) {
    const [detail = '', ...rest] = errorText(error).split('\n');
    return [
      {
        check,
        verdict: 'failed',
        detail,
        remedy: rest.join(' ').trim() || "Correct what is named here and run 'outdial doctor' again.",
      },
    ];
  }
}

function checkLive({ file }: LoadedCampaign): Finding {
  if (file.live)
    return {
      check: 'live',
      verdict: 'ok',
      detail: `every number of ${file.countries.join(', ')} that the law allows is dialed`,
    };
  return {
    check: 'live',
    verdict: 'warning',
    detail: `only numbers of allowList (${countOf(file.allowList.length, 'number')}) are dialed`,
    remedy: 'Set live: true when you are ready.',
  };
}

async function checkLists(campaign: LoadedCampaign): Promise<readonly Finding[]> {
  const files = campaign.file.lists.flatMap((list) =>
    [list.file, list.doNotCallFile].filter((path) => path !== undefined),
  );
  const missing: string[] = [];
  for (const path of files) await access(resolve(campaign.folder, path)).catch(() => missing.push(path));
  if (missing.length > 0)
    return [
      {
        check: 'list files',
        verdict: 'failed',
        detail: `not there: ${missing.join(', ')}`,
        remedy: 'Correct the paths under lists; they count from the campaign file.',
      },
    ];
  return files.length === 0 ? [] : [{ check: 'list files', verdict: 'ok', detail: files.join(', ') }];
}

async function checkLaw(campaign: LoadedCampaign, at: number): Promise<readonly Finding[]> {
  const lists = await openDoNotCallLists(campaign);
  const flows = await loadFlows(campaign);
  const law = createCampaignCompliance(campaign.file, flows, { doNotCall: lists });
  const inUse = lists.inUse.map((list): Finding => ({
    check: 'do-not-call',
    detail: listText(list),
    ...(list.size > 0
      ? { verdict: 'ok' }
      : {
          verdict: 'warning',
          remedy: 'The list bars nobody: fetch it again, or take it out of the campaign.',
        }),
  }));
  const watched = checkDatesOfLaw(rulesOfCampaign({ file: campaign.file, flows, law }, at), at);
  // The same change of the law is said once, with its source.
  const isSaid = ({ rule, message }: { readonly rule: string; readonly message: string }): boolean =>
    watched.some(({ check, detail }) => check === `law ${rule}` && sameChange(detail, message));
  const reviewed = law.review(at).filter((finding) => finding.blocks || !isSaid(finding));
  const findings = reviewed.map((finding): Finding => ({
    check: `law ${finding.rule}`,
    verdict: finding.blocks ? 'failed' : 'warning',
    detail: [titleOfRule(finding.rule), finding.message].filter(Boolean).join('. '),
    remedy: finding.remedy,
  }));
  const { limits, connectGraceMs, minimumRingTimeMs } = law.duties(at, at);
  const limitText =
    limits.map(({ id, limit }) => `${(limit * 100).toFixed(1)} % (${titledRule(id)})`).join(', ') || 'none';
  return [
    ...inUse,
    ...findings,
    ...checkRegistrations(campaign.file.compliance.registrations, at),
    ...watched,
    {
      check: 'law',
      verdict: 'ok',
      detail: [
        `rule set ${law.compliance.ruleSetVersion}`,
        `abandonment ${limitText}`,
        `agent within ${connectGraceMs} ms`,
        `rings at least ${minimumRingTimeMs / 1000} s`,
      ].join('; '),
    },
  ];
}

/** Whether two sentences name the same day of a change. */
function sameChange(one: string, other: string): boolean {
  const day = /\d{4}-\d\d-\d\d/.exec(one)?.[0];
  return day !== undefined && other.includes(day);
}

async function checkStore(campaign: LoadedCampaign, options: ExamineOptions): Promise<readonly Finding[]> {
  const isServed = options.servedFrom !== undefined;
  const store = await openCampaignStore(options.servedFrom ?? campaign, { ...options, writer: 'doctor' });
  try {
    const killSwitch = await readKillSwitch(store);
    const law = createCampaignCompliance(campaign.file, await loadFlows(campaign));
    const supply = await surveyCampaign(
      store,
      campaign.file.id,
      countedLeads(campaign.file, law, await loadSelection(campaign)),
    );
    const leads: Finding =
      supply.total === 0
        ? {
            check: 'leads',
            verdict: 'warning',
            detail: 'none of the campaign yet',
            remedy: isServed ? 'Upload a list at the console.' : "Read lists with 'outdial import'.",
          }
        : { check: 'leads', verdict: 'ok', detail: `${supply.total}, ${supply.dialableNow} dialable now` };
    const kill: Finding = killSwitch.on
      ? {
          check: 'kill switch',
          verdict: 'failed',
          detail: `on since ${instantText(killSwitch.at, campaign.file.timeZone)}: ${killSwitch.reason}`,
          remedy: isServed ? 'Allow dialing again at the board.' : "Lift it with 'outdial stop --release'.",
        }
      : { check: 'kill switch', verdict: 'ok', detail: 'off' };
    const { url } = campaign.file.store;
    const server = checkDatabaseServer(url, await readSession(store));
    return [
      { check: 'store', verdict: 'ok', detail: shownAddress(url) },
      ...server,
      kill,
      leads,
      await checkCounts(store),
      ...(await checkConsents(store, campaign.file, store.clock())),
    ];
  } finally {
    await store.close();
  }
}

function simulatedCarrier(): Finding {
  return { check: 'telephony', verdict: 'ok', detail: 'simulated carrier: no real call is placed' };
}

function checkAgents({ file }: LoadedCampaign): readonly Finding[] {
  if (file.mode === 'agentless' || file.telephony.kind === 'simulated') return [];
  const { people, automatic } = file.agents;
  if (people.length === 0 && file.control === null)
    return [
      {
        check: 'agents',
        verdict: 'failed',
        detail: 'nobody can log in',
        remedy: 'Name agents under agents.people, or open the control interface (section control).',
      },
    ];
  const withoutStation = people.filter((agent) => agent.station === undefined).map((agent) => agent.id);
  if (withoutStation.length > 0)
    return [
      {
        check: 'agents',
        verdict: 'failed',
        detail: `without a station: ${withoutStation.join(', ')}`,
        remedy: "Say where each agent's leg is called, e.g. station: PJSIP/101.",
      },
    ];
  return [
    {
      check: 'agents',
      verdict: 'ok',
      detail: `${people.length} named${automatic === null ? '' : ', acting by themselves'}`,
    },
  ];
}

function checkControl({ file }: LoadedCampaign, env: ExamineOptions['env']): readonly Finding[] {
  if (file.control === null) return [];
  const { host, port, tokenEnvironment } = file.control;
  if (!env[tokenEnvironment])
    return [
      {
        check: 'control interface',
        verdict: 'failed',
        detail: `${tokenEnvironment} is not set`,
        remedy: 'Set it to a secret of at least 16 characters.',
      },
    ];
  const isLoopback = host === 'localhost' || host === '::1' || host.startsWith('127.');
  if (!isLoopback)
    return [
      {
        check: 'control interface',
        verdict: 'warning',
        detail: `${host}:${port} is reachable from elsewhere, without encryption`,
        remedy: 'Put a proxy with TLS before it, or listen on 127.0.0.1.',
      },
    ];
  return [{ check: 'control interface', verdict: 'ok', detail: `${host}:${port}` }];
}
