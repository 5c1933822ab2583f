import { Badge, Button, Tabs } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDownload, IconTag, IconUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { api } from '../api/client';
import { usePollInterval } from '../api/events';
import type { ContactList } from '../api/types';
import { count } from '../parts/format';
import { Page } from '../parts/Page';
import { Secured } from '../parts/Secured';
import { Loaded } from '../parts/States';
import { ExportDialog } from './ExportDialog';
import { Imports } from './Imports';
import { ListContacts } from './ListContacts';
import { ListLabels } from './ListLabels';
import { ListZones } from './ListZones';
import { ImportWizard } from './ImportWizard';

/** One contact list: its imports as they run, and its contacts. */
export default function ContactListPage() {
  const { id = '' } = useParams();
  const list = useQuery({
    queryKey: ['/contact-lists', id],
    queryFn: () => api.get<ContactList>(`/contact-lists/${id}`),
    refetchInterval: usePollInterval(),
  });
  return <Loaded query={list}>{(data) => <Content list={data} />}</Loaded>;
}

function Content({ list }: { list: ContactList }) {
  const [opened, { open, close }] = useDisclosure();
  const [labelling, label] = useDisclosure();
  const [exporting, writing] = useDisclosure();
  return (
    <Page
      title={list.name}
      above={{ to: '/lists', label: 'Contact lists' }}
      badge={
        <>
          <Badge color="gray">{count(list.contacts)} contacts</Badge>
          {list.secured && <Secured />}
        </>
      }
      lead={`Country ${list.country ?? 'as set for the tenant'} · zone ${list.timeZone ?? 'by number'} · caller ID ${list.callerId ?? 'as set for the campaign'}`}
      actions={
        <>
          <Button variant="default" leftSection={<IconDownload size={16} />} onClick={writing.open}>
            Export
          </Button>
          <Button variant="default" leftSection={<IconTag size={16} />} onClick={label.open}>
            Labels
          </Button>
          <Button leftSection={<IconUpload size={16} />} onClick={open}>
            Upload a file
          </Button>
        </>
      }
    >
      <Tabs defaultValue="imports" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="imports">Imports</Tabs.Tab>
          <Tabs.Tab value="contacts">Contacts</Tabs.Tab>
          <Tabs.Tab value="zones">Zones</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="imports">
          <Imports listId={list.id} kind="CONTACTS" onUpload={open} />
        </Tabs.Panel>
        <Tabs.Panel value="contacts">
          <ListContacts list={list} />
        </Tabs.Panel>
        <Tabs.Panel value="zones">
          <ListZones list={list} />
        </Tabs.Panel>
      </Tabs>
      <ListLabels list={list} opened={labelling} onClose={label.close} />
      <ExportDialog kind="CONTACTS" listId={list.id} opened={exporting} onClose={writing.close} />
      <ImportWizard listId={list.id} kind="CONTACTS" opened={opened} onClose={close} />
    </Page>
  );
}
