import { Button, Group, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { IconSearch, IconUserSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Page, Panel } from '../parts/Page';
import { Empty } from '../parts/States';
import { Check } from './Check';
import { History } from './History';
import { People } from './People';

type By = 'device' | 'clientId';

/** Why was this person contacted, or not? Everything Beckon knows about one device or client ID. */
export default function ContactSearch() {
  const [params, setParams] = useSearchParams();
  const clientId = params.get('clientId') ?? '';
  const device = params.get('device') ?? '';
  const [by, setBy] = useState<By>(clientId ? 'clientId' : 'device');
  const [text, setText] = useState(clientId || device);
  const search = { device, clientId };
  return (
    <Page title="Contact search" lead="Why was this person contacted, or why not?">
      <Panel>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            setParams({ [by]: text.trim() });
          }}
        >
          <Group align="flex-end" gap="sm">
            <SegmentedControl
              aria-label="Search by"
              value={by}
              onChange={(value) => setBy(value)}
              data={[
                { value: 'device', label: 'Device' },
                { value: 'clientId', label: 'Client ID' },
              ]}
            />
            <TextInput
              aria-label={by === 'device' ? 'Phone number or e-mail address' : 'Client ID'}
              placeholder={by === 'device' ? '+12125550100' : 'Client ID'}
              leftSection={<IconSearch size={16} />}
              style={{ flex: 1, minWidth: 220 }}
              value={text}
              onChange={(e) => setText(e.currentTarget.value)}
            />
            <Button type="submit" disabled={!text.trim()}>
              Search
            </Button>
          </Group>
        </form>
      </Panel>
      {device || clientId ? (
        <Stack gap="md" key={device + clientId}>
          <People search={search} />
          {device && <Check device={device} />}
          <History search={search} />
        </Stack>
      ) : (
        <Panel>
          <Empty icon={IconUserSearch} title="Search by device or client ID">
            You see the attempts with the decision behind each, and what every rule says now.
          </Empty>
        </Panel>
      )}
    </Page>
  );
}
