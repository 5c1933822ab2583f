import { Badge, Group } from '@mantine/core';
import { IconServer2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { createColumnHelper } from '@tanstack/react-table';
import { api } from '../api/client';
import { DataTable } from '../parts/DataTable';
import { words } from '../parts/format';
import { Page, Panel } from '../parts/Page';
import { Empty } from '../parts/States';

interface Node {
  node: string;
  address: string;
  status: string;
  roles: string[];
  reachable: boolean;
}

interface SystemView {
  version: string;
  node: string;
  nodes: Node[];
  services: { name: string; available: boolean }[];
}

const column = createColumnHelper<Node>();
const COLUMNS = [
  column.accessor('node', { header: 'Node', cell: (c) => <b>{c.getValue()}</b> }),
  column.accessor('status', {
    header: 'Status',
    cell: ({ row, getValue }) => (
      <Badge
        color={
          !row.original.reachable ? 'red' : getValue().toUpperCase() === 'UP' ? 'pine' : 'orange'
        }
      >
        {!row.original.reachable ? 'Unreachable' : words(getValue())}
      </Badge>
    ),
  }),
  column.accessor('roles', {
    header: 'Roles',
    enableSorting: false,
    cell: (c) => (
      <Group gap={4}>
        {c.getValue().map((role) => (
          <Badge key={role} color="gray">
            {role}
          </Badge>
        ))}
      </Group>
    ),
  }),
  column.accessor('address', {
    header: 'Address',
    cell: (c) => <span className="mono">{c.getValue()}</span>,
  }),
];

/** The nodes this installation runs on. */
export default function System() {
  const system = useQuery({
    queryKey: ['/system'],
    queryFn: () => api.get<SystemView>('/system'),
    refetchInterval: 3_000,
  });
  return (
    <Page title="System" lead="The nodes of the cluster as they see each other.">
      <Panel flush>
        <DataTable
          label="Nodes"
          source={{ ...system, rows: system.data?.nodes ?? [] }}
          columns={COLUMNS}
          empty={<Empty icon={IconServer2} title="No nodes" />}
        />
      </Panel>
      {system.data && (
        <Panel title={`Services of ${system.data.node}, version ${system.data.version}`}>
          <Group gap="sm">
            {system.data.services.map(({ name, available }) => (
              <Badge key={name} color={available ? 'pine' : 'red'} size="lg">
                {name} {available ? 'is there' : 'does not answer'}
              </Badge>
            ))}
          </Group>
        </Panel>
      )}
    </Page>
  );
}
