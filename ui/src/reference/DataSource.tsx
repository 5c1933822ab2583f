import { Alert, Button, Group, Text, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client';
import { DurationInput } from '../parts/DurationInput';
import { complained, said } from '../parts/notify';
import { Panel } from '../parts/Page';
import { Loaded, ProblemAlert } from '../parts/States';
import { useProblemForm } from '../parts/useProblemForm';
import { When } from '../parts/When';
import type { ReferenceStanding } from './types';

const PATH = '/reference-data/source';
const OUTCOMES = {
  TAKEN: 'A new version was taken.',
  UNCHANGED: 'Nothing new.',
  FAILED: 'It failed; what was active stays so.',
};

/** Where newer data is looked for by itself. */
export function DataSource() {
  const standing = useQuery({
    queryKey: [PATH],
    queryFn: () => api.get<ReferenceStanding>(PATH),
    refetchInterval: (query) => (query.state.data?.source.url ? 2000 : false),
  });
  return (
    <Panel title="Fetched by HTTP">
      <Loaded query={standing}>{(shown) => <SourceForm standing={shown} />}</Loaded>
    </Panel>
  );
}

function SourceForm({ standing }: { standing: ReferenceStanding }) {
  const client = useQueryClient();
  const { form, submit, busy, error } = useProblemForm(
    { initialValues: { url: standing.source.url ?? '', every: standing.source.every } },
    ({ url, every }) => api.put<ReferenceStanding>(PATH, { url: url.trim() || null, every }),
    async (changed) => {
      client.setQueryData([PATH], changed);
      said(changed.source.url ? 'The first look is due at once.' : 'Nothing is fetched any more.');
      await client.invalidateQueries({ queryKey: ['/reference-data'] });
    },
  );
  return (
    <form onSubmit={submit} noValidate>
      <Group align="flex-end">
        <TextInput
          flex={1}
          label="Address"
          placeholder="https://data.example.org/reference.csv; empty: from nowhere"
          {...form.getInputProps('url')}
        />
        <DurationInput
          label="Look every"
          value={form.values.every}
          onChange={(every) => form.setFieldValue('every', every)}
        />
        <Button type="submit" variant="default" loading={busy}>
          Save
        </Button>
        <LookNow disabled={!standing.source.url} />
      </Group>
      {error && <ProblemAlert error={error} />}
      <LastLook standing={standing} />
    </form>
  );
}

function LookNow({ disabled }: { disabled: boolean }) {
  const client = useQueryClient();
  const look = useMutation({
    mutationFn: () => api.post<ReferenceStanding>('/reference-data/source/look'),
    onSuccess: (standing) => client.setQueryData([PATH], standing),
    onError: complained,
  });
  return (
    <Button
      variant="default"
      leftSection={<IconRefresh size={16} />}
      disabled={disabled}
      loading={look.isPending}
      onClick={() => look.mutate()}
    >
      Look now
    </Button>
  );
}

function LastLook({ standing }: { standing: ReferenceStanding }) {
  if (!standing.lookedAt) return null;
  return (
    <>
      <Text size="sm" c="dimmed" mt="sm">
        Last look <When at={standing.lookedAt} relative />
        {standing.outcome ? `: ${OUTCOMES[standing.outcome]}` : '.'}
        {standing.nextAt && (
          <>
            {' '}
            Next <When at={standing.nextAt} relative />.
          </>
        )}
      </Text>
      {standing.error && (
        <Alert mt="sm" color="red" variant="light" icon={<IconAlertTriangle size={18} />}>
          {standing.error}
        </Alert>
      )}
    </>
  );
}
