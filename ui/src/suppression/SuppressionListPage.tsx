import { Badge, Button, Tabs } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDownload, IconPlus, IconUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { api } from '../api/client';
import type { SuppressionList } from '../api/types';
import { ExportDialog } from '../list/ExportDialog';
import { Imports } from '../list/Imports';
import { ImportWizard } from '../list/ImportWizard';
import { words } from '../parts/format';
import { Page } from '../parts/Page';
import { Loaded } from '../parts/States';
import { AddEntries } from './AddEntries';
import { Entries } from './Entries';

/** One suppression list: its entries, single additions and imports. */
export default function SuppressionListPage() {
  const { id = '' } = useParams();
  const list = useQuery({
    queryKey: ['/suppression-lists', id],
    queryFn: () => api.get<SuppressionList>(`/suppression-lists/${id}`),
  });
  return <Loaded query={list}>{(data) => <Content list={data} />}</Loaded>;
}

function Content({ list }: { list: SuppressionList }) {
  const [uploading, upload] = useDisclosure();
  const [adding, add] = useDisclosure();
  const [exporting, writing] = useDisclosure();
  const channels = list.channels.map(words).join(', ');
  return (
    <Page
      title={list.name}
      above={{ to: '/suppression', label: 'Suppression lists' }}
      badge={list.required && <Badge color="red">Required</Badge>}
      lead={`By ${words(list.type).toLowerCase()} · ${channels} · retention ${words(list.retention).toLowerCase()}`}
      actions={
        <>
          <Button variant="default" leftSection={<IconDownload size={16} />} onClick={writing.open}>
            Export
          </Button>
          <Button variant="default" leftSection={<IconPlus size={16} />} onClick={add.open}>
            Add entries
          </Button>
          <Button leftSection={<IconUpload size={16} />} onClick={upload.open}>
            Upload a file
          </Button>
        </>
      }
    >
      <Tabs defaultValue="entries" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="entries">Entries</Tabs.Tab>
          <Tabs.Tab value="imports">Imports</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="entries">
          <Entries list={list} />
        </Tabs.Panel>
        <Tabs.Panel value="imports">
          <Imports listId={list.id} kind="SUPPRESSION" onUpload={upload.open} />
        </Tabs.Panel>
      </Tabs>
      <AddEntries list={list} opened={adding} onClose={add.close} />
      <ExportDialog
        kind="SUPPRESSION"
        listId={list.id}
        opened={exporting}
        onClose={writing.close}
      />
      <ImportWizard listId={list.id} kind="SUPPRESSION" opened={uploading} onClose={upload.close} />
    </Page>
  );
}
