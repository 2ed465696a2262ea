/** `outdial ctl`: steers a running campaign through its control interface. */
import Table from 'cli-table3';
import { z } from 'zod';
import { zonedText, zoneName } from '../../local-time/instant-in-zone.js';
import { controlClient, type ControlClient } from '../control-client.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { findCampaign } from '../find-campaign.js';
import type { CommandIo } from '../io.js';
import type {
  CtlAgentsGiven,
  CtlModeGiven,
  CtlPauseGiven,
  CtlResumeGiven,
  CtlSpeedGiven,
} from '../syntax/ctl-commands.js';
import { plainNumber } from '../syntax/plain-number.js';

/** `outdial ctl mode`. */
export async function mode(io: CommandIo, options: CtlModeGiven): Promise<ExitCode> {
  const client = await clientOf(io, options.campaign);
  const before = statistics.parse(await client.get('/v1/statistics'));
  await client.post('/v1/campaign/mode', { mode: options.mode });
  io.out.write(`The campaign dials in ${options.mode} mode now; before: ${before.mode}.\n`);
  return EXIT.done;
}

/** `outdial ctl speed`. */
export async function speed(io: CommandIo, options: CtlSpeedGiven): Promise<ExitCode> {
  const client = await clientOf(io, options.campaign);
  const isAuto = options.speed === 'auto';
  const given = plainNumber(options.speed);
  // What is not a number is sent as it stands: the campaign's answer names it and says what to write.
  await client.post('/v1/campaign/speed', {
    speed: isAuto ? null : Number.isNaN(given) ? options.speed : given,
  });
  io.out.write(
    isAuto ? 'The pacer decides the speed now.\n' : `The campaign dials ${given} calls per free agent now.\n`,
  );
  return EXIT.done;
}

/** `outdial ctl pause`. */
export async function pause(io: CommandIo, options: CtlPauseGiven): Promise<ExitCode> {
  const client = await clientOf(io, options.campaign);
  await client.post('/v1/campaign/pause', { reason: options.why });
  const { callsInFlight, callsWithAgents } = statistics.parse(await client.get('/v1/statistics'));
  io.out.write(
    `The campaign is paused: no new calls until 'outdial ctl resume'. ` +
      `Going on: ${callsWithAgents} with agents, ${callsInFlight} others.\n`,
  );
  return EXIT.done;
}

/** `outdial ctl resume`. */
export async function resume(io: CommandIo, options: CtlResumeGiven): Promise<ExitCode> {
  const client = await clientOf(io, options.campaign);
  await client.post('/v1/campaign/resume', {});
  const { sentence } = explanation.parse(await client.get('/v1/explanation'));
  io.out.write(`The campaign dials again.\n${sentence === null ? '' : `${sentence}\n`}`);
  return EXIT.done;
}

/** `outdial ctl agents`. */
export async function agents(io: CommandIo, options: CtlAgentsGiven): Promise<ExitCode> {
  const campaign = await findCampaign(io, options.campaign);
  const { timeZone } = campaign.file;
  const found = agentList.parse(await controlClient(io, campaign).get('/v1/agents'));
  if (options.json) {
    io.out.write(`${JSON.stringify(found, null, 2)}\n`);
    return EXIT.done;
  }
  const table = new Table({
    head: ['agent', 'state', `since (${zoneName(timeZone)})`, 'code', 'station'],
    style: { head: [], border: [], compact: true },
  });
  for (const { agentId, state, since, code, station } of found)
    table.push([agentId, state, zonedText(since, timeZone, 'second'), code ?? '', station]);
  io.out.write(found.length === 0 ? 'No agent is logged in.\n' : `${table.toString()}\n`);
  return EXIT.done;
}

async function clientOf(io: CommandIo, campaign: string | undefined): Promise<ControlClient> {
  return controlClient(io, await findCampaign(io, campaign));
}

const statistics = z.object({ mode: z.string(), callsInFlight: z.number(), callsWithAgents: z.number() });
const explanation = z.object({ sentence: z.string().nullable() });
const agentList = z.array(
  z.object({
    agentId: z.string(),
    state: z.string(),
    since: z.number(),
    code: z.string().nullable(),
    station: z.string(),
  }),
);
