import { Button, Center, Loader, Table, Text, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import {
  flexRender,
  getCoreRowModel,
  getSortedRowModel,
  useReactTable,
  type ColumnDef,
  type Header,
  type SortingState,
} from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Loading, ProblemAlert } from './States';

interface RowsSource<T> {
  rows: T[];
  isPending: boolean;
  error: unknown;
  refetch: () => unknown;
  hasNextPage?: boolean;
  isFetchingNextPage?: boolean;
  fetchNextPage?: () => unknown;
}

interface DataTableProps<T> {
  label: string;
  source: RowsSource<T>;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a column's value type is its own
  columns: ColumnDef<T, any>[];
  empty: ReactNode;
  height?: number;
}

const ROW = 41;

/** A table of any length: only the rows in view stand in the page, further ones are read on scrolling. */
export function DataTable<T>({ label, source, columns, empty, height = 620 }: DataTableProps<T>) {
  const scroller = useRef<HTMLDivElement>(null);
  const [sorting, setSorting] = useState<SortingState>([]);
  const complete = !source.hasNextPage;
  // eslint-disable-next-line react-hooks/incompatible-library -- TanStack keeps its own state
  const table = useReactTable({
    data: source.rows,
    columns,
    state: { sorting: complete ? sorting : [] },
    enableSorting: complete,
    onSortingChange: setSorting,
    getCoreRowModel: getCoreRowModel(),
    getSortedRowModel: getSortedRowModel(),
  });
  const { rows } = table.getRowModel();
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
  });
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = source;
  const failed = Boolean(source.error);
  useEffect(() => {
    if (last >= rows.length - 5 && hasNextPage && !isFetchingNextPage && !failed) {
      fetchNextPage?.();
    }
  }, [last, rows.length, hasNextPage, isFetchingNextPage, fetchNextPage, failed]);

  if (source.error && source.rows.length === 0) {
    return <Pad>{<ProblemAlert error={source.error} onRetry={() => void source.refetch()} />}</Pad>;
  }
  // A page without rows is not the last one as long as another follows.
  if (source.isPending || (source.rows.length === 0 && hasNextPage)) {
    return <Pad>{<Loading />}</Pad>;
  }
  if (source.rows.length === 0) return <>{empty}</>;

  const before = shown[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (shown.at(-1)?.end ?? 0);
  return (
    <div
      ref={scroller}
      className="table-scroll"
      style={{ maxHeight: height }}
      tabIndex={0}
      role="region"
      aria-label={label}
    >
      <Table
        highlightOnHover
        verticalSpacing={8}
        horizontalSpacing="md"
        stickyHeader
        aria-rowcount={rows.length}
      >
        <Table.Thead>
          {table.getHeaderGroups().map((group) => (
            <Table.Tr key={group.id}>
              {group.headers.map((header) => (
                <HeaderCell key={header.id} header={header} />
              ))}
            </Table.Tr>
          ))}
        </Table.Thead>
        <Table.Tbody>
          {before > 0 && <tr aria-hidden style={{ height: before }} />}
          {shown.map((item) => {
            const row = rows[item.index];
            if (!row) return null;
            return (
              <Table.Tr key={row.id} data-index={item.index} ref={virtual.measureElement}>
                {row.getVisibleCells().map((cell) => (
                  <Table.Td key={cell.id} className={classOf(cell.column.columnDef)}>
                    {flexRender(cell.column.columnDef.cell, cell.getContext())}
                  </Table.Td>
                ))}
              </Table.Tr>
            );
          })}
          {after > 0 && <tr aria-hidden style={{ height: after }} />}
        </Table.Tbody>
      </Table>
      {hasNextPage && (
        <Center p="xs">
          {isFetchingNextPage ? (
            <Loader size="sm" />
          ) : (
            <Button variant="subtle" size="compact-sm" onClick={() => fetchNextPage?.()}>
              Show more
            </Button>
          )}
        </Center>
      )}
    </div>
  );
}

function HeaderCell<T>({ header }: { header: Header<T, unknown> }) {
  const { column } = header;
  const sorted = column.getIsSorted();
  const title = flexRender(column.columnDef.header, header.getContext());
  const order = sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : undefined;
  return (
    <Table.Th className={classOf(column.columnDef)} aria-sort={order}>
      {column.getCanSort() ? (
        <UnstyledButton className="sort" onClick={column.getToggleSortingHandler()}>
          <Text span inherit>
            {title}
          </Text>
          {sorted === 'asc' && <IconArrowUp size={13} />}
          {sorted === 'desc' && <IconArrowDown size={13} />}
        </UnstyledButton>
      ) : (
        title
      )}
    </Table.Th>
  );
}

function classOf(column: { meta?: unknown }): string | undefined {
  return (column.meta as { numeric?: boolean } | undefined)?.numeric ? 'num right' : undefined;
}

/** For columns of numbers: right-aligned, digits of one width. */
export const NUMERIC = { numeric: true };

function Pad({ children }: { children: ReactNode }) {
  return <div className="panel-body">{children}</div>;
}
