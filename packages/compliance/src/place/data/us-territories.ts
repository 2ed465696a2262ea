/** The territories of the United States. */

/**
 * Territories with country code and area code of their own, whose law is that of the United States: Puerto
 * Rico, the Virgin Islands, Guam, the Northern Marianas and American Samoa.
 */
export const US_TERRITORIES: readonly string[] = ['PR', 'VI', 'GU', 'MP', 'AS'];
