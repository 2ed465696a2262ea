/** Why rules of states have no first date. They are in force on all dates. */
export const UNDATED = {
  /** A finding of absence. */
  noRule: 'No provision was found, so none begins.',
  notFound: 'No session law or register with its date was found.',
  /** The section is younger than what it says. */
  recodified: 'The section replaced an earlier act whose date was not found.',
  /** The text was read in a version of a later date. */
  amended: 'The provision is an amendment of an older section; its own date was not found.',
} as const;
