/** Calling hours of Regulation F, and locations that conflict. */
import type { Context } from '../../../../engine/context.js';
import { rule, type Refused, type Rule } from '../../../../engine/rule.js';
import { everyDay, isOpen, spansOn, type Schedule, type Span } from '../../../../engine/schedule.js';
import { callingWindow } from '../../../../rules/calling-window.js';
import { regulationF } from '../../sources.js';
import { DEBT, isOutside } from './terms.js';

/** Convenient hours where the collector knows no other. */
const HOURS: Schedule = everyDay('08:00-21:00');

/** Collection calls from 8 to 21 at the consumer's location. */
export const collectionHours: Rule = callingWindow({
  id: 'us.regf.hours',
  jurisdiction: 'US',
  title: 'Collection calls only from 8 a.m. to 9 p.m. local time',
  citation: '12 CFR 1006.6(b)(1)(i)',
  purposes: DEBT,
  parameter: {
    unit: "local time at the consumer's location",
    values: [
      {
        from: '2021-11-30',
        value: HOURS,
        source: regulationF('1006.6(b)(1)(i), (b)(4)'),
        verification: 'primary',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  lifted: isOutside,
});

/** With conflicting locations the time must be convenient in each. */
export const locationConflict: Rule = rule({
  id: 'us.regf.location_conflict',
  jurisdiction: 'US',
  title: 'With conflicting locations, only times convenient in all',
  citation: '12 CFR 1006.6, comment 6(b)(1)(i)-2',
  purposes: DEBT,
  parameter: {
    unit: 'text',
    values: [
      {
        from: '2021-11-30',
        value: 'all indicated places',
        source: regulationF('comment 6(b)(1)(i)-2'),
        verification: 'primary',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  check: refuseConflict,
  remarks:
    'The address, the number called and every other number of the person (lead.otherPhones) ' +
    'indicate a place; a confirmed zone settles it.',
});

/**
 * Refuses where the hours are open in one indicated place and not in another; where the hours do not apply (a
 * creditor) nothing conflicts.
 */
function refuseConflict(context: Context, at: number): Refused | undefined {
  const spans = (day: number): readonly Span[] => spansOn(HOURS, day);
  const open = context.zones.filter((zone) => isOpen(spans, zone, at)).length;
  if (open === 0 || open === context.zones.length) return undefined;
  const hours = collectionHours.check?.(context, at);
  return hours
    ? {
        until: hours.until,
        because:
          `The location is ambiguous (${context.zones.map((zone) => zone.id).join(', ')}): ` +
          'the time must be convenient in every indicated place.',
      }
    : undefined;
}
