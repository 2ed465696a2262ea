/** Who uses a number, and who gave it, as lists say it. */
import { Vocabulary } from './vocabulary.js';

/** Use of a number. */
export const PHONE_USE_WORDS: Readonly<Record<'work' | 'personal', readonly string[]>> = {
  work: [
    ...['work', 'business', 'office', 'company', 'employer', 'place of employment', 'arbeit', 'geschäftlich'],
    ...['dienstlich', 'travail', 'professionnel', 'bureau', 'trabajo', 'oficina', 'lavoro', 'ufficio'],
    ...['trabalho', 'werk', 'zakelijk'],
  ],
  personal: [
    ...['personal', 'private', 'home', 'residential', 'privat', 'privé', 'personnel', 'domicile'],
    ...['particular', 'casa', 'privato', 'personale', 'pessoal', 'thuis'],
  ],
};

/** Whether a number is of a business: beside the words for yes and no. */
export const BUSINESS_WORDS: Readonly<Record<'business' | 'consumer', readonly string[]>> = {
  business: [
    ...['business', 'b2b', 'company', 'commercial', 'corporate', 'geschäftlich', 'firma', 'gewerblich'],
    ...['entreprise', 'empresa', 'azienda', 'bedrijf'],
  ],
  consumer: [
    ...['consumer', 'b2c', 'residential', 'private', 'individual', 'person', 'privat', 'privatperson'],
    ...['particulier', 'particular', 'privato'],
  ],
};

/** Who gave the number: these say the person who is called. Every other text is somebody else. */
export const CALLED_PARTY_WORDS: readonly string[] = [
  ...['called party', 'customer', 'consumer', 'debtor', 'borrower', 'client', 'person', 'self', 'subscriber'],
  ...['patient', 'the person', 'kunde', 'client lui même', 'cliente', 'klant'],
];

/** Readers of the tables above. */
export const PHONE_USES: Vocabulary<'work' | 'personal'> = new Vocabulary(PHONE_USE_WORDS);
export const BUSINESS: Vocabulary<'business' | 'consumer'> = new Vocabulary(BUSINESS_WORDS);
export const CALLED_PARTY: Vocabulary<'called-party'> = new Vocabulary({
  'called-party': CALLED_PARTY_WORDS,
});
