/** The section of leads by time zone and hour. */
import { zonedText, zoneName } from '../../local-time/instant-in-zone.js';
import type { Cell, ReportSection } from '../document.js';
import type { ReportFigures } from '../gather-figures.js';
import { nextHours } from '../zone-hours.js';

/** Open leads by zone, and in which of the next hours they may be called. */
export function zoneHours({ zoneHours: zones, at, timeZone }: ReportFigures): ReportSection {
  const hours = nextHours(at).map((hour) => zonedText(hour, timeZone, 'minute').slice(11));
  const named = zones.map((zone) => ({ ...zone, name: nameOf(zone.zone) }));
  return {
    id: 'zone-hours',
    title: `Leads by time zone and hour (${zoneName(timeZone)})`,
    note:
      'Open leads that the hours of the law and of the campaign let one call in the next 24 hours, ' +
      'as the lists stand now. Retries and callbacks that wait are among them.',
    columns: [
      { name: 'time zone', kind: 'text' },
      { name: 'open leads', kind: 'count' },
      { name: 'callable now', kind: 'count' },
      { name: 'most in an hour', kind: 'count' },
      { name: 'first then', kind: 'text' },
    ],
    rows: named.map(({ name, open, callable }): Cell[] => {
      const most = Math.max(0, ...callable);
      return [
        name,
        open,
        callable[0] ?? 0,
        most,
        most === 0 ? null : (hours[callable.indexOf(most)] ?? null),
      ];
    }),
    plot: {
      kind: 'bar',
      x: { title: 'hour', kind: 'name' },
      y: { title: 'callable leads', kind: 'count' },
      points: hours.flatMap((hour, index) =>
        named.map(({ name, callable }) => ({ x: hour, y: callable[index] ?? 0, series: name })),
      ),
    },
  };
}

/** 'New York, Detroit'; leads whose zone nobody knows have no name. */
const nameOf = (zones: string): string =>
  zones === ''
    ? 'not known'
    : zones
        .split(', ')
        .map((zone) => zoneName(zone))
        .join(', ');
