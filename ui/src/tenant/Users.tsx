import { Tabs } from '@mantine/core';
import { useSession } from '../api/session';
import { Page } from '../parts/Page';
import { ApiKeys } from './ApiKeys';
import { People } from './People';
import { Tenants } from './Tenants';

/** Who and what may sign in. */
export default function Users() {
  const session = useSession();
  const operator = session.data?.operator ?? false;
  return (
    <Page title="Users and API keys" lead={`Of tenant ${session.data?.tenantId ?? ''}.`}>
      <Tabs defaultValue="users" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="users">Users</Tabs.Tab>
          <Tabs.Tab value="keys">API keys</Tabs.Tab>
          {operator && <Tabs.Tab value="tenants">Tenants</Tabs.Tab>}
        </Tabs.List>
        <Tabs.Panel value="users">
          <People self={session.data?.username ?? ''} />
        </Tabs.Panel>
        <Tabs.Panel value="keys">
          <ApiKeys />
        </Tabs.Panel>
        <Tabs.Panel value="tenants">
          <Tenants />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
