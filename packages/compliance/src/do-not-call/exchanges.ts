/** How numbers fall into exchanges, for the tables that find an exchange without a search. */

/** The exchange of +1 000 000: North American numbers are 1 and ten digits. */
export const NANP_FIRST = 1_000_000;
/** North American exchanges. */
export const NANP_EXCHANGES = 1_000_000;
/** Lists of at most this many exchanges use a map; the table of longer ones takes 4 MB. */
export const SHORT_LIST = 2000;
