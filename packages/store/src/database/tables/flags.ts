/** Values that several tables hold. */

/** 1 for yes. Both databases keep it as an integer. */
export type Flag = 0 | 1;
