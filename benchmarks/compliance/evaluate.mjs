/**
 * Decisions a second on one core, for a lead with five attempts of history, with all rule packs loaded:
 * prints JSON. Its argument is the checkout to measure.
 */
import { packageOf } from '../by-turns.mjs';
import { rate } from './measure.mjs';

const { createCompliance } = await packageOf(process.argv[2], 'compliance');

const HOUR = 3_600_000;
const at = Date.UTC(2026, 6, 7, 18);
const history = [1, 2, 3, 4, 5].map((step) => ({
  at: at - step * 26 * HOUR,
  direction: 'outbound',
  outcome: 'no-answer',
  subject: 'solar',
}));
const consent = { type: 'written', at: at - 90 * 24 * HOUR };
const sales = { purpose: 'telemarketing', mode: 'predictive', voice: 'live', subject: 'solar' };
const lead = (phone, region, more = {}) => ({ phone, region, lineType: 'landline', ...more });
const cases = {
  'Colorado, sales, allowed': { lead: lead('+13035550100', 'CO'), campaign: sales },
  'Florida, sales, allowed': { lead: lead('+13055550100', 'FL', { consent }), campaign: sales },
  'Pensacola, two zones, recorded, allowed': {
    lead: lead('+18505550100', 'FL', { consent }),
    campaign: { ...sales, voice: 'prerecorded', mode: 'agentless' },
  },
  'Missouri, collection, allowed': {
    lead: lead('+13145550100', 'MO'),
    campaign: { ...sales, purpose: 'debt-collection', debtId: 'A' },
  },
  'Florida, night, refused with next instant': {
    lead: lead('+13055550100', 'FL', { consent }),
    campaign: sales,
    shift: 9 * HOUR,
  },
  'France, sales, refused by the cap': {
    lead: lead('+33199000100', 'FR', { consent }),
    campaign: sales,
    shift: -9 * HOUR,
  },
};

const compliance = createCompliance();
const us = createCompliance({ jurisdictions: ['US'] });
const format = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/New_York',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});
const figures = {};
const report = (name, measured) => {
  figures[name] = measured;
};
report(
  'yardstick: one bare Intl conversion',
  rate((index) => format.format(at + index)),
);
for (const [name, { lead: who, campaign, shift = 0 }] of Object.entries(cases)) {
  const run = (module) =>
    rate((index) => module.evaluate({ at: at + shift + (index % 60_000), lead: who, campaign, history }));
  report(`${name} (all packs)`, run(compliance));
  if (name.startsWith('Colorado')) report(`${name} (US only)`, run(us));
}
// Every lead another number of another exchange, as in a real campaign.
const phones = Array.from(
  { length: 50_000 },
  (_, index) => `+1303${String(2_000_000 + ((index * 7919) % 7_999_999)).padStart(7, '0')}`,
);
report(
  'Colorado, 50,000 different numbers (all packs)',
  rate((index) =>
    compliance.evaluate({
      at,
      lead: { phone: phones[index % phones.length], region: 'CO', lineType: 'landline' },
      campaign: sales,
      history,
    }),
  ),
);
process.stdout.write(JSON.stringify(figures));
