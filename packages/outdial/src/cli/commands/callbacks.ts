/** `outdial callbacks`: scheduled callbacks are listed, moved and cancelled. */
import { defined } from '@outdial/core';
import {
  cancelCallback,
  listCallbacks as readCallbacks,
  moveCallback as change,
  type CallbackChange,
  type ScheduledCallback,
} from '@outdial/store';
import Table from 'cli-table3';
import { instantText, zonedText, zoneName } from '../../local-time/instant-in-zone.js';
import { boundOf, instantOf } from '../clock.js';
import { CommandError } from '../command-errors.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import type { CommandIo } from '../io.js';
import { moreText } from '../more-text.js';
import type {
  CallbacksCancelGiven,
  CallbacksListGiven,
  CallbacksMoveGiven,
} from '../syntax/callback-commands.js';
import { withStore } from '../with-store.js';

/** `outdial callbacks list`: shows numbers, because that is what was asked for. */
export async function listCallbacks(io: CommandIo, options: CallbacksListGiven): Promise<ExitCode> {
  return withStore(io, options.campaign, async (store, { file: { lists, timeZone } }) => {
    const { agent, from, to, limit } = options;
    // One more than is shown says whether there are more.
    const filter = defined({
      agentId: agent,
      from: from === undefined ? undefined : boundOf(from, timeZone, 'begins'),
      to: to === undefined ? undefined : boundOf(to, timeZone, 'ends'),
      limit: limit + 1,
    });
    const found: ScheduledCallback[] = [];
    for (const { id: listId } of lists) found.push(...(await readCallbacks(store, { ...filter, listId })));
    const shown = found.sort((a, b) => a.at - b.at).slice(0, limit);
    const table = new Table({
      head: [`due (${zoneName(timeZone)})`, 'agent', 'lead', 'account', 'number', 'note', 'state'],
      style: { head: [], border: [], compact: true },
    });
    for (const callback of shown) table.push(rowOf(callback, timeZone, store.clock()));
    io.out.write(shown.length === 0 ? 'No callbacks.\n' : `${table.toString()}\n`);
    if (found.length > limit) io.out.write(moreText(limit));
    return EXIT.done;
  });
}

function rowOf(callback: ScheduledCallback, timeZone: string, now: number): string[] {
  const { at, agentId, leadId, account, phone, note, claimed } = callback;
  const state = claimed ? 'being called' : at <= now ? 'due' : '';
  return [
    zonedText(at, timeZone, 'minute'),
    agentId ?? 'anybody',
    leadId,
    account ?? '',
    phone ?? '',
    note ?? '',
    state,
  ];
}

/** `outdial callbacks move`. */
export async function moveCallback(io: CommandIo, options: CallbacksMoveGiven): Promise<ExitCode> {
  return withStore(io, options.campaign, async (store, { file: { timeZone } }) => {
    const { lead, agent, anybody } = options;
    const at = instantOf(options.at, store.clock());
    const agentId = anybody ? null : agent;
    const done = await change(store, lead, { at, ...defined({ agentId }) });
    refuseUnchanged(lead, done);
    const whom = agentId === undefined ? '' : agentId === null ? ', for anybody' : `, for ${agentId}`;
    io.out.write(`The callback of lead ${lead} is due at ${instantText(at, timeZone)}${whom}.\n`);
    return EXIT.done;
  });
}

/** `outdial callbacks cancel`. */
export async function cancel(io: CommandIo, options: CallbacksCancelGiven): Promise<ExitCode> {
  return withStore(io, options.campaign, async (store) => {
    refuseUnchanged(options.lead, await cancelCallback(store, options.lead, options.why));
    io.out.write(`Lead ${options.lead} has no callback any more; it is dialed as an ordinary lead.\n`);
    return EXIT.done;
  });
}

function refuseUnchanged(lead: string, change: CallbackChange): void {
  if (change.done) return;
  const why = change.reason === 'claimed' ? 'a campaign is calling it' : 'it has none';
  throw new CommandError('callback-unchanged', { lead, why });
}
