/** The list of the demonstration: invented people, with numbers that are reserved for fiction (555-01xx). */

/** Area codes, state and a postal code in it; zones from coast to coast. */
const PLACES: readonly (readonly [areaCodes: string, state: string, postalCode: string])[] = [
  ['212 646 917 718 347 929', 'NY', '10001'],
  ['215 267 412', 'PA', '19102'],
  ['614 380 216', 'OH', '43215'],
  ['312 773 872', 'IL', '60601'],
  ['612 651 763', 'MN', '55401'],
  ['303 720', 'CO', '80202'],
  ['602 480 623', 'AZ', '85003'],
  ['213 310 323 818 415 628', 'CA', '90012'],
];
const FIRST_NAMES =
  'Ada Amir Beatriz Boris Carla Chidi Dana Diego Elif Emma Farid Fiona Gabriel Grace Hana Hugo Ines Ivan ' +
  'Jada Jonas Kim Kofi Lena Luis Maja Marco Nadia Noah Olga Omar Paula Priya Quinn Rosa Samir Sofia Tara ' +
  'Tomas Uma Victor';
const LAST_NAMES =
  'Adeyemi Bauer Castillo Dubois Ellis Fischer Garcia Haddad Ivanov Jensen Khan Larsen Moreau Nguyen ' +
  'Okafor Petrov Quintana Rossi Santos Tanaka Ueda Vargas Walker Xu Young Zielinski';
const PLANS = ['Home 100', 'Home 300', 'Home 1000', 'Office'];
/** Numbers of an area code that are reserved: 555-0100 to 555-0199. */
const NUMBERS_AN_AREA = 100;

/** The list as CSV. It is the same every time. */
export function demonstrationLeads(): string {
  const firstNames = FIRST_NAMES.split(' ');
  const lastNames = LAST_NAMES.split(' ');
  const rows = PLACES.flatMap(([areaCodes, state, postalCode]) =>
    areaCodes.split(' ').flatMap((area) =>
      Array.from({ length: NUMBERS_AN_AREA }, (_, n) => {
        const mixed = (Number(area) * 31 + n * 17) >>> 0;
        return {
          phone: `+1${area}5550${String(100 + n)}`,
          'first name': firstNames[mixed % firstNames.length],
          'last name': lastNames[(mixed * 7 + n) % lastNames.length],
          state,
          zip: postalCode,
          account: `R-${area}${String(n).padStart(2, '0')}`,
          plan: PLANS[mixed % PLANS.length],
          'renews on': `2026-0${String(6 + (mixed % 3))}-${String(1 + (mixed % 28)).padStart(2, '0')}`,
          balance: (20 + (mixed % 180)).toFixed(2),
          consent: 'written',
          'consent date': '2025-11-03',
        };
      }),
    ),
  );
  // One place after the other would dial coast by coast: the list is mixed as a real one is.
  const mixed = rows
    .map((row, index) => ({ row, place: (index * 7919) % rows.length }))
    .sort((a, b) => a.place - b.place);
  const columns = Object.keys(rows[0] ?? {});
  const lines = mixed.map(({ row }) => Object.values(row).join(','));
  return `${[columns.join(','), ...lines].join('\n')}\n`;
}
