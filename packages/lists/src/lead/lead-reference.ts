/** How something outside of the store names a lead. */

/** Names a lead: by id, by account, by person, or by number. */
export type LeadReference =
  | { readonly leadId: string }
  | { readonly account: string }
  | { readonly personKey: string }
  /** E.164. */
  | { readonly phone: string };
