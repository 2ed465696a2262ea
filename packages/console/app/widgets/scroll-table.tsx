/** A table that scrolls sideways where it is wider than its place, also by the keyboard. */
import { Table, type TableProps } from '@mantine/core';
import type { ReactNode } from 'react';

/** The table; `label` names the part that scrolls, `minWidth` is the table's least width in points. */
export function ScrollTable({
  label,
  minWidth,
  children,
  ...table
}: Omit<TableProps, 'children'> & {
  readonly label: string;
  readonly minWidth: number;
  readonly children: ReactNode;
}) {
  return (
    <Table.ScrollContainer
      minWidth={minWidth}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'group', 'aria-label': label } }}
    >
      <Table {...table}>{children}</Table>
    </Table.ScrollContainer>
  );
}
