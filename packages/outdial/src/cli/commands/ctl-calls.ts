/** `outdial ctl calls`, `outdial ctl hang-up`: the calls of a running campaign, and the end of one. */
import Table from 'cli-table3';
import { z } from 'zod';
import { zonedText, zoneName } from '../../local-time/instant-in-zone.js';
import { controlClient } from '../control-client.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { findCampaign } from '../find-campaign.js';
import type { CommandIo } from '../io.js';
import type { CtlCallsGiven, CtlHangUpGiven } from '../syntax/ctl-commands.js';

/** `outdial ctl calls`. */
export async function calls(io: CommandIo, options: CtlCallsGiven): Promise<ExitCode> {
  const campaign = await findCampaign(io, options.campaign);
  const { timeZone } = campaign.file;
  const found = callList.parse(await controlClient(io, campaign).get('/v1/calls'));
  if (options.json) {
    io.out.write(`${JSON.stringify(found, null, 2)}\n`);
    return EXIT.done;
  }
  const table = new Table({
    head: ['attempt', 'number', 'stage', `since (${zoneName(timeZone)})`, 'agent'],
    style: { head: [], border: [], compact: true },
  });
  for (const { attemptId, phoneEnd, stage, conversation, openedAt, connectedAt, agentId } of found)
    table.push([
      attemptId,
      `…${phoneEnd}`,
      conversation ?? stage,
      zonedText(connectedAt ?? openedAt, timeZone, 'second'),
      agentId ?? '',
    ]);
  io.out.write(found.length === 0 ? 'No call goes on.\n' : `${table.toString()}\n`);
  return EXIT.done;
}

/** `outdial ctl hang-up`. */
export async function hangUp(io: CommandIo, { campaign, attempt, why }: CtlHangUpGiven): Promise<ExitCode> {
  const client = controlClient(io, await findCampaign(io, campaign));
  await client.post('/v1/campaign/hang-up', { attemptId: attempt, reason: why });
  io.out.write(`The call ${attempt} is being hung up.\n`);
  return EXIT.done;
}

const callList = z.array(
  z.object({
    attemptId: z.string(),
    mode: z.string(),
    stage: z.string(),
    conversation: z.string().nullable(),
    phoneEnd: z.string(),
    agentId: z.string().nullable(),
    openedAt: z.number(),
    answeredAt: z.number().nullable(),
    connectedAt: z.number().nullable(),
  }),
);
