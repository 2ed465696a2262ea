/** Headers as systems export them: which targets are found, and which columns are warned of. */
import { describe, expect, test } from '@jest/globals';
import { mapColumns } from '../../src/columns/columns.js';
import { columnWarnings, settleColumns } from '../../src/columns/settle-columns.js';

/** Targets by header, without those that are shown to the agent under their header. */
function targets(headers: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    mapColumns(headers)
      .filter(({ target }) => !target.startsWith('field:'))
      .map(({ header, target }) => [header, target]),
  );
}

describe('headers of exports', () => {
  test.each<[string, Record<string, string>, string[]]>([
    [
      'HubSpot',
      {
        'Record ID': 'personKey',
        'Phone Number': 'phone',
        'Mobile Phone Number': 'phone',
        'State/Region': 'region',
        'Postal Code': 'postalCode',
        'Country/Region': 'country',
        City: 'city',
        'Contact owner': 'ownerAgent',
      },
      ['First Name', 'Last Name', 'Email', 'Company name', 'Fax Number'],
    ],
    [
      'Salesforce',
      {
        Phone: 'phone',
        MobilePhone: 'phone',
        HomePhone: 'phone',
        MailingState: 'region',
        MailingPostalCode: 'postalCode',
        MailingCountry: 'country',
        MailingCity: 'city',
        DoNotCall: 'internalDoNotCall',
      },
      ['FirstName', 'Fax', 'AssistantPhone', 'OtherState', 'OtherPostalCode', 'MailingStreet'],
    ],
    [
      'a Salesforce report',
      { Phone: 'phone', 'State/Province': 'region', 'Zip/Postal Code': 'postalCode', Country: 'country' },
      ['First Name'],
    ],
    [
      'Zoho',
      {
        'Record Id': 'personKey',
        'Contact Owner': 'ownerAgent',
        Phone: 'phone',
        Mobile: 'phone',
        'Mailing State': 'region',
        'Mailing Zip': 'postalCode',
        'Mailing Country': 'country',
      },
      ['Other State', 'Other Zip', 'Asst Phone', 'Fax'],
    ],
    [
      'SuiteCRM',
      {
        phone_mobile: 'phone',
        phone_work: 'phone',
        phone_home: 'phone',
        primary_address_state: 'region',
        primary_address_postalcode: 'postalCode',
        primary_address_country: 'country',
        assigned_user_name: 'ownerAgent',
        do_not_call: 'internalDoNotCall',
      },
      ['phone_fax', 'alt_address_state', 'alt_address_postalcode', 'assistant_phone'],
    ],
    [
      'Outlook',
      {
        'Home Phone': 'phone',
        'Home Phone 2': 'phone',
        'Mobile Phone': 'phone',
        'Business Phone': 'phone',
        'Home State': 'region',
        'Home Postal Code': 'postalCode',
        'Home Country/Region': 'country',
        'Home City': 'city',
      },
      [
        'Business State',
        'Business Postal Code',
        'Other City',
        'Business Fax',
        'Pager',
        "Assistant's Phone",
        'Telex',
      ],
    ],
    [
      'Outlook in German',
      {
        'Telefon (privat)': 'phone',
        'Telefon geschäftlich': 'phone',
        Mobiltelefon: 'phone',
        'Postleitzahl privat': 'postalCode',
        'Ort privat': 'city',
        'Bundesland/Kanton privat': 'region',
        'Land/Region privat': 'country',
      },
      ['Fax geschäftlich', 'Ort geschäftlich', 'Postleitzahl geschäftlich'],
    ],
    [
      'Dynamics',
      {
        'Business Phone': 'phone',
        'Mobile Phone': 'phone',
        'Address 1: State/Province': 'region',
        'Address 1: ZIP/Postal Code': 'postalCode',
        'Address 1: Country/Region': 'country',
        Owner: 'ownerAgent',
      },
      ['Address 2: State/Province', 'Fax'],
    ],
    [
      'Google Contacts',
      {
        'Phone 1 - Label': 'lineType',
        'Phone 1 - Value': 'phone',
        'Phone 2 - Value': 'phone',
        'Address 1 - Region': 'region',
        'Address 1 - Postal Code': 'postalCode',
        'Address 1 - Country': 'country',
        'Address 1 - City': 'city',
      },
      ['First Name', 'Address 2 - Region'],
    ],
    [
      'a voter file',
      {
        LALVOTERID: 'personKey',
        VoterTelephones_LandlineFormatted: 'phone',
        VoterTelephones_CellPhoneFormatted: 'phone',
        Residence_Addresses_State: 'region',
        Residence_Addresses_Zip: 'postalCode',
        Residence_Addresses_City: 'city',
      },
      ['Voters_FirstName', 'Mailing_Addresses_State', 'Mailing_Addresses_Zip'],
    ],
    [
      'another voter file',
      { PhoneCell: 'phone', PhoneHome: 'phone', Res_State: 'region', Res_Zip: 'postalCode' },
      ['FirstName', 'Mail_State', 'Mail_Zip'],
    ],
    [
      'VICIdial',
      {
        vendor_lead_code: 'account',
        phone_number: 'phone',
        alt_phone: 'phone',
        city: 'city',
        state: 'region',
        postal_code: 'postalCode',
        country_code: 'country',
        rank: 'priority',
        owner: 'ownerAgent',
      },
      ['first_name', 'gmt_offset_now', 'called_count', 'comments', 'user', 'province'],
    ],
    [
      'debt placement',
      {
        'Account #': 'account',
        'Home Phone': 'phone',
        'Cell Phone': 'phone',
        'Debtor State': 'region',
        'Debtor Zip': 'postalCode',
        Creditor: 'seller',
        'Last Pay Date': 'lastTransactionAt',
        Attorney: 'attorney',
        'Bankruptcy Date': 'bankrupt',
        'Cease & Desist': 'ceaseReceivedAt',
      },
      ['Debtor Name', 'Attorney Phone', 'POE Phone', 'Current Balance', 'SSN'],
    ],
    [
      'German',
      {
        Kundennummer: 'personKey',
        Telefonnummer: 'phone',
        Handynummer: 'phone',
        PLZ: 'postalCode',
        Ort: 'city',
        Bundesland: 'region',
        Land: 'country',
        Einwilligung: 'consentType',
        'Einwilligung am': 'consentAt',
        Aktenzeichen: 'account',
      },
      ['Vorname', 'Straße', 'Telefax'],
    ],
    [
      'French',
      {
        'Numéro client': 'personKey',
        Téléphone: 'phone',
        'Tél. mobile': 'phone',
        'Téléphone (domicile)': 'phone',
        'Code postal': 'postalCode',
        Ville: 'city',
        Pays: 'country',
        Consentement: 'consentType',
        'Date de consentement': 'consentAt',
      },
      ['Prénom', 'Adresse', 'Télécopie'],
    ],
    [
      'Spanish',
      {
        'Teléfono móvil': 'phone',
        'Teléfono particular': 'phone',
        'Código Postal': 'postalCode',
        Ciudad: 'city',
        Provincia: 'region',
        País: 'country',
        Consentimiento: 'consentType',
      },
      ['Nombre', 'Apellidos'],
    ],
    [
      'Portuguese',
      { Celular: 'phone', 'Telefone residencial': 'phone', CEP: 'postalCode', Cidade: 'city', UF: 'region' },
      ['Nome', 'Endereço'],
    ],
    [
      'Italian',
      { Cellulare: 'phone', 'Telefono casa': 'phone', CAP: 'postalCode', Città: 'city', Provincia: 'region' },
      ['Nome', 'Cognome'],
    ],
    [
      'Dutch',
      { Telefoonnummer: 'phone', Postcode: 'postalCode', Woonplaats: 'city', Land: 'country' },
      ['Naam'],
    ],
    [
      'Polish',
      {
        'Telefon komórkowy': 'phone',
        'Kod pocztowy': 'postalCode',
        Miejscowość: 'city',
        Województwo: 'region',
      },
      ['Imię'],
    ],
  ])('%s', (_system, known, shown) => {
    expect(targets([...Object.keys(known), ...shown])).toEqual(known);
  });

  test('of several addresses the residence counts; the others are named', () => {
    const columns = mapColumns([
      'Phone',
      'Mailing State',
      'Mailing Zip',
      'Home State',
      'Home Zip',
      'Work City',
    ]);
    expect(columns.map(({ target }) => target)).toEqual([
      'phone',
      'field:Mailing State',
      'field:Mailing Zip',
      'region',
      'postalCode',
      'field:Work City',
    ]);
    expect(columnWarnings(columns)).toEqual(
      ['Mailing State', 'Mailing Zip', 'Work City'].map(
        (name) => `column '${name}' looks like an address and is not used: map it, or to a field`,
      ),
    );
  });

  test('what looks legal and is not used is named; what was mapped is not', () => {
    const columns = mapColumns(['phone', 'TCPA flag', 'Opt-in?', 'Dispute', 'Notes', 'Cease note'], {
      'Opt-in?': 'field:Opt-in?',
    });
    expect(columnWarnings(columns).map((text) => /'([^']*)'/.exec(text)?.[1])).toEqual([
      'TCPA flag',
      'Dispute',
      'Cease note',
    ]);
  });

  test('headers of every script are kept, and repeated ones told apart', () => {
    expect(
      mapColumns(['phone', '名前', 'Имя', '住所', 'name', 'name', '']).map(({ target }) => target),
    ).toEqual([
      'phone',
      'field:名前',
      'field:Имя',
      'field:住所',
      'field:name',
      'field:name 2',
      'field:column 7',
    ]);
  });

  test.each<[string, string[][], string]>([
    ['Customer', [['John Smith'], ['John Smith'], ['Jane Roe']], 'field:Customer'],
    ['Person', [['Smith'], ['Roe']], 'field:Person'],
    ['Client', [['K17'], ['K17'], ['K18']], 'field:Client'],
    ['Contact', [['17'], ['18'], ['19']], 'personKey'],
    ['Customer ID', [['ABC'], ['ABC'], ['X Y']], 'personKey'],
    ['Customer ID', [['John Smith'], ['John Smith'], ['Jane Roe']], 'field:Customer ID'],
    ['Business', [["Joe's Pizza"], ['Acme Ltd'], ['']], 'field:Business'],
    ['Business', [['yes'], ['no'], ['']], 'isBusiness'],
  ])('%s with %j is %s', (header, values, target) => {
    const rows = values.map(([value = ''], index) => [value, `202555014${index}`]);
    expect(settleColumns(mapColumns([header, 'Phone']), rows, 0)[0]?.target).toBe(target);
  });

  test('a target that does not exist is refused with the list of those that do', () => {
    for (const target of ['Region', 'state', 'zip', 'amount', 'field:'])
      expect(() => mapColumns(['phone', 'x'], { x: target as 'region' })).toThrow(
        `gives 'x' the target '${target}', which does not exist`,
      );
  });

  test('an error about the headers stays short, however many there are', () => {
    const headers = Array.from({ length: 10_000 }, (_, index) => `a${'x'.repeat(100)}${index}`);
    expect(() => mapColumns(headers)).toThrow(/ and 9980 more\. /);
  });
});
