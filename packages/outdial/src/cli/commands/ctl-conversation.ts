/** `outdial ctl conversation`: orders about conversations, for supervisors at a terminal. */
import { defined } from '@outdial/core';
import { controlClient } from '../control-client.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { findCampaign } from '../find-campaign.js';
import type { CommandIo } from '../io.js';
import type { CtlConversationGiven } from '../syntax/ctl-commands.js';

/** Orders that go to somebody. */
const HAND_ON: ReadonlySet<string> = new Set(['consult', 'transfer']);

/** `outdial ctl conversation`. */
export async function conversation(io: CommandIo, given: CtlConversationGiven): Promise<ExitCode> {
  const { agent, order } = given;
  const client = controlClient(io, await findCampaign(io, given.campaign));
  const path = `/v1/agents/${encodeURIComponent(agent)}/${encodeURIComponent(order)}`;
  await client.post(path, fieldsOf(given));
  io.out.write(`Accepted: ${order}, as ${agent}.\n`);
  return EXIT.done;
}

/** The fields of the order. What does not belong to it is sent all the same: the answer names it. */
function fieldsOf(given: CtlConversationGiven): Readonly<Record<string, unknown>> {
  const {
    order,
    to,
    name,
    number,
    flow,
    asked: isAsked,
    watched,
    how,
    digits,
    parked,
    state,
    ground,
  } = given;
  const skills = given.skills !== undefined && given.skills.length > 0 ? given.skills : undefined;
  const queue = { kind: 'queue', ...defined({ skills }) };
  const agent = to === undefined ? undefined : { kind: 'agent', agentId: to, ...defined({ skills }) };
  const contact = name === undefined ? undefined : { kind: 'named', name };
  const typed = number === undefined ? undefined : { kind: 'number', phone: number };
  const ofFlow =
    flow === undefined ? undefined : { kind: 'flow', name: flow, ...(isAsked ? { asked: true } : {}) };
  const target =
    agent ?? contact ?? typed ?? ofFlow ?? (HAND_ON.has(order) || skills !== undefined ? queue : undefined);
  return defined({ target, watchedId: watched, how, digits, parkedAttemptId: parked, state, ground });
}
