/** Lists of leads drawn from a seed. */
import type { Lead, LeadPhone } from '@outdial/core';
import { createRandom } from '../random/random-source.js';

/** What a list is like. Shares 0..1. */
export interface SimulatedListOptions {
  readonly seed: number;
  readonly leads: number;
  readonly listId?: string;
  /** Which fictional person comes first: lists that overlap have numbers in common. Default 0. */
  readonly firstPerson?: number;
  /** Share of persons with a second and a third number. Default 0.2. */
  readonly alternateShare?: number;
  /** Share of leads that are a second entry of a person on the list: same person, same numbers. Default 0. */
  readonly doubledShare?: number;
  /** Skills that a lead may ask for, and the share that asks for one. Default none. */
  readonly skills?: readonly string[];
  readonly skillShare?: number;
  /** Agents who own leads, and the share that is owned. Default none. */
  readonly owners?: readonly string[];
  readonly ownerShare?: number;
}

/** Area codes 2xx to 8xx that are neither service codes (N11) nor expansion codes (N9x). */
const AREA_CODES: readonly number[] = Array.from({ length: 700 }, (_, index) => 200 + index).filter(
  (code) => code % 100 !== 11 && Math.floor(code / 10) % 10 !== 9,
);

/** The most leads that a list can have: so many fictional numbers there are. */
export const SIMULATED_LEADS_MOST: number = Math.floor((AREA_CODES.length * 100) / 3);

/**
 * Leads with fictional numbers: exchange 555, lines 0100 to 0199, set aside for fiction in every North
 * American area code (Alliance for Telecommunications Industry Solutions, ATIS-0300115).
 */
export function createSimulatedList(options: SimulatedListOptions): readonly Lead[] {
  const {
    seed,
    leads,
    listId = 'list',
    firstPerson = 0,
    alternateShare = 0.2,
    doubledShare = 0,
    skills = [],
    skillShare = 0,
    owners = [],
    ownerShare = 0,
  } = options;
  if (firstPerson + leads > SIMULATED_LEADS_MOST)
    throw new RangeError(
      `simulated list: ${String(leads)} leads asked for, at most ${String(SIMULATED_LEADS_MOST)} ` +
        'fictional numbers are enough for',
    );
  const stream = createRandom(seed).stream('list', listId);
  const list: Lead[] = [];
  for (let index = 0; index < leads; index += 1) {
    const [doubled, alternates, skilled, owned] = [
      stream.chance(doubledShare),
      stream.chance(alternateShare),
      stream.chance(skillShare),
      stream.chance(ownerShare),
    ];
    const twin = doubled && list.length > 0 ? stream.pick(list) : undefined;
    const phones: readonly LeadPhone[] =
      twin?.phones ?? numbersOf(firstPerson + index, alternates ? 2 + stream.integer(2) : 1);
    list.push({
      leadId: `${listId}-${String(index)}`,
      personId: twin?.personId ?? `${listId}-person-${String(index)}`,
      listId,
      phones,
      phoneIndex: 0,
      reason: 'fresh',
      priority: stream.integer(3),
      skills: skilled && skills.length > 0 ? [stream.pick(skills)] : [],
      ...(owned && owners.length > 0 ? { ownerAgentId: stream.pick(owners) } : {}),
      attempts: 0,
      attemptsByOutcome: {},
      recentAttempts: [],
      fields: { name: `Person ${String(index)}` },
    });
  }
  return list;
}

function numbersOf(person: number, count: number): readonly LeadPhone[] {
  return Array.from({ length: count }, (_, index) => {
    const serial = person * 3 + index;
    const area = AREA_CODES[Math.floor(serial / 100)] ?? 0;
    return { phone: `+1${String(area)}55501${String(serial % 100).padStart(2, '0')}`, open: true };
  });
}
