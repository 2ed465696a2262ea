/** Options that several commands share, by name. */

/** Names of a campaign file that are looked for when none is given. */
export const USUAL_NAMES = ['campaign.yaml', 'campaign.yml', 'campaign.json'] as const;

/** The shared options. */
export const SHARED_OPTIONS = {
  campaign: {
    kind: 'text',
    short: 'c',
    value: 'file',
    about:
      'campaign file (default: campaign.yaml, campaign.yml or campaign.json here); ' +
      'in the folder of a server: id of a campaign',
  },
  json: { kind: 'switch', about: 'as JSON' },
  by: {
    kind: 'text',
    value: 'name',
    about: 'who gives the order, for the audit trail',
    fallback: 'cli',
  },
  out: { kind: 'text', value: 'file', about: 'file to write (default: standard output)' },
  country: {
    kind: 'country',
    value: 'code',
    about: 'country of numbers written without a country code',
    fallback: 'US',
  },
} as const;

/** Name of a shared option. */
export type SharedOption = keyof typeof SHARED_OPTIONS;
