/** How something outside of the store names a lead. */

/** One name of a lead: its id, its account, its person, or a number. */
export type LeadName =
  | { readonly leadId: string }
  | { readonly account: string }
  | { readonly personKey: string }
  /** E.164. */
  | { readonly phone: string };

/** Names a lead; `or`: further names, each tried where those before it name no lead. */
export type LeadReference = LeadName & { readonly or?: readonly LeadName[] };
