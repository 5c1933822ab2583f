import { Button, Group, Select, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { api } from '../api/client';
import { usePaged } from '../api/paged';
import { Page } from '../parts/Page';
import { ProblemAlert } from '../parts/States';
import { useProblemForm } from '../parts/useProblemForm';
import { CHECKS, NEW_GROUP, requestOf } from './groupForm';
import { BasicsPart, CarrierPart, PacingPart, WindowPart } from './parts/FormParts';
import { ListsPart } from './parts/ListsPart';
import { TreatmentsPart } from './parts/TreatmentsPart';
import { filled } from './templates';
import type { CampaignTemplate, Group as CampaignGroup } from './types';

/** Everything a campaign group is told by its maker, on one page. */
export default function NewGroup() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const templates = usePaged<CampaignTemplate>('/campaign-templates', { limit: 1000 });
  const [templateId, setTemplateId] = useState<string | null>(null);
  const { form, submit, busy, error } = useProblemForm(
    { initialValues: NEW_GROUP, validate: CHECKS },
    (values) => api.post<CampaignGroup>('/campaign-groups', { ...requestOf(values), templateId }),
    (group) => {
      void client.invalidateQueries({ queryKey: ['/campaign-groups'] });
      void navigate(`/groups/${group.id}`);
    },
  );
  const take = (id: string | null) => {
    setTemplateId(id);
    const template = templates.rows.find((t) => t.id === id);
    if (template)
      form.setValues((values) => filled({ ...NEW_GROUP, ...values }, template.settings));
  };
  return (
    <Page title="New campaign group" above={{ to: '/groups', label: 'Campaign groups' }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md" maw={980}>
          {templates.rows.length > 0 && (
            <Select
              label="Template"
              description="Fills in everything below but the name and the lists."
              placeholder="None"
              data={templates.rows.map((t) => ({ value: t.id, label: t.name }))}
              searchable
              clearable
              value={templateId}
              onChange={take}
            />
          )}
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
