/** The caller number. */
import { ALL_PURPOSES, rule, type Rule } from '../../engine/rule.js';
import { reviewCallerNumber } from '../../rules/caller-number.js';
import { ofcom } from './sources.js';

/** A valid, dialable caller number. */
export const callerNumber: Rule = rule<string>({
  id: 'uk.ofcom.cli',
  jurisdiction: 'GB',
  title: 'A valid, dialable caller number',
  citation: 'Ofcom CLI guidance; PECR',
  purposes: ALL_PURPOSES,
  parameter: {
    unit: 'text',
    values: [
      {
        from: null,
        undated: 'The number must be valid since 2003; what is written is guidance of 2025.',
        value: 'guidance of 2025-01-29',
        source: ofcom('CLI guidance'),
        verification: 'memory',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  remarks: 'Checked in the campaign review.',
  review: reviewCallerNumber,
});
