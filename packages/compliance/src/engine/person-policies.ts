/** Policies about persons who are not called whatever the place: the deceased, minors, the bankrupt. */
import type { LeadFacts, Purpose } from '../contract.js';
import { ALL_PURPOSES, rule, type Rule } from './rule.js';

interface PersonPolicy {
  readonly id: string;
  readonly title: string;
  readonly fact: 'bankrupt' | 'deceased' | 'minor';
  readonly purposes: readonly Purpose[];
  readonly because: string;
  readonly remarks: string;
}

function personPolicy({ id, title, fact, purposes, because, remarks }: PersonPolicy): Rule {
  const isSo = (lead: LeadFacts): boolean => lead[fact] === true;
  return rule<string>({
    id,
    jurisdiction: '*',
    kind: 'policy',
    title,
    citation: 'policy',
    purposes,
    parameter: {
      unit: 'text',
      values: [
        {
          from: null,
          value: title,
          source: {
            title: 'Policy of this module, no law',
            href: 'docs/compliance/README.md',
            pinpoint: 'engine policies',
          },
          verification: 'primary',
          verifiedOn: '2026-11-25',
        },
      ],
    },
    check: ({ lead }) => (isSo(lead) ? { until: null, because } : undefined),
    remarks,
  });
}

/** Policies about persons; a client may switch each off by its id. */
export const personPolicies: readonly Rule[] = [
  personPolicy({
    id: 'policy.deceased',
    title: 'The deceased are not called',
    fact: 'deceased',
    purposes: ALL_PURPOSES,
    because: 'The person is deceased (lead.deceased).',
    remarks:
      'Whom a collector may call instead is a question of the estate (12 CFR 1006.2(e), 1006.6(a)(4) ' +
      'in the ' +
      'United States): another lead.',
  }),
  personPolicy({
    id: 'policy.bankrupt',
    title: 'Debts of the bankrupt are not collected by calls',
    fact: 'bankrupt',
    purposes: ['debt-collection'],
    because: 'The person is in bankruptcy (lead.bankrupt): a collection call would go around the court.',
    remarks: 'In the United States it is law: us.bankruptcy.stay.',
  }),
  personPolicy({
    id: 'policy.minor',
    title: 'Minors are not asked for money, votes or answers',
    fact: 'minor',
    purposes: ['telemarketing', 'charity', 'debt-collection', 'political', 'research'],
    because: 'The person is a minor (lead.minor).',
    remarks: 'Calls for information and about health are outside.',
  }),
];
