/**
 * The numbers of the lab by the last two digits, and the outcomes each may have without machine detection
 * (lab/sipp/behaviours.mjs).
 */

const TALKS = ['conversation', 'abandoned'];
const LEAVES = ['conversation', 'abandoned', 'reneged'];

/** Outcomes by suffix. */
export const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  '00': TALKS,
  '01': TALKS,
  '02': TALKS,
  '03': TALKS,
  '04': TALKS,
  '05': TALKS,
  '06': TALKS,
  '07': TALKS,
  '08': TALKS,
  '09': TALKS,
  '20': TALKS,
  '21': TALKS,
  '22': TALKS,
  '23': TALKS,
  '24': TALKS,
  '25': TALKS,
  '27': TALKS,
  '26': TALKS,
  '29': TALKS,
  '30': TALKS,
  '32': LEAVES,
  '15': LEAVES,
  '28': LEAVES,
  '31': LEAVES,
  '10': ['busy'],
  '11': ['no-answer'],
  '12': ['invalid-number'],
  '13': ['congestion', 'no-answer'],
  '14': ['rejected'],
  '16': ['no-answer', 'failed'],
  '17': ['invalid-number'],
  '18': ['congestion'],
  '19': ['blocked'],
  '33': ['blocked'],
  '34': ['blocked'],
  '35': ['blocked'],
  '36': ['invalid-number'],
  '37': ['congestion', 'no-answer'],
};

/** Endings that are no fault of the number: the call never left us. */
export const NEVER_LEFT: ReadonlySet<string> = new Set(['cancelled']);
/** Endings that use up none of the lead's attempts: these numbers may be invited again. */
export const NOT_COUNTED: ReadonlySet<string> = new Set(['cancelled', 'congestion']);

/** The carrier's log has no end of calls in which it presses keys. */
export const PRESSES_KEYS: ReadonlySet<string> = new Set(['20', '26', '29']);

/**
 * With machine detection: long greetings and silence of machines are machines, whoever speaks; every other
 * sound may be taken for either.
 */
export const DETECTED: Readonly<Record<string, readonly string[]>> = {
  '02': ['machine'],
  '03': ['machine'],
  '04': ['machine'],
  '23': ['machine'],
  '08': TALKS,
  '20': [...LEAVES, 'machine'],
  '21': [...LEAVES, 'machine'],
  '22': [...LEAVES, 'machine'],
  '27': LEAVES,
};

/** A mixed list: four of ten are people or what sounds like one, the rest every way a call can end. */
const PEOPLE = ['00', '01', '05', '06', '07', '25', '27', '21', '28', '02'];
const OTHERS = [
  '10',
  '11',
  '12',
  '13',
  '14',
  '15',
  '16',
  '17',
  '19',
  '33',
  '34',
  '35',
  '36',
  '37',
  '03',
  '08',
  '22',
  '20',
];
/** States whose law asks for nothing special in the afternoon. */
const AREA_CODES = [
  '212',
  '202',
  '312',
  '404',
  '614',
  '617',
  '215',
  '303',
  '412',
  '716',
  '646',
  '773',
  '470',
  '720',
  '267',
  '857',
];

/** `count` different fictional numbers (555-01xx) with all behaviours among them. */
export function labNumbers(count: number): readonly string[] {
  const numbers = new Set<string>();
  for (let index = 0; numbers.size < count; index++) {
    const suffixes = index % 5 < 3 ? PEOPLE : OTHERS;
    const suffix = suffixes[(index * 7 + Math.floor(index / 97)) % suffixes.length] ?? '00';
    const area = AREA_CODES[(index * 3 + Math.floor(index / 31)) % AREA_CODES.length] ?? '212';
    numbers.add(`+1${area}55501${suffix}`);
    if (index > 100_000) throw new Error('the reserved numbers are used up');
  }
  return [...numbers];
}
