import { Anchor, Group, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { usePaged } from '../api/paged';
import { Panel } from '../parts/Page';
import { ProblemAlert } from '../parts/States';

interface Person {
  id: string;
  listId: string;
  listName: string;
  clientId: string | null;
  firstName: string | null;
  lastName: string | null;
  company: string | null;
  devices: string[];
}

/** Who stands behind a device or a client ID, on which lists, and how else to reach them. */
export function People({ search }: { search: { device: string; clientId: string } }) {
  const people = usePaged<Person>('/contacts', search);
  if (people.isPending) return null;
  return (
    <Panel title="On contact lists">
      {people.error && <ProblemAlert error={people.error} onRetry={() => void people.refetch()} />}
      {people.isSuccess && people.rows.length === 0 && (
        <Text size="sm" c="dimmed">
          On no contact list of this tenant.
        </Text>
      )}
      <Stack gap="sm">
        {people.rows.map((person) => (
          <Group key={person.listId + person.id} gap="xl">
            <div>
              <Text size="sm" fw={600}>
                {[person.firstName, person.lastName].filter(Boolean).join(' ') || 'No name'}
              </Text>
              <Text size="xs" c="dimmed">
                {[person.company, person.clientId && `client ID ${person.clientId}`]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
            </div>
            <Text size="sm" className="num">
              {person.devices.join(', ')}
            </Text>
            <Anchor component={Link} to={`/lists/${person.listId}`} size="sm">
              {person.listName}
            </Anchor>
          </Group>
        ))}
      </Stack>
    </Panel>
  );
}
