import { ActionIcon, Badge, Button, FileButton, Group, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import {
  IconColumns3,
  IconCopy,
  IconDownload,
  IconFileText,
  IconPencil,
  IconPlus,
  IconUpload,
} from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { createColumnHelper } from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import { api, url } from '../api/client';
import { usePaged } from '../api/paged';
import { ConfirmButton } from '../parts/ConfirmButton';
import { DataTable, NUMERIC } from '../parts/DataTable';
import { count, words } from '../parts/format';
import { complained } from '../parts/notify';
import { Page, Panel } from '../parts/Page';
import { Empty } from '../parts/States';
import { MappingEditor } from './MappingEditor';
import { NewMapping } from './NewMapping';
import type { Mapping } from './preview';

const column = createColumnHelper<Mapping>();
const DATA = [
  column.accessor('name', { header: 'Name', cell: (c) => <b>{c.getValue()}</b> }),
  column.accessor('kind', { header: 'For', cell: (c) => words(c.getValue()) }),
  column.accessor('layout', {
    header: 'Layout',
    cell: (c) => (
      <Badge color="gray" miw="max-content" tt="none">
        {c.getValue() === 'FIXED' ? 'Fixed positions' : 'Delimited'}
      </Badge>
    ),
  }),
  column.accessor((m) => m.columns.length, {
    id: 'columns',
    header: 'Columns',
    cell: (c) => count(c.getValue()),
    meta: NUMERIC,
  }),
  column.accessor((m) => m.columns.map((c) => c.field).join(', '), {
    id: 'fields',
    header: 'Fields',
    cell: (c) => <span className="mono">{c.getValue()}</span>,
  }),
];

/** How kinds of files are read. */
export default function Mappings() {
  const client = useQueryClient();
  const [opened, { open, close }] = useDisclosure();
  const [text, setText] = useState<string | null>(null);
  const [edited, setEdited] = useState<Mapping | 'new' | null>(null);
  const mappings = usePaged<Mapping>('/mappings');
  const start = (specification: string | null) => {
    setText(specification);
    open();
  };
  const columns = useMemo(() => {
    const copy = (mapping: Mapping) =>
      api
        .text(`/mappings/${mapping.id}/spc`)
        .then((spc) => start(spc))
        .catch(complained);
    return [
      ...DATA,
      column.display({
        id: 'change',
        header: '',
        cell: ({ row }) => (
          <Tooltip label="Change">
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`Change ${row.original.name}`}
              onClick={() => setEdited(row.original)}
            >
              <IconPencil size={16} />
            </ActionIcon>
          </Tooltip>
        ),
      }),
      column.display({
        id: 'copy',
        header: '',
        cell: ({ row }) => (
          <Tooltip label="New mapping from this one">
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label="New mapping from this one"
              onClick={() => void copy(row.original)}
            >
              <IconCopy size={16} />
            </ActionIcon>
          </Tooltip>
        ),
      }),
      column.display({
        id: 'download',
        header: '',
        cell: ({ row }) => (
          <Tooltip label="Specification file">
            <ActionIcon
              component="a"
              href={url(`/mappings/${row.original.id}/spc`)}
              download={`${row.original.name}.spc`}
              variant="subtle"
              color="gray"
              aria-label="Specification file"
            >
              <IconDownload size={16} />
            </ActionIcon>
          </Tooltip>
        ),
      }),
      column.display({
        id: 'remove',
        header: '',
        cell: ({ row }) => (
          <ConfirmButton
            label="Delete mapping"
            question={`Delete ${row.original.name}? Imports that have begun keep their copy.`}
            onConfirm={async () => {
              await api.delete(`/mappings/${row.original.id}`);
              await client.invalidateQueries({ queryKey: ['/mappings'] });
            }}
          />
        ),
      }),
    ];
    // eslint-disable-next-line react-hooks/exhaustive-deps -- start only sets state
  }, [client]);
  const create = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setEdited('new')}>
      New mapping
    </Button>
  );
  const actions = (
    <Group gap="sm">
      <FileButton
        accept=".spc,text/plain"
        onChange={(file) => void file?.text().then(start).catch(complained)}
      >
        {(props) => (
          <Button {...props} variant="default" leftSection={<IconUpload size={16} />}>
            Upload a specification
          </Button>
        )}
      </FileButton>
      <Button
        variant="default"
        leftSection={<IconFileText size={16} />}
        onClick={() => start(null)}
      >
        Write a specification
      </Button>
      {create}
    </Group>
  );
  return (
    <Page
      title="Data mappings"
      lead="Where each field stands in files whose headers do not say so: by name, by position, or in fixed positions."
      actions={actions}
    >
      <Panel flush>
        <DataTable
          label="Data mappings"
          source={mappings}
          columns={columns}
          empty={
            <Empty icon={IconColumns3} title="No data mappings yet" action={create}>
              Save one while you import a file, make it here, or upload a specification file.
            </Empty>
          }
        />
      </Panel>
      {edited && (
        <MappingEditor
          key={edited === 'new' ? 'new' : edited.id}
          mapping={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
      <NewMapping key={text} text={text} opened={opened} onClose={close} />
    </Page>
  );
}
