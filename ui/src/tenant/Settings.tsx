import { Button, Group, MultiSelect, Select, Stack, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client';
import { said } from '../parts/notify';
import { Page, Panel } from '../parts/Page';
import { COUNTRIES, ZONES } from '../parts/places';
import { Loaded, ProblemAlert } from '../parts/States';
import { useProblemForm } from '../parts/useProblemForm';
import { RezoneLists } from '../reference/RezoneLists';
import { PgpKeys } from './PgpKeys';
import { PgpRecipients } from './PgpRecipients';
import { territoriesOf } from './territories';
import type { TenantSettings } from './types';

const KEY = ['/settings'];

/** What holds for the whole tenant unless a list or a campaign says otherwise. */
export default function Settings() {
  const settings = useQuery({ queryKey: KEY, queryFn: () => api.get<TenantSettings>('/settings') });
  return (
    <Page
      title="Settings"
      lead="They hold for the tenant unless a list or a campaign says otherwise."
    >
      <Stack gap="md">
        <Loaded query={settings}>{(data) => <SettingsForm settings={data} />}</Loaded>
        <RezoneLists />
        <PgpKeys />
        <PgpRecipients />
      </Stack>
    </Page>
  );
}

function SettingsForm({ settings }: { settings: TenantSettings }) {
  const client = useQueryClient();
  const { form, submit, busy, error } = useProblemForm(
    {
      initialValues: {
        country: settings.country,
        timeZone: settings.timeZone,
        callerId: settings.callerId ?? '',
        excludedTerritories: settings.excludedTerritories,
      },
    },
    (values) =>
      api.patch<TenantSettings>('/settings', {
        ...values,
        callerId: values.callerId.trim() || null,
      }),
    (saved, sent) => {
      client.setQueryData(KEY, saved);
      sent.resetDirty();
      said('Settings are saved.');
    },
  );
  return (
    <Panel>
      <form onSubmit={submit} noValidate>
        <Stack gap="md" maw={560}>
          <Select
            label="Country"
            description="Of numbers without a country code."
            data={COUNTRIES}
            searchable
            allowDeselect={false}
            {...form.getInputProps('country')}
          />
          <Select
            label="Time zone"
            description="Of devices whose zone nothing tells: toll-free, shared-cost, unknown. Without it every zone of the country counts."
            data={ZONES.filter((zone) => zone.includes('/'))}
            searchable
            clearable
            limit={60}
            {...form.getInputProps('timeZone')}
          />
          <TextInput
            label="Caller ID"
            description="Shown to the called unless a list or a group has its own."
            placeholder="+12125550100"
            {...form.getInputProps('callerId')}
          />
          <MultiSelect
            label="Excluded territories"
            description="Zones that do not count where a number, a postal code or a state may be elsewhere too: a mobile of Australia then need not wait for Lord Howe Island. A number that is certainly there is called by its clock. Holds for what is loaded or changed from now on; lists follow when they are re-zoned."
            data={territoriesOf(form.values.country)}
            searchable
            clearable
            limit={60}
            {...form.getInputProps('excludedTerritories')}
          />
          {error && <ProblemAlert error={error} />}
          <Group>
            <Button type="submit" loading={busy} disabled={!form.isDirty()}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}
