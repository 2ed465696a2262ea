/** What reading a file of numbers gave, in words. */
import type { NumberFileReport } from '@outdial/lists';

/** One line: what the file held, and where the lines are that hold no number. */
export function numberFileText(file: string, report: NumberFileReport, rejectedFile: string): string {
  const { lines, numbers, removed, free, ranges, rejected } = report;
  const count = (value: number): string => value.toLocaleString('en-US');
  const parts = [
    `${count(lines)} lines`,
    `${count(numbers)} numbers`,
    ...(ranges > 0 ? [`${count(ranges)} ranges`] : []),
    ...(removed > 0 ? [`${count(removed)} that left the list`] : []),
    ...(free > 0 ? [`${count(free)} that it says are not listed`] : []),
    ...(rejected > 0
      ? [`${count(rejected)} rejected: line, value and remedy of each in ${rejectedFile}`]
      : []),
  ];
  return `${file}: ${parts.join(', ')}`;
}
