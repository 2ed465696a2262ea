import { describe, expect, test } from '@jest/globals';
import { csvReport } from '../../src/report/csv-report.js';
import { cellText, durationText, type ReportDocument } from '../../src/report/document.js';
import { htmlReport } from '../../src/report/html-report.js';
import { terminalReport } from '../../src/report/terminal-report.js';

const report: ReportDocument = {
  title: 'Spring <renewal>',
  subtitle: 'campaign spring',
  timeZone: 'UTC',
  sections: [
    {
      id: 'outcomes',
      title: 'Outcomes',
      columns: [
        { name: 'outcome', kind: 'text' },
        { name: 'attempts', kind: 'count' },
        { name: 'share', kind: 'share' },
        { name: 'mean talk time', kind: 'duration' },
        { name: 'first', kind: 'instant' },
      ],
      rows: [
        ['conversation', 1200, 0.3, 95_500, Date.UTC(2026, 5, 10, 17)],
        ['abandoned', 9, 0.0275, null, null],
      ],
      plot: {
        kind: 'bar',
        x: { title: 'outcome', kind: 'name' },
        y: { title: 'share', kind: 'share' },
        points: [
          { x: 'conversation', y: 0.3 },
          { x: 'abandoned', y: 0.0275 },
        ],
        levels: [{ y: 0.03, title: 'limit' }],
      },
    },
    { id: 'empty', title: 'Nothing', columns: [{ name: 'x', kind: 'text' }], rows: [] },
  ],
};

describe('a report', () => {
  test('is a table on a terminal', () => {
    const text = terminalReport(report);
    expect(text).toContain('Spring <renewal>');
    expect(text).toMatch(/conversation\s+│\s+1,200\s+│\s+30\.0 %\s+│\s+1 min 35 s\s+│\s+2026-06-10 17:00/);
    expect(text).toMatch(/abandoned\s+│\s+9\s+│\s+2\.75 %\s+│\s+–/);
    expect(text).toContain('Nothing\n  none');
  });

  test('is one figure a line in CSV, raw, unknown ones left out', () => {
    expect(csvReport(report).trim().split('\r\n')).toEqual([
      'section,row,figure,unit,value',
      'outcomes,conversation,attempts,1,1200',
      'outcomes,conversation,share,0..1,0.3',
      'outcomes,conversation,mean talk time,ms,95500',
      'outcomes,conversation,first,UTC,2026-06-10T17:00:00.000Z',
      'outcomes,abandoned,attempts,1,9',
      'outcomes,abandoned,share,0..1,0.0275',
    ]);
  });

  test('is one page with its plots inside and nothing from elsewhere', () => {
    const html = htmlReport(report);
    expect(html).toContain('<h1>Spring &lt;renewal&gt;</h1>');
    expect(html).toMatch(/<svg [\s\S]*limit[\s\S]*<\/svg>/);
    expect(html).not.toMatch(/(src|href)="https?:/);
  });
});

describe('a cell', () => {
  test.each([
    [0, 'share', '0.0 %'],
    [0.0004, 'share', '0.04 %'],
    [1, 'share', '100.0 %'],
    [12_345, 'count', '12,345'],
    [1.5, 'count', '1.50'],
  ] as const)('%p of kind %s reads %p', (cell, kind, expected) => {
    expect(cellText(cell, kind)).toBe(expected);
  });

  test.each([
    [85, '85 ms'],
    [12_300, '12.3 s'],
    [245_000, '4 min 05 s'],
    [12_000_000, '3 h 20 min'],
  ])('%d ms reads %s', (ms, expected) => {
    expect(durationText(ms)).toBe(expected);
  });
});
