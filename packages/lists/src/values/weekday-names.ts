/** Names of weekdays in English, German, French, Spanish, Italian, Portuguese and Dutch, without accents. */

/** From Monday, full names and abbreviations that mean one day in all of these languages. */
export const WEEKDAY_NAMES: readonly (readonly string[])[] = [
  ['monday', 'mon', 'montag', 'lundi', 'lun', 'lunes', 'lunedi', 'segunda', 'segunda feira', 'maandag'],
  ['tuesday', 'tue', 'tues', 'dienstag', 'mardi', 'martes', 'martedi', 'terca', 'terca feira', 'dinsdag'],
  [
    'wednesday',
    'wed',
    'mittwoch',
    'mercredi',
    'mer',
    'miercoles',
    'mercoledi',
    'quarta',
    'quarta feira',
    'woensdag',
  ],
  [
    'thursday',
    'thu',
    'thur',
    'thurs',
    'donnerstag',
    'jeudi',
    'jueves',
    'giovedi',
    'quinta',
    'quinta feira',
    'donderdag',
  ],
  ['friday', 'fri', 'freitag', 'vendredi', 'viernes', 'venerdi', 'sexta', 'sexta feira', 'vrijdag'],
  ['saturday', 'sat', 'samstag', 'sonnabend', 'samedi', 'sabado', 'sabato', 'zaterdag'],
  ['sunday', 'sun', 'sonntag', 'dimanche', 'domingo', 'domenica', 'zondag'],
];

const DAYS: ReadonlyMap<string, number> = new Map(
  WEEKDAY_NAMES.flatMap((names, index) => names.map((name) => [name, index] as const)),
);

/** Number of a weekday, 0 for Monday, by a name in lower case without accents; null where none has it. */
export function weekdayOf(name: string): number | null {
  return DAYS.get(name) ?? null;
}
