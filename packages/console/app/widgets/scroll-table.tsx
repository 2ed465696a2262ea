/** A table with its heads; it scrolls sideways where it is wider than its place, also by the keyboard. */
import { Table, Text, Tooltip, UnstyledButton, type TableProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { TEXTS, fill } from '../texts.js';
import type { ColumnSort } from './sorting.js';

/** A head of a column with more than its name. */
export interface Column {
  readonly name: string;
  /** What the name means, on hover and focus. */
  readonly about?: string;
  readonly isNumber?: boolean;
  /** Points. */
  readonly width?: number;
  /** Where a press of the head sorts. */
  readonly sort?: ColumnSort;
}

/** The column of the menus: nothing is shown above them. */
export const MENU_COLUMN: Column = { name: '', width: 40 };

/**
 * The table of some rows. `label` names the part that scrolls, `minWidth` is the table's least width in
 * points; a column that is false is not there.
 */
export function ScrollTable({
  label,
  minWidth,
  columns,
  children,
  ...table
}: Omit<TableProps, 'children'> & {
  readonly label: string;
  readonly minWidth: number;
  readonly columns: readonly (string | Column | false)[];
  readonly children: ReactNode;
}) {
  const heads = columns.filter((column) => column !== false);
  return (
    <Table.ScrollContainer
      minWidth={minWidth}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'group', 'aria-label': label } }}
    >
      <Table {...table}>
        <Table.Thead>
          <Table.Tr>
            {heads.map((column, index) => (
              <Head key={index} {...(typeof column === 'string' ? { name: column } : column)} />
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{children}</Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Head({ name, about, isNumber = false, width, sort }: Column) {
  const shown = about === undefined ? name : <Explained text={about}>{name}</Explained>;
  return (
    <Table.Th
      ta={isNumber ? 'right' : 'left'}
      style={{ verticalAlign: 'bottom' }}
      {...(width === undefined ? {} : { w: width })}
      {...(name === '' ? { 'aria-label': TEXTS.menu } : {})}
      {...(sort === undefined ? {} : { 'aria-sort': sort.order })}
    >
      {shown}
      {sort && <Sorter name={name} sort={sort} />}
    </Table.Th>
  );
}

const ARROWS: Readonly<Record<ColumnSort['order'], string>> = {
  ascending: '▲',
  descending: '▼',
  none: '↕',
};

/** Sorts by its column. */
function Sorter({ name, sort }: { readonly name: string; readonly sort: ColumnSort }) {
  return (
    <UnstyledButton
      ml={6}
      px={2}
      fz="xs"
      c={sort.order === 'none' ? 'dimmed' : 'cyan'}
      aria-label={fill(TEXTS.sortBy, { column: name })}
      onClick={sort.turn}
    >
      {ARROWS[sort.order]}
    </UnstyledButton>
  );
}

/** A word with its meaning on hover and focus. */
function Explained({ text, children }: { readonly text: string; readonly children: string }) {
  return (
    <Tooltip label={text} multiline w={260} events={{ hover: true, focus: true, touch: true }}>
      <Text span inherit tabIndex={0} td="underline dotted" style={{ cursor: 'help' }}>
        {children}
      </Text>
    </Tooltip>
  );
}
