/** What a column of a lead list can hold: one table for the type, the campaign file and the guide. */

/**
 * Each target with what a value of it means. Those in {@link SEVERAL_COLUMNS} and custom fields may have
 * several columns; of the others the first column counts and further ones are shown to the agent.
 */
export const COLUMN_TARGETS = {
  phone: 'A telephone number. Several columns are dialed in the order of their numbers, or of the file.',
  areaCode: 'Area code of the number with the same ordinal, where the file has it in a column of its own.',
  callingCode: "Calling code of the number's country, such as 44 or +44 (`phone_code`).",
  lineType: 'wireless, landline or voip, of the number with the same ordinal, or of all numbers.',
  timeZone: 'IANA time zone of the person.',
  postalCode: 'Postal code of the person; decides state and time zone where the number leaves them open.',
  region: 'State, province or region of the person, as code or name.',
  city: 'City of the person.',
  country: 'Country of the person, and of numbers written without a country code.',
  consentType: "Kind of consent: 'written' or 'express'. Without consentAt there is no consent.",
  callPermission: "'no' is a request not to be called; 'yes' with consentAt is express consent.",
  consentAt: 'Day on which consent was given.',
  consentRevokedAt:
    'Day on which consent was revoked, or yes; any of several. It ends every consent given until then.',
  consentRevokedScope: 'Purposes that the revocation reaches, separated by semicolons; empty: all.',
  consentEvidence: 'Where the proof of consent is kept: the form with its version, a recording.',
  consentAddress: 'From where consent was given: an IP address, an e-mail address, a page.',
  consentCertificate: 'Identifier of a certificate of the consent by a third party.',
  consentExpiresAt: 'Day from which the consent does not count any more.',
  consentScope: 'Purposes that the consent covers, separated by semicolons.',
  consentSellers: 'Sellers that the consent names, separated by semicolons.',
  lastTransactionAt: 'Day of the last purchase or payment: a business relationship.',
  lastInquiryAt: 'Day of the last inquiry: a business relationship.',
  existingContract: 'yes where the person has a contract with the seller.',
  account: 'Account, debt or contract that the call is about.',
  seller: 'Seller or creditor on whose behalf the call is made.',
  ownerAgent: 'Agent who gets the answered call first.',
  priority: 'Higher is dialed first.',
  skills: 'Skills that the agent needs, separated by semicolons. With no such agent at work the lead rests.',
  personKey: 'Key of the person in your system: rows with the same key are one person.',
  answerProbability: 'Expected probability of an answer, 0 to 1.',
  lineClass: 'Class of the line, where the law asks for it, such as a hospital room or an emergency line.',
  phoneUse: "'work' or 'personal': use of the number, where the law asks for it.",
  isBusiness: 'yes where the number belongs to a business.',
  numberProvidedBy: "'called-party' where the person gave the number, else who did.",
  nationalDoNotCall:
    'yes, a date or the name of a register that lists the number. Any of several columns counts.',
  internalDoNotCall:
    'yes, or the date, where the person asked not to be called. Any of several columns counts.',
  phoneDoNotCall: 'yes where the number with the same ordinal must not be called. It closes that number.',
  attorney: 'yes, or the name, where an attorney represents the person. Any of several columns counts.',
  ceaseReceivedAt: 'Day on which the person asked in writing that contact ends, or yes.',
  ceaseMailedAt: 'Day on which the person mailed the request that contact ends, or yes.',
  bankrupt: 'yes, or the date, where the person is bankrupt. They are never called, in any list.',
  deceased: 'yes, or the date, where the person has died. They are never called, in any list.',
  minor: 'yes where the person is under age.',
  age: 'Age of the person in years: under 18 they are a minor. The agent sees it.',
  birthDate: 'Day or year of birth: who is under 18 at the import is a minor. The agent sees it.',
  employerProhibits: 'yes where the employer forbids calls at work.',
  inconvenientTimes: "Hours at which the person asked not to be called: 'Mon-Fri 09:00-17:00; Sat'.",
  channelOptOut:
    "Media that the person does not want: 'phone', 'email', 'text', 'mail', separated by semicolons.",
  confirmedTimeZone: 'IANA time zone that the person confirmed: it alone decides the hour.',
  reassigned: "Answer of a reassigned-numbers database: 'yes', 'no' or 'no data'.",
  reassignedAt: 'Day on which the reassigned-numbers database was asked.',
  lastConversationAt: 'Day of the last conversation with the person, for laws that count calls.',
  pastCalls: 'Days of earlier calls to the person, separated by semicolons, for laws that count calls.',
  status: "Status elsewhere: 'DNC', 'Deceased', 'Bankrupt', 'Attorney' and 'Cease' count. The agent sees it.",
  ignore: 'Left out.',
} as const;

/** Targets that may have several columns. */
export const SEVERAL_COLUMNS: readonly ColumnTarget[] = [
  'phone',
  'areaCode',
  'callingCode',
  'lineType',
  'phoneDoNotCall',
  'nationalDoNotCall',
  'internalDoNotCall',
  'callPermission',
  'consentRevokedAt',
  'attorney',
  'ceaseReceivedAt',
  'ceaseMailedAt',
  'bankrupt',
  'deceased',
  'minor',
  'employerProhibits',
  'lastConversationAt',
  'pastCalls',
  'status',
  'ignore',
];

/** A target with a place of its own in the engine or the law. */
export type NamedColumnTarget = keyof typeof COLUMN_TARGETS;

/** What a column can hold. `field:<name>`: shown to the agent under that name. */
export type ColumnTarget = NamedColumnTarget | `field:${string}`;

/** Whether a text names a target. */
export function isColumnTarget(text: string): text is ColumnTarget {
  return Object.hasOwn(COLUMN_TARGETS, text) || /^field:./.test(text);
}

/** Columns without dates, which have most of the values of a list. */
const WITHOUT_DATES: ReadonlySet<ColumnTarget> = new Set([
  ...(['phone', 'areaCode', 'callingCode', 'lineType', 'timeZone', 'postalCode', 'region', 'city'] as const),
  ...(['country', 'account', 'seller', 'ownerAgent', 'priority', 'skills', 'personKey', 'ignore'] as const),
  ...(['consentEvidence', 'consentAddress', 'consentCertificate'] as const),
]);

/** Whether a column may hold dates that count. */
export function mayHoldDates(target: ColumnTarget): boolean {
  return !target.startsWith('field:') && !WITHOUT_DATES.has(target);
}
