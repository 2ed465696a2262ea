/** Checks references between the sections of a campaign file, which no single setting can show. */
import { DEFAULT_DISPOSITIONS, OUTCOMES, defined, stationRefusal } from '@outdial/core';
import type { z } from 'zod';
import { serversOf, type ServerEntry } from './asterisk-servers.js';
import { listNameOf } from './list-name.js';
import { stationsOf } from './station-rules.js';
import type { CampaignFile } from './types.js';

type Problem = (path: (string | number)[], message: string, input: unknown) => void;

/** Adds an issue for every reference without a target and every name that is used twice. */
export function checkReferences(file: CampaignFile, context: z.core.$RefinementCtx): void {
  const problem: Problem = (path, message, input) =>
    context.addIssue({ code: 'custom', path, message, input });
  checkFlows(file, problem);
  checkGivenFlows(file, problem);
  checkNames(file, problem);
  checkDoNotCall(file, problem);
  checkShares(file, problem);
  checkDispositions(file, problem);
  checkTrunks(file, problem);
  checkStations(file, problem);
  checkInbound(file, problem);
  checkLeads(file, problem);
  checkRecycling(file, problem);
  checkSchedule(file, problem);
  checkScript(file, problem);
  checkNodes(file, problem);
}

/** What a campaign that several nodes work may not have, and what each node needs. */
function checkNodes({ mode, dialing, agents }: CampaignFile, problem: Problem): void {
  const { nodes, lines, callsPerSecond } = dialing;
  if (nodes === 1) return;
  if (mode !== 'agentless')
    problem(['dialing', 'nodes'], 'is for agentless campaigns: make it 1, or the mode agentless', nodes);
  if (agents.people.length > 0 || (agents.automatic ?? null) !== null)
    problem(['agents'], 'cannot work for a campaign with dialing.nodes above 1: remove them', undefined);
  if (lines < nodes)
    problem(['dialing', 'lines'], `is less than one line for each of the ${nodes} nodes`, lines);
  if (callsPerSecond < nodes)
    problem(
      ['dialing', 'callsPerSecond'],
      `is less than one call a second for each of the ${nodes} nodes: their parts would come in bursts`,
      callsPerSecond,
    );
}

function checkSchedule({ schedule, compliance }: CampaignFile, problem: Problem): void {
  if (!schedule) return;
  const { clock, timeZone, firstDay, lastDay, weekdays, saturday, sunday } = schedule;
  if (firstDay !== undefined && lastDay !== undefined && lastDay < firstDay)
    problem(['schedule', 'lastDay'], `is before the first day, ${firstDay}`, lastDay);
  if ([weekdays, saturday, sunday].every((hours) => hours === ''))
    problem(['schedule'], 'has no hours on any day: nobody would be called', undefined);
  if (clock === 'called' && timeZone !== undefined && firstDay === undefined && lastDay === undefined)
    problem(
      ['schedule', 'timeZone'],
      'is for hours by the clock of the agency, and for first and last day: remove it',
      timeZone,
    );
  if (compliance.policies.some(({ id }) => id === 'client.schedule'))
    problem(['compliance', 'policies'], "must not use the id 'client.schedule': choose another", undefined);
}

/** Shares of lists, and what an order needs. */
function checkLeads({ leads, lists }: CampaignFile, problem: Problem): void {
  if (leads.order === 'score' && leads.score === undefined)
    problem(['leads', 'score'], 'is missing: order score needs the number by which leads go', undefined);
  if (leads.order !== 'random' && leads.seed !== undefined)
    problem(['leads', 'seed'], 'is for order random: remove it, or change the order', leads.seed);
  const priorities = new Set(lists.map(({ priority = 0 }) => priority));
  for (const priority of priorities) {
    const level = lists.filter((list) => (list.priority ?? 0) === priority);
    const shared = level.flatMap(({ share }) => share ?? []);
    const sum = shared.reduce((all, share) => all + share, 0);
    if (shared.length === 0) continue;
    if (shared.length < level.length)
      problem(
        ['lists'],
        'have a share on some lists of one priority only: give each one, or none',
        undefined,
      );
    else if (Math.abs(sum - 1) > SHARES_ROUNDING)
      problem(['lists'], `have shares that add up to ${sum.toFixed(3)}: make them 1 in all`, sum);
  }
}

/** Rules name endings that a call of the campaign can have: another one would never open a lead. */
function checkRecycling({ leads, dispositions }: CampaignFile, problem: Problem): void {
  const codes = (dispositions ?? DEFAULT_DISPOSITIONS).map(({ code }) => code);
  const allowed = [...new Set([...codes, ...Object.keys(OUTCOMES)])];
  leads.recycle?.rules.forEach(({ endings }, rule) => {
    endings.forEach((ending, index) => {
      if (!allowed.includes(ending))
        problem(
          ['leads', 'recycle', 'rules', rule, 'endings', index],
          `is no disposition of the campaign and no outcome: use one of ${allowed.join(', ')}`,
          ending,
        );
    });
  });
}

/** Shares such as three times 0.333 are meant to be 1. */
const SHARES_ROUNDING = 0.01;

/** Every choice leads to a page, and every page can be reached. */
function checkScript({ script }: CampaignFile, problem: Problem): void {
  if (!script) return;
  const ids = script.pages.map(({ id }) => id);
  for (const id of repeated(ids))
    problem(['script', 'pages'], `has two pages with the id '${id}': give each its own`, id);
  const named = new Set<string>(ids.slice(0, 1));
  script.pages.forEach(({ id, choices }, index) => {
    choices.forEach(({ page }, choice) => {
      if (page !== id) named.add(page);
      if (!ids.includes(page))
        problem(
          ['script', 'pages', index, 'choices', choice, 'page'],
          `is not a page of the script: use one of ${ids.join(', ')}`,
          page,
        );
    });
  });
  ids.forEach((id, index) => {
    if (!named.has(id))
      problem(
        ['script', 'pages', index],
        `is a page ('${id}') to which no other page leads: name it in a choice, or remove it`,
        id,
      );
  });
}

function checkInbound({ inbound, mode }: CampaignFile, problem: Problem): void {
  if (!inbound) return;
  if (inbound.hours !== null && inbound.closed === undefined)
    problem(['inbound', 'closed'], 'is missing: callers outside the hours need something to hear', undefined);
  if (mode === 'agentless')
    problem(['inbound'], 'is for campaigns with agents: remove it, or change the mode', undefined);
}

function checkFlows(file: CampaignFile, problem: Problem): void {
  if (file.mode === 'agentless' && file.flows.agentless === undefined)
    problem(['flows', 'agentless'], 'is missing: agentless mode needs the flow that a call hears', undefined);
  if (file.machineDetection?.onMachine === 'voicemail' && file.flows.voicemail === undefined) {
    problem(
      ['flows', 'voicemail'],
      "is missing: machineDetection.onMachine 'voicemail' needs the message for machines",
      undefined,
    );
  }
}

/** Flows that agents give customers to are flows of the file, each named once. */
function checkGivenFlows({ flows, conversations }: CampaignFile, problem: Problem): void {
  const known = Object.keys(flows.named);
  const names = conversations.flows.map(({ name }) => name);
  names.forEach((name, index) => {
    if (known.includes(name)) return;
    const there = known.length === 0 ? 'the section has none' : `use one of ${known.join(', ')}`;
    problem(['conversations', 'flows', index, 'name'], `is no flow of flows.named: ${there}`, name);
  });
  for (const name of repeated(names))
    problem(['conversations', 'flows'], `has the flow '${name}' twice: name it once`, name);
  known.forEach((name) => {
    if (!names.includes(name))
      problem(
        ['flows', 'named', name],
        'is given to nobody: name it in conversations.flows, or remove it',
        undefined,
      );
  });
}

function checkNames(file: CampaignFile, problem: Problem): void {
  for (const id of repeated(file.lists.map((list) => list.id)))
    problem(['lists'], `has two lists with the id '${id}': give each its own`, id);
  for (const id of repeated(file.agents.people.map((agent) => agent.id)))
    problem(['agents', 'people'], `has two agents with the id '${id}': give each its own`, id);
}

function checkDoNotCall({ doNotCall, countries }: CampaignFile, problem: Problem): void {
  const { lists } = doNotCall;
  repeated(lists.map(listNameOf)).forEach((name) =>
    problem(['doNotCall', 'lists'], `has two lists named '${name}': give each its own name`, name),
  );
  lists.forEach((list, index) => {
    if (list.scope === 'national' && list.country === undefined && countries.length > 1)
      problem(
        ['doNotCall', 'lists', index, 'country'],
        `is missing: the campaign calls ${countries.join(', ')}, so say whose registry it is`,
        undefined,
      );
    if (list.scope !== 'national' && list.country !== undefined)
      problem(
        ['doNotCall', 'lists', index, 'country'],
        'is for national lists only: remove it, or set scope to national',
        list.country,
      );
    for (const field of ['purposes', 'voices'] as const)
      if (list.scope === 'national' && list[field] !== undefined)
        problem(
          ['doNotCall', 'lists', index, field],
          'is not for national lists: the law of the country says what its registry bars; remove it',
          list[field],
        );
    if (list.scope === 'state' && list.region === undefined && list.name === undefined)
      problem(
        ['doNotCall', 'lists', index, 'region'],
        "is missing: say which state's list it is, e.g. FL",
        undefined,
      );
  });
}

function checkShares(file: CampaignFile, problem: Problem): void {
  const { answerShare, machineShare, busyShare, invalidShare } = file.simulation;
  const sum = answerShare + machineShare + busyShare + invalidShare;
  if (sum > 1)
    problem(
      ['simulation'],
      `has shares that add up to ${sum.toFixed(2)}: lower answerShare, machineShare, ` +
        'busyShare or invalidShare to 1 in all; the rest rings unanswered',
      sum,
    );
}

function checkDispositions(file: CampaignFile, problem: Problem): void {
  if (!file.dispositions) return;
  const codes = file.dispositions.map((disposition) => disposition.code);
  repeated(codes).forEach((code) =>
    problem(['dispositions'], `has the code '${code}' twice: give each its own`, code),
  );
  if (!codes.includes(file.wrapUp.disposition)) {
    problem(
      ['wrapUp', 'disposition'],
      `is not one of the dispositions of this file: use one of ${codes.join(', ')}`,
      file.wrapUp.disposition,
    );
  }
}

function checkTrunks(file: CampaignFile, problem: Problem): void {
  if (file.telephony.kind !== 'asterisk') return;
  const servers = serversOf(file.telephony);
  repeated(servers.map(({ name }) => name)).forEach((name) =>
    problem(['telephony', 'moreServers'], `has two servers named '${name}': give each its own name`, name),
  );
  for (const { trunks, trunksPath } of servers.filter(hasOwnTrunks)) {
    repeated(trunks.map(({ name }) => name)).forEach((name) =>
      problem([...trunksPath], `has two trunks named '${name}': give each its own name`, name),
    );
    trunks.forEach((trunk, index) => {
      if (trunk.numberFormat === 'national' && !trunk.destinations)
        problem(
          [...trunksPath, index, 'numberFormat'],
          "needs destinations, to know which country code to leave out: add destinations, e.g. ['1']",
          'national',
        );
    });
  }
  const names = [...new Set(servers.flatMap(({ trunks }) => trunks.map(({ name }) => name)))];
  if (file.trunk !== undefined && !names.includes(file.trunk))
    problem(['trunk'], `is not a trunk of this file: use one of ${names.join(', ')}`, file.trunk);
}

/** The first server, and those whose trunks stand beside them in the file. */
function hasOwnTrunks({ path, trunksPath }: ServerEntry, index: number): boolean {
  return index === 0 || trunksPath.length > path.length;
}

function checkStations(file: CampaignFile, problem: Problem): void {
  const rules = { stations: stationsOf(file), ...defined({ trunk: file.trunk }) };
  file.agents.people.forEach(({ id, station }, index) => {
    const refusal = stationRefusal(rules, station ?? id);
    if (refusal !== null)
      problem(['agents', 'people', index, 'station'], `cannot be rung: ${refusal}`, station ?? id);
  });
}

function repeated(names: readonly string[]): string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const name of names) (seen.has(name) ? twice : seen).add(name);
  return [...twice];
}
