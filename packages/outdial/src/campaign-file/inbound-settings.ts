/** From the `inbound` section to the engine's settings. */
import {
  messageFlow,
  type InboundHours,
  type InboundSettings,
  type OpenSpan,
  type WeekDay,
} from '@outdial/core';
import type { CampaignFile, InboundSection } from './types.js';

const SECOND = 1000;
const DAY_MINUTES = 24 * 60;
const WORKDAYS: readonly WeekDay[] = ['mon', 'tue', 'wed', 'thu', 'fri'];

/** The engine's settings of calls that come in. */
export function toInbound(
  file: Pick<CampaignFile, 'agents' | 'callerNumber' | 'timeZone'>,
  section: InboundSection,
): InboundSettings {
  const { announcements, callback } = section;
  return {
    numbers: section.numbers ?? [file.callerNumber],
    hours: section.hours && toHours(section.hours, file.timeZone),
    closedFlow: messageFlow({ id: 'closed', media: section.closed ?? section.overflow }),
    mostWaiting: section.mostWaiting,
    mostWaitMs: section.mostWaitSeconds * SECOND,
    overflowFlow: messageFlow({ id: 'overflow', media: section.overflow }),
    announcements: announcements && {
      everyMs: announcements.everySeconds * SECOND,
      next: announcements.next,
      before: announcements.before,
      after: announcements.after,
    },
    callback: callback && {
      key: callback.key,
      offer: callback.offer,
      flow: messageFlow({ id: 'callback', media: callback.confirmation }),
    },
    skills: section.skills,
    people: Object.fromEntries(
      file.agents.people.flatMap(({ id, work }) => (work === undefined ? [] : [[id, work]])),
    ),
    work: section.work,
    serviceLevelMs: section.serviceLevelSeconds * SECOND,
  };
}

function toHours(hours: NonNullable<InboundSection['hours']>, timeZone: string): InboundHours {
  const open = [
    ...spansOf(WORKDAYS, hours.weekdays),
    ...spansOf(['sat'], hours.saturday),
    ...spansOf(['sun'], hours.sunday),
  ];
  return { timeZone: hours.timeZone ?? timeZone, open };
}

/** '09:00-12:00 13:00-18:00', '*' for all day, '' for closed. */
function spansOf(days: readonly WeekDay[], text: string): readonly OpenSpan[] {
  if (text === '*') return [{ days, fromMinute: 0, toMinute: DAY_MINUTES }];
  if (text === '') return [];
  return text.split(' ').map((span) => {
    const [from = '', to = ''] = span.split('-');
    return { days, fromMinute: minuteOf(from), toMinute: minuteOf(to) };
  });
}

function minuteOf(time: string): number {
  const [hours, minutes] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}
