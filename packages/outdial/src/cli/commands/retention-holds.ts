/** `outdial retention hold`, `holds` and `release`: legal holds. */
import { zonedText, zoneName } from '../../local-time/instant-in-zone.js';
import {
  CAMPAIGN_KEY,
  endStandingOrder,
  EVERYTHING,
  giveStandingOrder,
  readStandingOrders,
  type Store,
} from '@outdial/store';
import Table from 'cli-table3';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { readSubjectToState } from '../fact-values.js';
import type { CommandIo } from '../io.js';
import type {
  RetentionHoldGiven,
  RetentionHoldsGiven,
  RetentionReleaseGiven,
} from '../syntax/retention-commands.js';
import { withStore } from '../with-store.js';

const CAMPAIGN = 'campaign:';

/** `outdial retention hold`. */
export async function setHold(io: CommandIo, options: RetentionHoldGiven): Promise<ExitCode> {
  return withStore(
    io,
    options.campaign,
    async (store, { file }) => {
      const subjects = await subjectsOf(store, options.who, file.countries[0]);
      for (const subject of subjects)
        await giveStandingOrder(store, {
          kind: 'legal-hold',
          subject,
          at: store.clock(),
          reason: options.why,
        });
      io.out.write(
        `Held: ${subjects.map(subjectWords).join(', ')}. Nothing of it is erased until it is released.\n`,
      );
      return EXIT.done;
    },
    options.by,
  );
}

/** A number is held as a number, and so are the persons who have it now. */
async function subjectsOf(
  store: Store,
  who: string,
  country: string | undefined,
): Promise<readonly string[]> {
  if (who === EVERYTHING) return [EVERYTHING];
  if (who.startsWith(CAMPAIGN)) return [`${CAMPAIGN_KEY}${who.slice(CAMPAIGN.length)}`];
  const { phone, persons } = await readSubjectToState(store, who, country);
  return [...(phone === null ? [] : [`n:${phone}`]), ...persons.map(({ personId }) => `p:${personId}`)];
}

/** `outdial retention holds`. */
export async function listHolds(io: CommandIo, options: RetentionHoldsGiven): Promise<ExitCode> {
  return withStore(io, options.campaign, async (store, { file: { timeZone } }) => {
    const holds = await readStandingOrders(store, 'legal-hold');
    const table = new Table({
      head: ['id', 'about', `since (${zoneName(timeZone)})`, 'reason', 'released'],
      style: { head: [], border: [], compact: true },
    });
    for (const { orderId, subject, at, reason, endedAt, endedWhy } of holds)
      table.push([
        orderId,
        subjectWords(subject),
        zonedText(at, timeZone, 'minute'),
        reason,
        endedAt === null ? '' : `${zonedText(endedAt, timeZone, 'minute')}: ${endedWhy ?? ''}`,
      ]);
    if (options.json) io.out.write(`${JSON.stringify(holds, null, 2)}\n`);
    else io.out.write(holds.length === 0 ? 'No legal hold.\n' : `${table.toString()}\n`);
    return EXIT.done;
  });
}

/** A held number, person or campaign, as people read it. */
function subjectWords(subject: string): string {
  if (subject.startsWith('n:')) return `number ${subject.slice(2)}`;
  if (subject.startsWith('p:')) return `person ${subject.slice(2)}`;
  return subject.startsWith(CAMPAIGN_KEY) ? `campaign ${subject.slice(CAMPAIGN_KEY.length)}` : 'everything';
}

/** `outdial retention release`. */
export async function releaseHold(io: CommandIo, options: RetentionReleaseGiven): Promise<ExitCode> {
  return withStore(
    io,
    options.campaign,
    async (store) => {
      const isReleased = await endStandingOrder(store, options.id, options.why);
      io.out.write(isReleased ? 'Released, and on record.\n' : `No hold ${options.id} is in force.\n`);
      return isReleased ? EXIT.done : EXIT.findings;
    },
    options.by,
  );
}
