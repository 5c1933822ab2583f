import { Button, Group, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { api } from '../api/client';
import { Page } from '../parts/Page';
import { ProblemAlert } from '../parts/States';
import { useProblemForm } from '../parts/useProblemForm';
import { CHECKS, NEW_GROUP, requestOf } from './groupForm';
import { BasicsPart, CarrierPart, PacingPart, WindowPart } from './parts/FormParts';
import { ListsPart } from './parts/ListsPart';
import { TreatmentsPart } from './parts/TreatmentsPart';
import type { Group as CampaignGroup } from './types';

/** Everything a campaign group is told by its maker, on one page. */
export default function NewGroup() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { form, submit, busy, error } = useProblemForm(
    { initialValues: NEW_GROUP, validate: CHECKS },
    (values) => api.post<CampaignGroup>('/campaign-groups', requestOf(values)),
    (group) => {
      void client.invalidateQueries({ queryKey: ['/campaign-groups'] });
      void navigate(`/groups/${group.id}`);
    },
  );
  return (
    <Page title="New campaign group" above={{ to: '/groups', label: 'Campaign groups' }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md" maw={980}>
          <BasicsPart form={form} />
          <ListsPart form={form} />
          <WindowPart form={form} />
          <TreatmentsPart form={form} />
          {form.values.channel === 'VOICE' && <PacingPart form={form} />}
          <CarrierPart form={form} />
          {error && <ProblemAlert error={error} />}
          <Group justify="flex-end">
            <Button component={Link} to="/groups" variant="default">
              Cancel
            </Button>
            <Button type="submit" loading={busy}>
              Create group
            </Button>
          </Group>
        </Stack>
      </form>
    </Page>
  );
}
