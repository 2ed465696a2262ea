/** Headers in Italian. */
import type { HeaderWords } from './words.js';

export const ITALIAN: HeaderWords = {
  timeZone: ['fuso orario'],
  postalCode: ['cap', 'codice postale', 'codice avviamento postale'],
  region: ['provincia', 'regione', 'prov'],
  city: ['citta', 'comune', 'localita'],
  country: ['paese', 'nazione', 'stato estero', 'paese area geografica', 'codice paese'],
  lastTransactionAt: ['ultimo acquisto', 'data ultimo acquisto', 'ultimo pagamento', 'data ultimo pagamento'],
  lastInquiryAt: ['ultima richiesta', 'data ultima richiesta'],
  existingContract: ['contratto in corso', 'contratto'],
  account: [
    'conto',
    'numero conto',
    'numero di conto',
    'numero contratto',
    'pratica',
    'numero pratica',
    'riferimento',
  ],
  seller: ['venditore', 'creditore', 'marchio'],
  ownerAgent: ['consulente', 'responsabile', 'operatore'],
  priority: ['priorita'],
  personKey: ['numero cliente', 'codice cliente', 'id cliente'],
  skills: ['competenze'],
};
