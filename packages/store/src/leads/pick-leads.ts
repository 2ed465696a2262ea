/** Picks and locks the leads that a campaign dials next, in dial order. */
import { defined } from '@outdial/core';
import type { ClaimCommand } from '@outdial/core';
import type { Db, Tx } from '../database/engine.js';
import { preparedQuery } from '../database/prepared.js';
import type { Given } from '../database/prepared.js';
import { anybodysSince } from './callback-for-anybody.js';
import type { ClaimContext } from './claim-context.js';
import type { Picked } from './picked.js';
import { FIRST_ORDER, openGroups } from './dial-order.js';
import { CAMPAIGN_COLUMNS } from './lead-row.js';
import { idsOf } from './lists-of-campaign.js';
import type { ListToClaim } from './lists-of-campaign.js';
import { findNamedLeads } from './named-numbers.js';
import { dueCallbacks } from './pick-callbacks.js';
import type { DueCallbacks } from './pick-callbacks.js';
import { pickFirst } from './pick-first.js';
import { pickPlaceGroup } from './pick-place-group.js';
import { promoteDueLeads } from './promote.js';

/** Most leads handed out at once, however many are asked for. */
const CLAIM_MOST = 2_000;
/** A key that no place has: a list of a statement is never empty. */
const NOWHERE = '';
/** Agents whose own callbacks are looked for. */
const AGENTS_MOST = 1_000;

const lockOne = preparedQuery(
  (db: Db, { leadId, lists }: Given<{ leadId: string; lists: readonly string[] }>) =>
    db
      .selectFrom('leads')
      .select(CAMPAIGN_COLUMNS)
      .where('lead_id', '=', leadId)
      .where('list_id', 'in', lists)
      .where('state', 'in', ['ready', 'waiting', 'callback'])
      .forUpdate()
      .skipLocked(),
);

/** The one lead that was asked for, if it may be dialed. */
export async function pickOne(tx: Tx, leadId: string, lists: readonly string[]): Promise<Picked> {
  const rows = await lockOne.all(tx, { leadId, lists });
  return new Map(rows.map((row) => [row.lead_id, { closesAt: null, row }]));
}

/**
 * The places of lists with the first dial order of what is ready there, which says whether leads were pushed
 * to the front. It is compared outside the statement, where MariaDB would read every lead of the place.
 */
const selectPlaces = preparedQuery((db: Db, { lists }: Given<{ lists: readonly string[] }>) =>
  db
    .selectFrom('places as p')
    .select((eb) => [
      'p.list_id',
      'p.place',
      eb
        .selectFrom('leads as l')
        .select('l.dial_order')
        .whereRef('l.list_id', '=', 'p.list_id')
        .where('l.state', '=', 'ready')
        .whereRef('l.place', '=', 'p.place')
        .orderBy('l.dial_order')
        .limit(1)
        .as('first_order'),
    ])
    .where('p.list_id', 'in', lists),
);

function hasFirst({ first_order: order }: { readonly first_order: number | null }): boolean {
  return order !== null && order <= FIRST_ORDER;
}

/** Leads pushed to the front, due callbacks, then places about to close, then priority, then age. */
export async function pickLeads(
  context: ClaimContext,
  tx: Tx,
  command: ClaimCommand,
  toClaim: readonly ListToClaim[],
): Promise<Picked> {
  const count = Math.min(command.count, CLAIM_MOST);
  const picked: Picked = new Map();
  if (count <= 0) return picked;

  const lists = idsOf(toClaim);
  const withDue = idsOf(toClaim.filter((list) => list.hasDue));
  if (withDue.length > 0) await promoteDueLeads(tx, withDue, command.at);
  if (command.onlyNumbers !== undefined) {
    await pickNamed(context, tx, { ...command, numbers: command.onlyNumbers, count }, lists, picked);
    return picked;
  }
  const rows = await selectPlaces.all(tx, { lists });
  const groups = openGroups([...new Set(rows.map((row) => row.place))], context.windows, command.at);
  const withFirst = new Set(rows.filter(hasFirst).map((row) => row.place));
  const { at } = command;
  const { selected } = context;
  if (withFirst.size > 0)
    await pickFirst(tx, groups, lists, withFirst, defined({ count, at, statement: selected?.first }), picked);
  const withCallbacks = idsOf(toClaim.filter((list) => list.hasCallbacks));
  if (picked.size < count && withCallbacks.length > 0) {
    const outside = rows.map(({ place }) => place).filter((place) => context.windows?.isOutside(place));
    const from = { lists: withCallbacks, outside: [...new Set([NOWHERE, ...outside])] };
    await pickCallbacks(context, tx, command, count - picked.size, from, picked);
  }

  if (selected) {
    await selected.pick(tx, { lists, count, at }, picked);
    return picked;
  }
  for (const group of groups) {
    if (picked.size >= count) break;
    const within = new Set(group.places);
    const places = rows.filter((row) => within.has(row.place));
    await pickPlaceGroup(context.engine, tx, { closesAt: group.closesAt, places }, count, picked);
  }
  return picked;
}

const lockCallbacks = preparedQuery((db: Db, given: Given<DueCallbacks>) => dueCallbacks(db, given, null));

async function pickCallbacks(
  context: ClaimContext,
  tx: Tx,
  command: ClaimCommand,
  count: number,
  from: { readonly lists: readonly string[]; readonly outside: readonly string[] },
  picked: Picked,
): Promise<void> {
  const agentIds = command.agentIds.slice(0, AGENTS_MOST);
  const { at } = command;
  const anybodys = anybodysSince(at, context.callbacksToAnybodyAfterMs);
  const rows = await (context.selected?.callbacks ?? lockCallbacks).all(tx, {
    ...from,
    at,
    anybodys,
    agentIds,
    count,
  });
  for (const row of rows) picked.set(row.lead_id, { closesAt: null, row });
}

/** Before the campaign is live: leads of its allow-list alone, where their place may be called now. */
async function pickNamed(
  context: ClaimContext,
  tx: Tx,
  claim: Pick<ClaimCommand, 'agentIds' | 'at' | 'count'> & { readonly numbers: readonly string[] },
  lists: readonly string[],
  picked: Picked,
): Promise<void> {
  const { at, count, numbers } = claim;
  const agentIds = claim.agentIds.slice(0, AGENTS_MOST);
  const anybodys = anybodysSince(at, context.callbacksToAnybodyAfterMs);
  const named = await findNamedLeads(tx, { lists, numbers, agentIds, anybodys, at, lock: true });
  const ids = named.map((lead) => lead.lead_id);
  const matching = await context.selected?.matching(tx, ids, at);
  for (const lead of named) {
    if (picked.size >= count) return;
    if (matching && !matching.has(lead.lead_id)) continue;
    if (context.windows?.isOutside(lead.place)) continue;
    const window = context.windows?.at(lead.place, at);
    if (lead.state === 'callback' || window === undefined) picked.set(lead.lead_id, { closesAt: null });
    else if (window.open) picked.set(lead.lead_id, { closesAt: window.changesAt });
  }
}
