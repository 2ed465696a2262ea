/** Words of headers about consent and do-not-call, by the part they play, in the languages of lists. */
import { plainWords } from './plain-words.js';

/** The part that a word plays in a header. One word may play several. */
export type LegalRole =
  | 'negation'
  | 'call'
  | 'refusal'
  | 'register'
  | 'any list'
  | 'noted'
  | 'litigator'
  | 'registry'
  | 'screened'
  | 'own'
  | 'consent'
  | 'permission'
  | 'revocation'
  | 'written'
  | 'date'
  | 'given'
  | 'proof'
  | 'marketing'
  | 'workplace'
  | 'filler';

/** Words as {@link plainWords} writes them, in the languages of lists. */
const WORDS: Readonly<Record<LegalRole, readonly string[]>> = {
  /** That something must not be. */
  negation: [
    'не нельзя запрет запрещено запрещен запрещены стоп нет заборонено заборона',
    'inte ikke ej ala alkaa ei ne nem nu zakaz zakazano yasak etmeyin',
    '不可 禁止 不要 请勿 勿 不 停止 금지 불가 안함 عدم لا ممنوع يمنع',
    'donot dont not no never stop block blocked refuse refuses refused exclude excluded',
    'exclusion forbid forbids forbidden prohibit prohibits prohibited prohibido prohibida',
    'nicht kein keine keinen sperre gesperrt verbot verboten interdit interdite proibido vietato',
    'nepas pas refus refuse sans aucun nao bloquear bloqueo excluir non niet geen nie zakaz',
  ],
  /** Calls and telephones. */
  call: [
    'звонить звоните звонок звонки звонков звонка звонкам беспокоить обзванивать обзвон',
    'дзвонити дзвінки дзвінків телефонувати',
    'arama aramalari arayabilir aranabilir aranmak telefonla ring ringa ringas ringe ringes',
    'opkald oppringning',
    'soita soittaa soitto puhelu puhelut volat volani hovor hovory zavolat hivas hivhato suna apel apeluri',
    '電話 架電 通話 連絡 お電話 电话 呼叫 来电 致电 联系 打电话 電聯 聯絡 전화 통화 연락 الاتصال اتصال المكالمات مكالمات تتصل الهاتف',
    'call calls calling called callable contactable dial dialed ring phone phones telephone',
    'telephoned tel contact contacts contacted voice',
    'telemarket llamado llamada chiamato contattato contacte contactee contactado contatado',
    'contacting solicit solicitation solicitations telemarketing disturb telephonic phoning',
    'anruf anrufe anrufen anrufs angerufen telefon telefonisch telefonische telefonischer',
    'telefonwerbung telefonanruf',
    'telefonanrufe telefonkontakt kontakt kontaktieren kontaktiert kontaktaufnahme werbeanruf',
    'werbeanrufe',
    'appel appels appeler appele appelee telephoner telephonique contacter demarcher demarche',
    'demarchage',
    'llamar llamada llamadas telefonear telefonica telefonicas telefonico telefono contactar',
    'contacto molestar',
    'ligar ligacao ligacoes telefonar chamar chamada chamadas telefone contatar contato perturbe',
    'perturbar',
    'chiamare chiamata chiamate telefonare telefonica telefoniche contattare contatto disturbare',
    'bellen gebeld telefonisch benaderen benaderd telefoon dzwonic telefoniczny telefoniczna',
    'kontaktowac telefonsalg telefonforsaljning',
  ],
  /** The person's own no, in one word. */
  refusal: [
    'отказ отказался отказалась отписан отписался отписка чс черныйсписок стоплист відмова',
    'aramayin aranmasin ret reddetti karaliste engelli nevolat nevolejte odhlasen puhelinkielto kielto',
    '拒否 オプトアウト 拒绝 拒絕 黑名单 黑名單 免打扰 退订 勿扰 着信拒否 ブラックリスト 거부 수신거부 블랙리스트 رفض رافض محظور',
    'optout unsubscribe unsubscribed suppress suppressed suppression blacklist blacklisted',
    'blocklist blocklisted dnd',
    'abgemeldet widerspruch widersprochen werbewiderspruch werbesperre anrufsperre telefonsperre',
    'kontaktsperre',
    'sperrvermerk werbeverbot kontaktverbot',
    'opposition oppose desabonne desinscrit oposicion listanegra opposizione oposicao listanegra',
    'czarnalista listanera schwarzeliste',
    'bezwaar verzet uitgeschreven sprzeciw zastrzezony zastrzezenie',
  ],
  /** Registers of numbers that must not be called. */
  register: [
    'iys nevolejteregistr',
    'dnc dncl dncr ndnc ndncr tps ctps nccpt rpo reus repep robinson robinsonliste',
    'robinsonlist bloctel',
    'lnnte bmnr sterneintrag sternvermerk reservert reservasjon nix nixregistret robinsonlisten',
    'procon naomeligue',
    'belmeniet listerouge naomeperturbe opposizioni telephonepreferenceservice donotcallregistry',
  ],
  /** A do-not-call list that may be a public register or the company's own. */
  'any list': ['dnc'],
  /** What is said of any list. */
  noted: ['code known listed'],
  /** People who sue callers. */
  litigator: ['litigator litigators litigious plaintiff plaintiffs troll trolls'],
  /** What is said of a register: whose it is, and how the number was looked up. */
  registry: [
    'national natl federal fed state states ftc us usa ca canadian wireless registry register registered',
    'registration',
    'match matched matches hit check checked scrub scrubbed scrubbing result results wash washed',
    'washing',
    'tcpa serial professional',
    'registro registre registret register inscrit inscrito iscritto eingetragen gelistet',
    'pubblico delle',
    'liste lista',
  ],
  /** That numbers were compared with a register: beside a day, that is when, whatever the answer was. */
  screened: ['check checked scrub scrubbed scrubbing wash washed washing'],
  /** That the request was made to this company. */
  own: [
    'internal int company client corporate corp own house inhouse specific request',
    'requested requests reason intern global campaign',
    'interne interna',
  ],
  /** Consent itself. */
  consent: [
    'согласие согласия согласен согласна згода згоди',
    'onay onayi izin izni riza rizasi iys',
    'souhlas souhlasu suhlas suostumus suostumuksen hozzajarulas consimtamant consimtamantul συγκαταθεση',
    '同意 同意書 オプトイン 授权 授權 承諾 許諾 동의 수신동의 موافقة الموافقة',
    'consent consents consented consenting optin permission permissions authorization',
    'authorisation pewc ewc',
    'einwilligung zustimmung werbeeinwilligung telefoneinwilligung werbeerlaubnis',
    'consentement consentements accord autorisation consentimiento autorizacion',
    'consentimento autorizacao consenso consensi autorizzazione toestemming akkoord zgoda zgody',
    'einwilligungsdatum toestemmingsdatum',
    'samtycke samtyckesdatum samtykke samtykkedato',
  ],
  /** That calls are allowed. */
  permission: [
    'можно разрешено разрешение разрешены дозволено дозвіл',
    'izin izni edilebilir tillatet tilladt tillatt sallittu povoleno',
    '可 可否 許可 可能 可以 允许 允許 许可 허용 가능 مسموح يسمح السماح',
    'ok okay may can allow allows allowed permitted permit permission permissions agree agrees',
    'agreed accept accepts',
    'authorizes authorises callable contactable',
    'erwunscht gewunscht',
    'erlaubt erlauben erlaubnis darf durfen zulassen zugelassen zulaessig autorise autorisation',
    'accepte accepter peut',
    'acepta autoriza permite permiso puede desea aceita autorizado permissao pode accetta',
    'permesso puo mag',
  ],
  /** That consent was taken back. */
  revocation: [
    'отозвано отозван отзыв отозвала відкликано відкликання',
    'iptal odvolan odvolano peruttu peruutettu visszavont visszavonas',
    '撤回 取消 撤销 撤銷 取り消し 철회 سحب إلغاء',
    'revoked revocation revoke withdrawn withdrawal withdrew widerruf widerrufen widerrufsdatum',
    'revoque retire retrait revocacion revocado retirado revogacao revogado revoca revocato ritirato',
    'ingetrokken intrekking aterkallat aterkallelse tilbagekaldt tilbakekalt',
  ],
  written: [
    'письменное письменная письменно подписано письмова yazili pisemny skriftligt skriftlig kirjallinen',
    '書面 书面 署名 서면 خطية كتابية',
    'written signed writing pewc ewc schriftlich schriftliche ecrit ecrite escrito escrita',
    'scritto schriftelijk',
  ],
  date: [
    'дата даты дату день когда tarih tarihi dato pvm paivamaara datum data',
    '日 日付 日時 年月日 日期 时间 時間 일자 날짜 일시 일 تاريخ',
    'date dates at on time timestamp ts dt dttm datetime since when day datum am vom tag',
    'seit zeitpunkt le jour fecha',
    'el dia data em giorno op dag dzien',
    'einwilligungsdatum widerrufsdatum toestemmingsdatum samtyckesdatum samtykkedato',
  ],
  /** That consent was given: beside such a word stands a day, or yes. */
  given: [
    'получено дано выдано получения verildi verilme alindi udelen annettu',
    '取得 获取 获得 取得日 취득 받은',
    'given granted obtained captured erteilt gegeben donne dado dato gegeven',
  ],
  /** Where the proof of consent is. */
  proof: [
    'источник подтверждение доказательство запись kaynak zdroj lahde',
    '証跡 証拠 凭证 来源 来源 증빙 출처 مصدر',
    'evidence proof source url link reference ref record certificate cert token id ip',
    'trustedform jornaya nachweis beleg preuve prueba prova bewijs',
  ],
  /** Of several channels: a refusal counts for calls, a consent may be for others. */
  marketing: [
    'prospection prospeccion',
    'marketing sales advertising werbung publicite publicidad publicidade pubblicita reclame',
    'commercial commerciale commerciaux commerciales comercial comerciales comerciais commerciali',
    'commerciaal commerciele kommerziell',
  ],
  workplace: ['atwork poe employer workplace arbeitsplatz'],
  filler: [
    'на для от о об по и с к был была клиента абонента телефону флаг признак статус',
    'icin ile bilgisi durumu mi var mu til for av af om pro na o se ze kaynagi',
    '有無 有无 の への フラグ 区分 状態 是否 状态 客户 顧客 여부 상태 고객 من على في إلى العميل هل',
    'auto autodialed wants want wishes wish does longer bitte meer mehr sie souhaite souhaitent veut sur',
    'deseja quer desidera vuole essere sich w',
    'of the to for by from all any is has have was been be being me us you we they this person',
    'customer consumer further more anymore',
    'debtor lead flag status y n yes box indicator ind value type kind level out up list express',
    'prior explicit number numbers please wunsch wunscht wird werden',
    'de du des au aux le la les l d par pour a s un une por para el los las su se lo da do dos das ao di',
    'del della al alle agli per il lo',
    'recht uwg in der die das den dem von zu zum zur per durch fur ein eine einer',
    'van voor te worden wil na etre ser tcpa mot',
  ],
};

/** Words that belong together, as one. */
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/\bopt(?:ed|s)? in\b|\boptedin\b/g, 'optin'],
  [/\bopt(?:ed|s)? out\b|\boptedout\b/g, 'optout'],
  [/черныи список/g, 'черныисписок'],
  [/стоп лист/g, 'стоплист'],
  [/\bkara liste\b/g, 'karaliste'],
  [/\bdo not\b|\bdon t\b/g, 'donot'],
  [/\bne (?:pas|plus)\b/g, 'nepas'],
  [/\b(?:black|block) list(ed)?\b/g, 'blacklist$1'],
  [/\blista negra\b/g, 'listanegra'],
  [/\bczarna lista\b/g, 'czarnalista'],
  [/\blista nera\b/g, 'listanera'],
  [/\bschwarze liste\b/g, 'schwarzeliste'],
  [/\bbel me niet\b/g, 'belmeniet'],
  [/\bliste rouge\b/g, 'listerouge'],
  [/\bnao me ligue\b/g, 'naomeligue'],
  [/\bnao me perturbe\b/g, 'naomeperturbe'],
  [/\btelephone preference service\b/g, 'telephonepreferenceservice'],
  [/\btrusted form\b/g, 'trustedform'],
  [/\bat work\b|\bplace of employment\b/g, 'atwork'],
  [/\bin house\b/g, 'inhouse'],
  [/\bcorporate (?:tps|telephone preference service)\b/g, 'ctps'],
  [/\be mails?\b/g, 'email'],
];

const ROLES: ReadonlyMap<string, ReadonlySet<LegalRole>> = rolesByWord();

function rolesByWord(): Map<string, Set<LegalRole>> {
  const roles = new Map<string, Set<LegalRole>>();
  for (const [role, lines] of Object.entries(WORDS) as [LegalRole, readonly string[]][])
    for (const word of lines.flatMap((line) => line.split(' '))) {
      const plain = /^[a-z]+$/.test(word) ? word : plainWords(word);
      roles.set(plain, (roles.get(plain) ?? new Set()).add(role));
    }
  return roles;
}

/** Longest header that is taken apart. */
const LONGEST_HEADER = 80;

/** Words of a header, phrases as one word, and words that are written together parted: 'donotcall'. */
export function legalTokens(header: string): readonly string[] {
  let text = header.slice(0, LONGEST_HEADER).replace(/(?<=\p{L})(?=\d)|(?<=\d)(?=\p{L})/gu, ' ');
  for (const [phrase, word] of PHRASES) text = text.replace(phrase, word);
  return text
    .split(' ')
    .flatMap((token) => (ROLES.has(token) || /^\d+$/.test(token) ? [token] : (parted(token) ?? [token])))
    .join(' ')
    .replace(/\bdo not\b/g, 'donot')
    .replace(/\bopt(?:ed)? out\b/g, 'optout')
    .replace(/\bopt(?:ed)? in\b/g, 'optin')
    .split(' ');
}

/** Parts of words that only occur within words written together. */
const WITHIN = new Set(['do', 'opt', 'opted']);
/** Words of two letters that are written together with others: 'oktocall'. Of any two 'until' is made. */
const SHORT_PARTS = new Set(['do', 'is', 'me', 'no', 'of', 'ok', 'on', 'to', 'us']);

/** A word as known words written together; null where it is not. */
function parted(token: string): string[] | null {
  const reached: (string[] | null)[] = [[]];
  for (let end = 1; end <= token.length; end += 1) {
    reached[end] = null;
    for (let start = 0; start < end && reached[end] === null; start += 1) {
      const before = reached[start];
      const word = token.slice(start, end);
      const isShort = end - start < 3 && /^[a-z]+$/.test(word) && !SHORT_PARTS.has(word);
      if (before && !isShort && (ROLES.has(word) || WITHIN.has(word))) reached[end] = [...before, word];
    }
  }
  return reached[token.length] ?? null;
}

/** The roles of each word; null where a word has none: the header is about something else. */
export function legalRoles(tokens: readonly string[]): readonly ReadonlySet<LegalRole>[] | null {
  const roles = tokens.map((token) => ROLES.get(token));
  return roles.every((role) => role !== undefined) ? roles : null;
}
