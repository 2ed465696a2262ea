/** Lists of the kinds that systems and people make, with what is right: in the text files beside. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { readingsOf } from './readings.js';

interface Case {
  readonly name: string;
  readonly country: string;
  readonly delimiter?: string;
  readonly header: string;
  readonly rows: readonly { readonly text: string; readonly right: readonly string[] }[];
  readonly warned: readonly string[];
  readonly refused?: string;
}

const FILES = [
  'headers-of-systems',
  'legal-words',
  'spelling',
  'odd-exports',
  'more-exports',
  'later-exports',
  'careless-lists',
  'languages',
  'words-not-known',
];
const SIGNS: Readonly<Record<string, string>> = { tab: '\t' };

function casesOf(file: string): Case[] {
  const text = readFileSync(new URL(`${file}.txt`, import.meta.url), 'utf8');
  return text.split('\n## ').slice(1).map(caseOf);
}

function caseOf(section: string): Case {
  const [title = '', header = '', ...lines] = section.trimEnd().split('\n');
  const [name = '', country = '', sign] = title.split(' | ');
  const said = (word: string): string[] =>
    lines.filter((line) => line.startsWith(word)).map((line) => line.slice(word.length));
  const rows = lines.flatMap((line) => {
    const [row = '', right] = line.split(' => ');
    return right === undefined ? [] : [{ text: seen(row), right: right.split(' & ') }];
  });
  const [refused] = said('refused: ');
  return {
    name,
    country,
    header: seen(header),
    rows,
    warned: said('warned: ').flatMap((names) => names.split(' & ')),
    ...(sign === undefined ? {} : { delimiter: SIGNS[sign] ?? sign }),
    ...(refused === undefined ? {} : { refused }),
  };
}

function seen(text: string): string {
  return text
    .replace(/\\u([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replaceAll('\\n', '\n');
}

describe.each(FILES)('%s', (file) => {
  test.each(casesOf(file).map((one) => [one.name, one] as const))('%s', async (_name, one) => {
    const list = [one.header, ...one.rows.map(({ text }) => text)].join('\n');
    const read = readingsOf(`${list}\n`, one);
    if (one.refused !== undefined) return expect(read).rejects.toThrow(one.refused);
    const { rows, warnings } = await read;
    const wrong = one.rows.flatMap(({ text, right }, index) => {
      const row = rows[index] ?? 'no row';
      const unmet = right.filter((part) => row.includes(part.replace(/^!/, '')) === part.startsWith('!'));
      return unmet.map((part) => ({ text, right: part, row }));
    });
    expect(wrong).toEqual([]);
    expect(rows).toHaveLength(one.rows.length);
    expect(one.warned.filter((name) => !warnings.some((warning) => warning.includes(name)))).toEqual([]);
  });
});
