/** What reading a file of numbers gave, in words. */
import { countOf, countText } from '@outdial/core';
import type { NumberFileReport } from '@outdial/lists';

const WHEN_EMPTY = 'where numbers belong in it, fetch it again and repeat the command';

/**
 * What the file held, and where the lines are that hold no number. A file without any entry is warned of in a
 * second line: it may have been cut short, and then the numbers that it lacks are called.
 */
export function numberFileText(file: string, report: NumberFileReport, rejectedFile: string): string {
  const { lines, numbers, removed, free, ranges, rejected } = report;
  const parts = [
    countOf(lines, 'line'),
    countOf(numbers, 'number'),
    ...(ranges > 0 ? [countOf(ranges, 'range')] : []),
    ...(removed > 0 ? [`${countText(removed)} that left the list`] : []),
    ...(free > 0 ? [`${countText(free)} that it says are not listed`] : []),
    ...(rejected > 0
      ? [`${countText(rejected)} rejected: line, value and remedy of each in ${rejectedFile}`]
      : []),
  ];
  const isEmpty = numbers + removed + free + ranges + rejected === 0;
  const warning = isEmpty ? `\n  warning: there is no number in ${file}: ${WHEN_EMPTY}` : '';
  return `${file}: ${parts.join(', ')}${warning}`;
}
