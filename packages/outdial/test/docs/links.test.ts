/** Every relative link of every page leads to a file, and to a heading where it names one. */
import { expect, test } from '@jest/globals';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { PAGES, ROOT } from './pages.js';

/** The anchor that a heading gets. */
function anchorOf(heading: string): string {
  return heading
    .replace(/`|\*|\[|\]\([^)]*\)/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .trim()
    .replaceAll(' ', '-');
}

function anchorsOf(path: string): readonly string[] {
  const text = readFileSync(path, 'utf8').replace(/^```[\s\S]*?^```/gm, '');
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchorOf(heading ?? ''));
}

/** What is wrong with a link of a page, or null. */
function problemOf(page: string, link: string): string | null {
  const [file = '', anchor] = link.split('#');
  const target = file === '' ? join(ROOT, page) : join(ROOT, dirname(page), decodeURI(file));
  if (relative(ROOT, target).startsWith('..')) return `${link} leads out of the repository`;
  if (!existsSync(target)) return `${link} leads nowhere`;
  if (anchor === undefined || statSync(target).isDirectory() || !target.endsWith('.md')) return null;
  return anchorsOf(target).includes(anchor) ? null : `${link}: no heading of that name`;
}

test.each(PAGES)('%s: its links lead somewhere', (page) => {
  const text = readFileSync(join(ROOT, page), 'utf8').replace(/^```[\s\S]*?^```/gm, '');
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link ?? '');
  const relative_ = links.filter((link) => !/^(https?|mailto):/.test(link));
  expect(relative_.map((link) => problemOf(page, link)).filter((problem) => problem !== null)).toEqual([]);
});
