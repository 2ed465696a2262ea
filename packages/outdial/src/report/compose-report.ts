/** Lays the figures of a report out as sections with tables and plots; each section has a file of its own. */
import { instantText } from '../local-time/instant-in-zone.js';
import type { ReportDocument } from './document.js';
import type { ReportFigures } from './gather-figures.js';
import { limits } from './sections/abandonment.js';
import { agentTime, occupancyHours } from './sections/agent-time.js';
import { agents, pauses } from './sections/agents.js';
import { brokenDown, outcomeHours } from './sections/breakdowns.js';
import { counts } from './sections/calls.js';
import { hours } from './sections/hours.js';
import { leads, penetrations } from './sections/leads.js';
import { dispositions, outcomes } from './sections/outcomes.js';
import { formulas, regulators } from './sections/regulators.js';
import { rates } from './sections/rates.js';
import { refusals } from './sections/refusals.js';
import { connectTimes, times } from './sections/times.js';
import { zoneHours } from './sections/zone-hours.js';

/** Lays the figures out as sections: what terminal, CSV and page show. */
export function composeReport(figures: ReportFigures): ReportDocument {
  return {
    title: `Report: ${figures.name}`,
    subtitle: [`campaign ${figures.campaignId}`, ...narrowedTo(figures), spanOf(figures)].join(', '),
    timeZone: figures.timeZone,
    sections: [
      counts(figures),
      rates(figures),
      limits(figures),
      regulators(figures),
      formulas(figures),
      outcomes(figures),
      dispositions(figures),
      brokenDown(figures, 'days'),
      hours(figures),
      outcomeHours(figures),
      brokenDown(figures, 'lists'),
      brokenDown(figures, 'callerNumbers'),
      brokenDown(figures, 'trunks'),
      brokenDown(figures, 'sellers'),
      times(figures),
      connectTimes(figures),
      agents(figures),
      agentTime(figures),
      occupancyHours(figures),
      pauses(figures),
      refusals(figures),
      leads(figures),
      penetrations(figures),
      zoneHours(figures),
    ],
  };
}

function spanOf({ firstAttemptAt, lastAttemptAt, timeZone }: ReportFigures): string {
  if (firstAttemptAt === null || lastAttemptAt === null) return 'no attempt yet';
  return `attempts from ${instantText(firstAttemptAt, timeZone)} to ${instantText(lastAttemptAt, timeZone)}`;
}

/** What the report was asked to be about; leads always stand as they are now. */
function narrowedTo({ from, to, listId, agentId, timeZone }: ReportFigures): string[] {
  return [
    ...(listId === null ? [] : [`list ${listId}`]),
    ...(agentId === null ? [] : [`agent ${agentId}`]),
    ...(from === null ? [] : [`from ${instantText(from, timeZone)}`]),
    ...(to === null ? [] : [`before ${instantText(to, timeZone)}`]),
  ];
}
