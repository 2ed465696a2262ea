/** Encodings of lists: by name, by mark, by what the bytes look like. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { decodeText } from '../../src/text/decode-text.js';
import type { EncodingReport } from '../../src/text/decode-text.js';

async function decode(bytes: Uint8Array, encoding?: string): Promise<EncodingReport & { text: string }> {
  const report: EncodingReport = { encoding: '' };
  let text = '';
  for await (const piece of decodeText([bytes], report, encoding)) text += piece;
  return { ...report, text };
}

describe('encodings of lists', () => {
  test('windows-1252 is right on every Node: dashes, quotes and the euro', async () => {
    const text = 'phone,name,note\n(202) 555–0143,Seán O’Brien,“fee” 5 €\n';
    const bytes = iconv.encode(text, 'windows-1252');
    expect(await decode(bytes)).toMatchObject({ text, encoding: 'windows-1252' });
    for (const name of ['windows-1252', 'latin1', 'ISO-8859-1'])
      expect(await decode(bytes, name)).toMatchObject({ text, encoding: 'windows-1252' });
  });

  test.each([
    ['windows-1252', 'Name;Stadt\nJosé Núñez;München\nÅse Sørensen;Ærøskøbing\nFrançois Lefèvre;Orléans\n'],
    ['windows-1252', 'name\nMüller\n'],
    ['windows-1252', 'name\nSeán O’Brien\nD’Angelo – “Jo”\n'],
    [
      'windows-1250',
      'imię;miasto\nŁukasz Wójcik;Kraków\n' + 'Zażółć Gęśla;Łódź\nŚwiątek Źrebięca;Częstochowa\n',
    ],
    ['windows-1250', 'jméno\nDvořák Jiří\nŠťastný Zdeněk\nKovář Tomáš\nRůžičková Běla\n'],
    ['windows-1251', 'имя;город\nИванов Пётр;Москва\nСмирнова Анна;Казань\n'],
    ['windows-1253', 'όνομα\nΠαπαδόπουλος Γιώργος\nΝικολάου Ελένη\n'],
    ['windows-1254', 'ad;şehir\nAyşe Yıldız;İstanbul\nGökhan Şahin;Eskişehir\nÇağlar Öztürk;Muğla\n'],
    ['macintosh', 'Name;City\rJosé Núñez;Málaga\rJürgen Müller;Köln\r'],
    ['cp850', 'Name;Ort\r\nJürgen Müller;Köln\r\nJosé Núñez;Málaga\r\n'],
    ['koi8-r', 'имя\nИванов Петр\nСмирнова Анна\n'],
  ])('detects %s and says so', async (encoding, text) => {
    expect(await decode(iconv.encode(text, encoding))).toMatchObject({ text, encoding });
  });

  test.each([
    ['shift_jis', '電話番号,氏名\n03-1234-5678,山田太郎\n'],
    ['shift_jis', 'phone,name\n03-1234-5678,タナカ ケイコ\n'],
    ['shift_jis', 'phone,name\n03-1234-5678,ﾅｶﾑﾗ ｼﾞｭﾝ\n'],
    ['shift_jis', 'phone,name\n03-1234-5678,髙橋 さくら\n'],
    ['gbk', '电话,姓名\n13812345678,王小明\n'],
    ['gbk', 'phone,name\n13812345678,李娜\n13812345679,欧阳建国\n'],
    ['big5', '電話號碼,姓名\n0912345678,陳怡君\n'],
    ['big5', 'phone,name\n0912345678,林志豪\n'],
    ['euc-kr', '전화번호,이름\n010-1234-5678,김철수\n'],
    ['euc-kr', 'phone,name\n010-1234-5678,박지현\n'],
    ['euc-jp', '電話番号,氏名\n03-1234-5678,さとう花子\n'],
  ])('detects %s, with two bytes a letter, and says so: %s', async (encoding, text) => {
    const bytes = iconv.encode(text, encoding);
    expect(await decode(bytes)).toMatchObject({ text, encoding });
    // Far down, where pieces of the file cut letters in two.
    const far = 'phone,name\n' + '+12025550143,Ana\n'.repeat(3_000) + text.repeat(4_000);
    expect((await decode(iconv.encode(far, encoding))).text === far).toBe(true);
  });

  test('a letter at the end of a piece stays where it is', async () => {
    const text = `phone,tél\n${'x'.repeat(16_384 - 11)}éa\n${'b\n'.repeat(40_000)}`;
    expect((await decode(iconv.encode(text, 'windows-1252'))).text === text).toBe(true);
  });

  test('a few letters of East Asia are doubtful, many are not', async () => {
    const few = await decode(iconv.encode('name\n慕容雪\n', 'gbk'));
    expect(few.isDoubtful).toBe(true);
    const many = await decode(iconv.encode('电话,姓名\n1,王小明\n2,李娜\n3,欧阳建国\n', 'gbk'));
    expect(many).toMatchObject({ encoding: 'gbk' });
    expect(many.isDoubtful).toBeUndefined();
  });

  test('letters that make no words in any encoding are doubtful', async () => {
    const read = await decode(Buffer.from('name\na\xb6b\xb5c\nd\xbce\xbdf\n', 'latin1'));
    expect(read).toMatchObject({ isDoubtful: true, encoding: 'windows-1252' });
    const western = iconv.encode('name\nJosé Núñez “Pepe” – 5 €', 'windows-1252');
    expect((await decode(western)).isDoubtful).toBeUndefined();
  });

  test('UTF-16 is read with a mark and without one, in both orders', async () => {
    const text = 'phone,name\n+12025550143,Ana\n+13125550121,Zoë\n';
    for (const [encoding, name] of [
      ['utf-16le', 'utf-16le'],
      ['utf-16be', 'utf-16be'],
    ] as const) {
      expect(await decode(iconv.encode(text, encoding))).toMatchObject({ text, encoding: name });
      expect(await decode(iconv.encode(`\ufeff${text}`, encoding))).toMatchObject({ text, encoding: name });
    }
  });

  test('an encoding that is given is used; what it cannot read is counted', async () => {
    expect(await decode(iconv.encode('山田', 'shift_jis'), 'Shift_JIS')).toMatchObject({ text: '山田' });
    expect(await decode(Buffer.from('Jos\xe9', 'latin1'), 'utf-8')).toMatchObject({
      text: 'Jos\ufffd',
      unreadable: 1,
    });
    await expect(decode(Buffer.from('x'), 'klingon')).rejects.toThrow("The encoding 'klingon' is not known.");
  });

  test('property: names of western Europe come through windows-1252', async () => {
    const syllable = fc.constantFrom('ba', 'né', 'lè', 'mü', 'ßt', 'kö', 'ña', 'çi', 'rá', 'tó', 'nd', 'hn');
    const word = fc.string({ unit: syllable, minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 30 }), async (words) => {
        const text = words.join(',');
        const read = await decode(iconv.encode(text, 'windows-1252'));
        expect(read.text).toBe(text);
      }),
      { numRuns: 200 },
    );
  });
});
