/** Headers of many systems in eight languages: what each is taken for, and which are warned of. */
import { describe, expect, test } from '@jest/globals';
import { mapColumns } from '../../src/columns/columns.js';
import { columnWarnings } from '../../src/columns/settle-columns.js';

/** Headers, parted by ' | ', by what their columns hold. */
const HEADERS: Readonly<Record<string, readonly string[]>> = {
  account: ['Account # | Acct# | Account Number | Loan # | File #'],
  attorney: [
    'Attorney | Attorney Name | Represented by Attorney | Attorney Represented | Has Attorney',
    'Lawyer Name | Anwalt | Rechtsanwalt | Avocat | Abogado | Advogado | Avvocato | Advocaat',
  ],
  bankrupt: [
    'BK | Bankruptcy | Bankruptcy Chapter | Bankruptcy File Date | BK Date | Bankrupt Flag',
    'In Bankruptcy | BK Status | Insolvenz | Insolvent',
  ],
  callPermission: [
    'Allow Phone Calls | OK to call | OK to Call? | Okay to Call | May we call | May we call you?',
    'May be called | Can we call | Permission to call | Permission to Call? | Call Permission',
    'Calling Allowed | Call allowed | Callable | Contactable | Phone Contact Allowed',
    'Agrees to be called | Telefonwerbung erlaubt | Anruf erlaubt | Anrufe erlaubt',
    "Darf angerufen werden | Accepte les appels | Autorisation d'appel | Peut être appelé",
    'Acepta llamadas | Autoriza llamadas | Se puede llamar | Aceita ligações | Autoriza ligação',
    'Accetta chiamate | Mag gebeld worden',
  ],
  ceaseReceivedAt: [
    'C&D | Cease and Desist Date | Cease & Desist Received | Cease Contact | Cease Calls | Cease Flag',
    'Ceased | Cease Communications Date',
  ],
  city: ['City'],
  consentAt: [
    'Consent Given | Consent Date | Call Consent Date | Date Consented | Opt-in Date | Opt In Timestamp',
    'Opted In At | Opt-in Date/Time | Date of Opt-in | TCPA Consent Date | Consent Timestamp',
    'Opt-in Datum | Einwilligungsdatum | Einwilligung erteilt am | Datum Einwilligung',
    "Date consentement | Date d'opt-in | Fecha consentimiento | Data consentimento | Toestemmingsdatum",
    'Einwilligung vom | Opt-in vom | Tag der Einwilligung | Einwilligung am | Jour du consentement',
    'Día de consentimiento | Consent Day | Data zgody | Opt-in-Zeitpunkt | Consentimiento el',
  ],
  consentCertificate: [
    'TrustedForm Cert URL | TrustedForm Certificate | Jornaya LeadiD | LeadiD Token',
    'xxTrustedFormCertUrl | universal_leadid',
  ],
  consentExpiresAt: ['Consent Expiry | Consent Expires | Consent Valid Until'],
  consentRevokedAt: [
    'Consent Revoked | Consent Revoked Date | Revocation Date | Einwilligung widerrufen am',
    'Widerrufsdatum | Date de retrait du consentement | Consentement retiré le | Fecha de revocación',
    'Data de revogação | Data revoca',
  ],
  consentType: [
    'Consent | Call Consent | Phone Consent | Consent to Call | Consent Status | Has Consent',
    'TCPA Consent | TCPA_Consent_Type | Express Consent | Written Consent | Opt-in Status | Opt In',
    'Opted In | Opt-in Phone | Phone Opt In | Opt-in to calls | Einwilligung | Einwilligung Telefon',
    'Telefonische Einwilligung | Werbeerlaubnis | Zustimmung zur Telefonwerbung | Consentement appel',
    'Accord appel | Consentement téléphonique | Consentimiento llamadas | Consenso telefonico',
    'Toestemming bellen | Zgoda na telefon',
  ],
  country: [
    'Land | Country | Country Code | Country ISO | ISO2 | Country Name | CountryCode',
    'Mailing Country Code | Billing Country | Nation | Pays | País | Paese | Nazione',
  ],
  deceased: [
    'Deceased | Deceased Date | Date Deceased | Death Date | Is Deceased | Dcd | DeceasedFlag | Décédé',
    'Décès | Date de décès | Verstorben am | Todesdatum | Fallecido | Fecha de fallecimiento | Falecido',
    'Deceduto | Data decesso | Overleden',
  ],
  employerProhibits: ['Employer Prohibits | No Calls at Work | Do Not Call at Work | Do Not Call POE'],
  existingContract: ['Existing Customer | Is Customer | Active Customer'],
  inconvenientTimes: ['Inconvenient Times | Inconvenient Time | Inconvenient Hours'],
  internalDoNotCall: [
    'Do Not Contact | DoNotContact | donotphone | Do not allow Phone Calls | Do Not Allow Phone Calls',
    'donotphone__c | Phone Opt Out | Phone Opt-Out | Call Opt Out | Opted Out of Calls',
    'Opted Out of Phone | Opted out of calling | Unsubscribed from calls | Unsubscribed from all calls',
    'Has Opted Out Of Phone | Unsubscribe | Opt Out Date | Opt-out Phone Date | DNC Requested',
    'DNC Request Date | Internal DNC | Company Do Not Call | In-house DNC | Company-specific DNC',
    'Client DNC List | Suppression | Suppress | Suppressed | Suppression Flag | Block Calls',
    "Blacklisted | Blocklist | Never Call | Don't Call | Dont Call | Do Not Ring | No Contact",
    'No Telemarketing | Refuses Calls | Stop Calls | Telefon gesperrt | Anrufsperre',
    'Keine Telefonwerbung | Nicht kontaktieren | Kontaktverbot | Werbeverbot | Kein Anruf',
    'Keine Anrufe erlauben | Telefonanrufe nicht zulassen | Ne pas téléphoner | Ne pas démarcher',
    "Pas d'appel | Pas d'appels | Opposition | Opposition démarchage | Refus d'appel | Désabonné",
    'Ne plus appeler | No molestar | No llamar por teléfono | Lista negra | Excluir llamadas',
    'No telefonear | No desea llamadas | Não ligar | Não telefonar | Nao chamar | Non telefonare',
    'Non disturbare | Opposizione | Niet telefonisch benaderen | Niet benaderen | Nie dzwonić',
    'DND Status',
  ],
  lastConversationAt: ['Last Contact Date | Last RPC Date | Last Right Party Contact | Last Contacted'],
  lastTransactionAt: ['Last Payment Date | Last Purchase | Date of Last Purchase | Last Order'],
  lineType: [
    'Line Type | Phone Type | Phone 1 Type | Phone1 Type | Phone Type 1 | Type of Phone | PhoneType',
    'Carrier Type | Is Mobile | Is Cell | Is Wireless | Wireless Flag | Cell Flag | Mobile Flag',
    'Telefonart | Phone 1 - Type',
  ],
  minor: ['Minor'],
  nationalDoNotCall: [
    'Liste rouge | Bel-me-niet | Bel-me-niet register | DNC | On DNC | Is DNC | DNC Status | DNC List',
    'DNC_FLAG | National Do Not Call Registry | NDNCR | FTC DNC | FTC_DNC_Flag | Federal Do Not Call',
    'State DNC | TX DNC | Texas DNC | Wireless DNC | DNC Scrub | DNC Scrub Result | DNC Code',
    'DNC Check | DNC Registration Date | TPS Registered | TPS Flag | TPS/CTPS | TPS Check | TPS Match',
    'Telephone Preference Service | DNCL Registered | DNCR | DNCR Washed | Robinson | Lista Robinson',
    'Robinson-Liste | Bloctel | Inscrit Bloctel | Bloctel Status | RPO | REPEP | REUS | Nao Me Perturbe',
    'NDNC',
  ],
  ownerAgent: ['Owner | Lead Owner | Assigned To | Assigned User'],
  pastCalls: ['Past Calls'],
  personKey: [
    'Debtor # | Contact ID | CUSTOMER_ID | Person ID | SOS_VOTERID | Voter_ID | StateVoterId',
    'Registrant ID | VUID | Voter Registration Number | VOTER_NBR | ncid',
  ],
  phone: [
    'Contact No | Contact No. | Contact # | Phone# | Phone #1 | Ph | Ph. | Ph No | Ph1 | Tel No | Tel.',
    'Tel. 1 | Téléphone fixe | Tél. portable | N° de téléphone | Numéro de téléphone | Numéro | Mobile',
    'Mob | Mob No | Mobile No. | Cell | Cell # | Cell Ph | HPhone | WPhone | Home Ph | Home Tel',
    'Day Phone | Eve Phone | Evening Telephone | BTN | WTN | Debtor Phone | Debtor Home Phone',
    'Debtor Cell | Borrower Cell | PhoneNumber1 | Phone_1 | phone1 | Telephone1 | TelephoneNumber',
    'telephone_1 | Primary Phone | Best Phone | Main Phone | Other Phone | Primary Phone Number',
    'Phone Number (E164) | Full Phone Number | International Phone | Voter Phone',
    'VoterTelephones_FullPhone | TelephoneNum | PHONE_NUM | RES_PHONE | Phone_Landline',
    'Daytime Phone Number | phone_mobile | Phone (Home) | Phone - Mobile | Mobile phone (personal)',
    'Direct Dial | Direct Phone | Office Phone | Company Phone | Company Main Phone',
    'Person - Phone - Work | Person - Phone - Home | Person - Phone - Mobile | Person - Phone - Other',
    'Phone (Work) | Mobile number | Telefon 1 | Telefon privat | Telefon mobil | Tel. privat',
    'Tel. geschäftl. | Tel. dienstl. | Telefon (Büro) | Telefon Firma | Festnetznummer | Festnetz',
    'Mobilnr. | Mobil | Tel-Nr. | TelNr | Telefonnr. | Telefon-Nr | Rufnummer 1 | Handy-Nr.',
    'Rückrufnummer | Móvil | Telf. | Tfno | Tlf | Tfno. móvil | Teléfono 1 | Teléfono fijo | Tel. casa',
    'Número de teléfono | Nº teléfono | Celular 1 | Fone | Fone 1 | Fone residencial | Tel. celular',
    'Telefone 1 | Telemóvel | Nº de telemóvel | Cell. | Cellulare | Tel. fisso | N. telefono',
    'Recapito telefonico | Telefoon | Telefoon thuis | Telefoon werk | Tel.nr. | Mobiel nummer',
    'GSM-nummer | Vaste telefoon | Nr telefonu | Telefon stacjonarny | Telefonnummer',
    'Mobiltelefonnummer',
  ],
  phoneDoNotCall: [
    'Litigator | TCPA Litigator | Known Litigator | Phone1 DNC | Phone 2 Do Not Call | Phone2_DNC_Flag',
    'DNC1 | DNC_2 | DNC Phone 2 | Mobile DNC | Cell DNC | Home Phone DNC | Mobile Phone Do Not Call',
    'Do Not Call Mobile | Do Not Call (Mobile) | Do Not Call Home Phone | Phone 2 DNC Status',
    'Phone 2 Blocked | Phone 1 TPS | Mobile TPS | Phone 1 Litigator | Mobile 1 DNC | Phone 2 - DNC',
    'Cell Phone On DNC | Wireless 1 DNC | Phone 2 Unsubscribed | Do Not Call Work',
  ],
  postalCode: [
    'Billing Zip/Postal Code | Zip | ZipCode | Zip5 | Zip Code 5 | zip9 | Post Code | PostalCode',
    'Postal Zip | Post/Zip Code | Postcode/ZIP | PinCode | PIN Code | Eircode | Res_Zip5',
    'Residence Zip | ResidentialZip | RegZip5 | Residential_Zip5 | res_zip_code | primary_zip',
    'Postleitzahl | Code postal | CP | Código postal | C.P. | CEP | CAP | Postcode',
  ],
  reassigned: ['Reassigned | RND Result | Reassigned Number'],
  reassignedAt: ['RND Date | Reassigned Number Date'],
  region: [
    'State | ST | State Code | State Name | Home State | State/Prov | Prov/State | State_Province',
    'Res State | MailingState | Mailing State/Province | Billing State | Residence State | Reg State',
    'RegState | res_addr_state | Resident_State | residential_address_state | Primary_State',
    'State_Abbrev | StateAbbr | Region | Region/State | Province | Prov. | Province/Territory',
    'Bundesland | Bundesland/Provinz | Kanton | Département | Région | Canton | Estado',
    'Estado/Provincia | Comunidad | Comunidad Autónoma | Entidad | UF | Unidade federativa | Distrito',
    'Regione | Prov | Provincie',
  ],
  seller: ['Current Creditor'],
  shown: [
    'Contact by Phone | Email Consent | Email Opt In | Email Opt Out | Unsubscribed from all email',
    'Unsubscribed from email | Best Time to Call | Best Time To Contact | Preferred Call Time',
    'Last Activity Date | DID | Co-Borrower Phone | Spouse Phone | Cosigner Phone | Reference Phone',
    'Emergency Phone | Relative Phone | Fax | Fax Phone | Phone Ext | Phone Extension | Work Ext',
    'WhatsApp Number | WhatsApp | HQ Phone | Work | 06-nummer | Puhelin | 电话 | 手机 | 電話番号 | Телефон',
    'Nationality | Address | Full Address',
  ],
  timeZone: ['Time Zone | Timezone | TZ | Zeitzone | Contact Timezone'],
  'warned of': [
    'Blocked | Stop | Gesperrt | Baja | Bloqueado | Registry | TCPA | Phone 2 Wrong Number',
    "Marketing Consent | Agree to Terms | Legal basis for processing contact's data | GDPR Consent",
    'Werbung erlaubt | Consenso marketing | Zgoda marketingowa | Attorney Firm | Legal Representation',
    'Bankruptcy Case Number | DOD | Do Not Call Before | Do Not Call After',
    'Permanently Disconnected Date | Last Called | Last Call Date | Last Attempt Date',
    'last_local_call_time | Wrong Number | Military | SCRA | Active Duty | Disputed | Dispute',
    'Dispute Date | Fraud | Statute of Limitations | Identity Theft | Incarcerated',
    'Power of Attorney | Guardian | Street State | ZIP+4 | Zip Plus 4 | Zip4 | Pin | VoterFile Zip',
    'County | County Name | Territory | PLZ/Ort | PLZ Ort | CP Ville | Time Zone Offset | GMT Offset',
    'gmt_offset_now | UTC Offset | City/State | City, State, Zip | City State Zip | EBR Date | EBR',
  ],
};

/** The target of a header beside three numbers; whether it is warned of where it is only shown. */
function takenFor(header: string): string {
  const columns = mapColumns(['Phone 1', 'Phone 2', 'Mobile', header]);
  const target = columns[3]?.target ?? '';
  if (!target.startsWith('field:')) return target;
  return columnWarnings(columns).length > 0 ? 'warned of' : 'shown';
}

describe.each(Object.entries(HEADERS))('%s', (target, lines) => {
  test.each(lines.flatMap((line) => line.split(' | ')))('%s', (header) =>
    expect(takenFor(header)).toBe(target),
  );
});
