/** The shape of the tables of regions. */

/**
 * Code of a region to its names and usual abbreviations, parted by '|', in lower case without accents and
 * points. The code itself is read, too.
 */
export type RegionNames = Readonly<Record<string, string>>;
