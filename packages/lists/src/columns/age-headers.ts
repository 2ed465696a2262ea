/** Headers of columns with the age of the person, or the day of their birth. */
import { oneOf } from './header-words.js';

/** Whose age. The children of a household and patients are others than the person who is called. */
const OF = '(?:debtor|consumer|customer|client|person|borrower|contact|lead|voters?|applicants?|insured)';

const AGE = oneOf(
  `(?:${OF} )?(?:current )?age(?: (?:years?|yrs?|in years|at year end|today|now))?`,
  `age(?: of| at)? ${OF}`,
  'alter|edad|idade|eta|leeftijd|wiek',
);

const BIRTH = oneOf(
  `(?:${OF} )?(?:dob|birth ?(?:day|date|dt|year)|date ?of ?birth|year ?of ?birth|yob)`,
  '(?:dob|date of birth) yyyymmdd',
  'geburtsdatum|geburtstag|geb datum|geboren(?: am)?|geburtsjahr',
  '(?:date|annee)(?: de)? naissance|nee? le|(?:fecha|f)(?: de)? nacimiento|ano de nacimiento',
  '(?:data|ano)(?: de)? nascimento|nascimento|(?:data|anno)(?: di)? nascita|nato il',
  'geboortedatum|geboortejaar|data urodzenia|rok urodzenia',
);

/** What such a header in plain words is about; null for any other. */
export function ageHeader(words: string): 'age' | 'birthDate' | null {
  if (AGE.test(words)) return 'age';
  return BIRTH.test(words) ? 'birthDate' : null;
}
