/**
 * Tells encodings of East Asia apart, which have two bytes a letter: by the signs that are common in lists of
 * people, and by the half of each table that holds the signs in use.
 */
import iconv from 'iconv-lite';

interface Wide {
  readonly name: string;
  /** Whether a letter of these bytes is of the part of the table that is in use. */
  readonly isUsual: (lead: number, trail: number) => boolean;
  /** Letters that names, addresses and headers of lists are full of. */
  readonly common: ReadonlySet<string>;
}

const JAPANESE = new Set(
  '電話番号携帯氏名前住所郵便都道府県市区町村会社生年月日性別男女備考顧客年齢登録連絡先担当者田山川中村木本藤佐鈴高' +
    '橋渡辺伊小林加吉松井上石清野原岡島池森阿部長谷前後近青坂福西東南北三浦宮内千葉大太郎一二次子美和正明恵' +
    '健雄智裕真由香優京阪神奈埼玉愛知海広静兵庫茨城栃群馬新潟富岐重滋歌鳥取根徳媛崎熊分児沖縄',
);
const SIMPLIFIED = new Set(
  '电话号码手机姓名地址城市省区县邮编公司出生日期性别男女备注客户年龄联系人王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马' +
    '罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆' +
    '伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂小红华建国文玉梅海燕飞云龙志晓东京上广州深圳北南西天津' +
    '重庆江浙山河湖川路街一二三四五六七八九十大中的是否有',
);
const TRADITIONAL = new Set(
  '電話號碼手機姓名地址城市縣區郵遞公司出生日期性別男女備註客戶年齡聯絡人王李張劉陳楊趙黃周吳徐孫胡朱高林何郭馬' +
    '羅梁宋鄭謝韓唐馮于董蕭程曹袁鄧許傅沈曾彭呂蘇盧蔣蔡賈丁魏薛葉余潘杜戴夏鍾汪田任姜范方石姚譚廖鄒熊金陸洪邱賴簡' +
    '偉芳娜秀英敏靜麗強軍勇傑娟濤明超蘭霞平剛桂小紅華建國文玉梅海燕飛雲龍志曉東淑美雅惠怡君家豪俊宏雯婷冠宇佳' +
    '臺台北新竹中南高雄桃園基隆香港九龍路街段號樓一二三四五六七八九十大國是否有',
);
const KOREAN = new Set(
  '전화번호휴대폰핸드이름성명주소시도구군동읍면리로길회사생년월일성별남녀비고고객나이연락처담당자우편김이박최정강조윤장임' +
    '한오서신권황안송류전홍유고문양손배백허노심하곽차주구민진나지현수영준미경은혜희철호석우상원재태훈인선아' +
    '연기대세종광울산부천북제가남다라사의자마',
);

const KANA = /[\u3041-\u30fe々]/;
/** Kana of half the width: all of A1 to DF are one, so other encodings read as Japanese are full of them. */
const HALF_KANA = /[\uff66\uff6c-\uff9f]/;
const HALF_KANA_COMMON = 0.3;
const ALONE = /(?<![\uff61-\uff9f])[\uff61-\uff9f](?![\uff61-\uff9f])/g;
/** A letter that no list has. */
const ALONE_SIGN = '\u0e01';
const HANGUL = /[\uac00-\ud7a3]/;

const between = (byte: number, from: number, to: number): boolean => byte >= from && byte <= to;

/** In the order in which they win a tie. */
const ENCODINGS: readonly Wide[] = [
  { name: 'shift_jis', isUsual: (lead) => between(lead, 0x88, 0x98), common: JAPANESE },
  {
    name: 'gbk',
    isUsual: (lead, trail) => between(lead, 0xb0, 0xd7) && trail >= 0xa1,
    common: SIMPLIFIED,
  },
  { name: 'big5', isUsual: (lead) => between(lead, 0xa4, 0xc6), common: TRADITIONAL },
  {
    name: 'euc-kr',
    isUsual: (lead, trail) => between(lead, 0xb0, 0xc8) && trail >= 0xa1,
    common: KOREAN,
  },
  { name: 'euc-jp', isUsual: (lead) => between(lead, 0xb0, 0xcf), common: JAPANESE },
];

/** Bytes looked at; more do not change the answer. */
const LOOKED_AT = 16_384;
/** Shares of the letters, from which on an encoding is taken. */
const USUAL_LEAST = 0.75;
const COMMON_LEAST = 0.25;
/** With fewer letters than this, most of them must be common. */
const LETTERS_SURE = 4;
const COMMON_OF_FEW = 0.6;

/** How well bytes fit an encoding. */
interface Fit {
  readonly total: number;
  readonly letters: number;
}

/**
 * The encoding of East Asia that the bytes fit, and from how many letters that is told; null where they fit
 * none.
 */
export function detectWideEncoding(bytes: Uint8Array): { name: string; letters: number } | null {
  const looked = bytes.subarray(0, LOOKED_AT);
  let best: (Fit & { readonly name: string }) | null = null;
  for (const encoding of ENCODINGS) {
    const fit = fitOf(encoding, looked);
    if (fit !== null && (best === null || fit.total > best.total)) best = { name: encoding.name, ...fit };
  }
  return best && { name: best.name, letters: best.letters };
}

/** How well the bytes fit; null where they do not. */
function fitOf(wide: Wide, bytes: Uint8Array): Fit | null {
  const { name, common } = wide;
  const text = iconv.decode(Buffer.from(bytes), name);
  // The last letter may be cut.
  if (text.slice(0, -1).includes('\ufffd')) return null;
  const isJapanese = common === JAPANESE;
  const counts = { letters: 0, usual: 0, common: 0 };
  // A single kana of half the width between other signs is a byte of something else.
  for (const letter of text.replace(ALONE, ALONE_SIGN)) {
    if (letter < '\u0100' || !/\p{L}/u.test(letter) || /[\uff21-\uff5a]/.test(letter)) continue;
    counts.letters += 1;
    counts.usual += isUsualLetter(letter, wide) ? 1 : 0;
    counts.common += isJapanese && HALF_KANA.test(letter) ? HALF_KANA_COMMON : common.has(letter) ? 1 : 0;
    if (isJapanese && KANA.test(letter)) counts.common += 1;
  }
  if (counts.letters < 2) return null;
  const usual = counts.usual / counts.letters;
  const share = counts.common / counts.letters;
  const isHalf = isJapanese && HALF_KANA.test(text.replace(ALONE, ''));
  const least = counts.letters < LETTERS_SURE && !isHalf ? COMMON_OF_FEW : COMMON_LEAST;
  if (usual < USUAL_LEAST || share < least) return null;
  return { total: usual + 2 * share, letters: counts.letters };
}

function isUsualLetter(letter: string, { name, isUsual, common }: Wide): boolean {
  if (KANA.test(letter) || HALF_KANA.test(letter)) return common === JAPANESE;
  if (common === KOREAN && !HANGUL.test(letter)) return false;
  if (letter === ALONE_SIGN) return false;
  const [lead = 0, trail = 0] = iconv.encode(letter, name);
  return isUsual(lead, trail);
}
