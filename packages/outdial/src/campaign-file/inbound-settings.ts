/** From the `inbound` section to the engine's settings. */
import { messageFlow, type InboundHours, type InboundSettings } from '@outdial/core';
import type { CampaignFile, InboundSection } from './types.js';
import { weeklySpans } from './weekly-hours.js';

const SECOND = 1000;

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
  return { timeZone: hours.timeZone ?? timeZone, open: weeklySpans(hours) };
}
