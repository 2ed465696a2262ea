/** Errors of a floor of several campaigns. */

/** Codes of errors about the campaigns of a floor. */
export const FLOOR_ERRORS = {
  'campaign-on-floor': {
    what: 'Campaign {campaign} was not added: it is on the floor already.',
    remedy: 'Remove it first with removeCampaign, or give the new campaign another id.',
    retryable: false,
  },
} as const;
