/** The sections of a report under tabs, by what they are about. */
import type { components } from '@outdial/client';
import { Box, Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { TEXTS } from '../texts.js';
import { ReportSection } from './section.js';

const { reports } = TEXTS;

type Report = components['schemas']['Report'];

/** What the tabs are about, with their sections in order. */
const THEMES = {
  overview: ['abandonment', 'outcome-hours', 'rates', 'days', 'counts'],
  calls: ['hours', 'outcomes', 'dispositions', 'times', 'connect-time'],
  parts: ['lists', 'caller-numbers', 'trunks', 'clients'],
  agents: ['agents', 'agent-time', 'occupancy', 'pauses'],
  leads: ['leads', 'penetration', 'zone-hours'],
  law: ['regulators', 'refusals', 'regulator-formulas'],
} as const;

type Theme = keyof typeof THEMES;
const THEME_NAMES = [
  'overview',
  'calls',
  'parts',
  'agents',
  'leads',
  'law',
] as const satisfies readonly Theme[];

/** The sections by what they are about, a tab each. */
export function Themes({
  report: { sections, timeZone, words },
  refusedLink,
  agentDays,
}: {
  readonly report: Report;
  /** Stands above the sections of agents. */
  readonly agentDays: ReactNode;
  /** Where the decisions of a rule are; undefined: the person does not see them. */
  readonly refusedLink: ((rule: string) => string) | undefined;
}) {
  const themes = THEME_NAMES.map((name) => [name, sectionsOf(sections, name)] as const);
  return (
    <Tabs defaultValue="overview" keepMounted={false}>
      <Tabs.List mb="md">
        {themes.map(([name, shown]) => (
          <Tabs.Tab key={name} value={name} disabled={shown.length === 0 && name !== 'agents'}>
            {reports.themes[name]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {themes.map(([name, shown]) => (
        <Tabs.Panel key={name} value={name}>
          <Box className="report-sections">
            {name === 'agents' && <div data-wide>{agentDays}</div>}
            {shown.map((section) => (
              <div key={section.id} data-wide={isWide(section)}>
                <ReportSection
                  section={section}
                  timeZone={timeZone}
                  words={words}
                  linkOf={
                    section.id === 'refusals' && refusedLink
                      ? ([rule]) => refusedLink(String(rule))
                      : undefined
                  }
                />
              </div>
            ))}
          </Box>
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}

/** The sections of a theme that have rows, in its order; what no theme names stands with the calls. */
function sectionsOf(sections: Report['sections'], theme: Theme): Report['sections'] {
  const named: readonly string[] = THEMES[theme];
  const shown = sections.filter(({ rows }) => rows.length > 0);
  const ofTheme = named.flatMap((id) => shown.find((section) => section.id === id) ?? []);
  const all: readonly string[] = Object.values(THEMES).flat();
  return theme === 'calls' ? [...ofTheme, ...shown.filter(({ id }) => !all.includes(id))] : ofTheme;
}

const isWide = ({ id, columns }: Report['sections'][number]): boolean =>
  columns.length > 4 || id === 'regulator-formulas';
