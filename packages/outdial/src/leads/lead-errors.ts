/** Errors of leads that a program gives. */

/** Codes of errors about leads and lists. */
export const LEAD_ERRORS = {
  'leads-unusable': {
    what: 'Leads that cannot be used:\n{problems}',
    remedy: 'Correct these rows or leave them out. The other rows were added and stay as they are.',
    retryable: false,
  },
  'campaign-list-unknown': {
    what: "'{list}' is not a list of campaign {campaign}.",
    remedy: 'Use one of {lists}.',
    retryable: false,
  },
  'leads-not-counted': {
    what: 'The leads of campaign {campaign} were not counted: {why}.',
    remedy: 'Check that the database can be reached, and ask again.',
    retryable: true,
  },
} as const;
