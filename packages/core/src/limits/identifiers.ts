/** Limits of ids, names and numbers. */

/** The limits of ids, names and numbers. */
export const ID_LIMITS = {
  identifier: {
    min: 1,
    max: 32,
    unit: 'characters',
    reason: 'Ids of campaigns, lists, agents and trunks, disposition codes: parts of channel ids.',
  },
  node: {
    min: 1,
    max: 40,
    unit: 'characters',
    reason: 'Name of a dialer: part of the ARI application and of the lease.',
  },
  storedId: {
    min: 1,
    max: 96,
    unit: 'characters',
    reason: 'Any id as the database keeps it: attempt ids hold a campaign id and more; indexed on MySQL.',
  },
  leadId: {
    min: 1,
    max: 32,
    unit: 'characters',
    reason: 'Ids of leads and persons: a letter and 24 or 25 digits and letters.',
  },
  flowName: {
    min: 1,
    max: 64,
    unit: 'characters',
    reason:
      'Names in a call flow: the flow, its nodes, variables, skills and dispositions; shown in problems.',
  },
  phoneDigits: {
    min: 7,
    max: 15,
    unit: 'digits',
    reason:
      'A telephone number with its country code. ITU-T E.164 (11/2010) 6.2.1; none in service is shorter.',
  },
} as const;
