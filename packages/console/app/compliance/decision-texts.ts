/** The texts of the decisions on record. */

export const DECISION_TEXTS = {
  about:
    'Every time before a number is dialed the law is asked, and its answer is kept with what it was told. ' +
    'Each search and each look stands in the audit trail.',
  number: 'Number (empty: any)',
  from: 'From',
  to: 'To',
  verdict: 'Verdict',
  verdicts: { refused: 'Refused', allowed: 'Allowed', both: 'Both' },
  search: 'Search',
  ofLead: 'Of one lead',
  ofRule: 'First refused by {rule}',
  anyLead: 'Any lead',
  anyRule: 'Any rule',
  none: 'No decision matches. Take other days, or the other verdict.',
  refused: 'Refused',
  allowed: 'Allowed',
  unknownNumber: 'Number erased',
  others: 'and {count} more {count|rule|rules}',
  lead: 'The lead and its calls',
  next: 'First allowed: {time}.',
  never: 'Waiting does not change it.',
  ended: 'The call ended: {outcome}.',
  open: 'The call has no end on record: it goes on, or was not placed.',
  erased: 'Records that were erased or cannot be read: {count}.',
  asked: {
    now: 'Asked for a call with the voice “{voice}” at {time}',
    closing: 'Asked for the end of the margin before the calling hours close, “{voice}”, {time}',
    interlock: 'Held back by a safety interlock before the law was asked',
    unreadable: 'Not called, because the facts on file could not be read',
  },
  facts: 'What the law was told',
  record:
    'Record {record}, writer {writer} {sequence}, SHA-256 {hash}; rule set {ruleSet}, zone data {zoneData}',
} as const;
