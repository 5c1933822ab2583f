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
import { count, words } from '../parts/format';
import { Page } from '../parts/Page';
import { Stat } from '../parts/Stat';
import { Loaded } from '../parts/States';
import { When } from '../parts/When';
import { AddEntries } from './AddEntries';
import { Entries } from './Entries';
import { retentionOf } from './retention';

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
      lead={`By ${words(list.type).toLowerCase()} · ${channels}`}
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
      <div className="stats" style={{ marginBottom: 16 }}>
        <Stat
          label="Live entries"
          value={count(list.entries)}
          hint={
            <>
              Counted <When at={list.countedAt} relative />
            </>
          }
        />
        <Stat label="Lines put in" value={count(list.size)} hint="From files and singly" />
        <Stat
          label="Expires"
          value={list.expires ? <Moment at={list.expires} /> : 'Never'}
          hint={list.expires && isOver(list) ? 'Suppresses nobody any more' : 'The whole list'}
        />
        <Stat
          label="Entries are kept"
          value={retentionOf(list.retention)}
          hint={list.required ? 'Holds for every campaign' : 'Holds for groups that name it'}
        />
      </div>
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

function isOver(list: SuppressionList): boolean {
  return list.expires !== null && Date.parse(list.expires) <= Date.parse(list.countedAt);
}

/** Small enough for a whole date and time beside the numbers. */
function Moment({ at }: { at: string }) {
  return (
    <span style={{ fontSize: 'var(--mantine-font-size-md)' }}>
      <When at={at} />
    </span>
  );
}
