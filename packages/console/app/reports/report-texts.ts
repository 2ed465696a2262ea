/** The texts of the screen of reports. */

export const REPORT_TEXTS = {
  title: 'Reports',
  campaign: 'Campaign',
  periods: {
    today: 'Today',
    yesterday: 'Yesterday',
    week: '7 days',
    month: 'This month',
    all: 'All days',
  },
  from: 'From',
  to: 'To',
  list: 'List',
  allLists: 'All lists',
  agent: 'Agent',
  allAgents: 'All agents',
  csv: 'CSV',
  reading: 'The figures are being read …',
  none: 'No call in these days.',
  themes: {
    overview: 'Overview',
    calls: 'Calls',
    parts: 'Lists, numbers, trunks, clients',
    agents: 'Agents',
    leads: 'Leads',
    law: 'Law',
  },
  more: '{count} more {count|row is|rows are} in the file.',
  agentDays: {
    title: 'The day of each agent',
    about: 'What each does now is shown; what was before it in the last ten minutes may still be missing.',
    none: 'No agent was there on this day.',
    oneDay: 'Choose one day, such as today, to see what each agent did when.',
    doings: { there: 'Waiting', paused: 'Paused', talk: 'Talk', 'wrap-up': 'Wrap-up' },
    span: '{what}, {from} to {to} ({length})',
  },
} as const;
