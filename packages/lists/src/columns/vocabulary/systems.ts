/** Headers that only one kind of system has: CRMs, dialers, voter files, debt placement. */
import type { HeaderWords } from './words.js';

export const SYSTEMS: HeaderWords = {
  personKey: [
    'record id',
    'contact record id',
    'lal voter id',
    'voter id',
    'state voter id',
    'voters state voter id',
    'voter file vanid',
    'vanid',
    'prospect id',
  ],
  ownerAgent: [
    'contact owner',
    'lead owner',
    'record owner',
    'owner id',
    'owner name',
    'assigned user name',
    'assigned user',
  ],
  account: [
    'vendor lead code',
    'client account',
    'placement number',
    'agency account number',
    'debtor account',
    'our reference',
    'our ref',
  ],
  seller: ['creditor name'],
  region: ['state or province', 'res state', 'mail state'],
  priority: ['lead score', 'hubspot score'],
  lastInquiryAt: ['recent conversion date', 'last form submission', 'last form submission date'],
  lastTransactionAt: ['last paid date', 'last paid', 'date last paid', 'recent deal close date'],
  timeZone: ['contact time zone', 'time zone name'],
};
