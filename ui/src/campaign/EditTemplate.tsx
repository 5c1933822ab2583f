import { Button, Group, Stack } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from 'react-router';
import { api } from '../api/client';
import { said } from '../parts/notify';
import { Page } from '../parts/Page';
import { Loaded, ProblemAlert } from '../parts/States';
import { useProblemForm } from '../parts/useProblemForm';
import { CHECKS, NEW_GROUP } from './groupForm';
import { BasicsPart, CarrierPart, PacingPart, WindowPart } from './parts/FormParts';
import { LimitsPart } from './parts/ListsPart';
import { TreatmentsPart } from './parts/TreatmentsPart';
import { changed, filled } from './templates';
import type { CampaignTemplate } from './types';

const TEMPLATE_CHECKS = {
  name: (name: string) => (name.trim() ? null : 'A template needs a name.'),
  treatments: CHECKS.treatments,
};

/** A campaign template with the parts of a group's form that it may fill in. */
export default function EditTemplate() {
  const { id = '' } = useParams();
  const template = useQuery({
    queryKey: ['/campaign-templates', id],
    queryFn: () => api.get<CampaignTemplate>(`/campaign-templates/${id}`),
    // What is being edited is not read anew under the editor's hands.
    refetchOnWindowFocus: false,
    gcTime: 0,
  });
  return <Loaded query={template}>{(data) => <Content template={data} />}</Loaded>;
}

function Content({ template }: { template: CampaignTemplate }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { form, submit, busy, error } = useProblemForm(
    {
      initialValues: filled({ ...NEW_GROUP, name: template.name }, template.settings),
      validate: TEMPLATE_CHECKS,
    },
    (values) =>
      api.patch<CampaignTemplate>(`/campaign-templates/${template.id}`, changed(template, values), {
        'If-Match': `"${template.revision}"`,
      }),
    ({ name }) => {
      void client.invalidateQueries({ queryKey: ['/campaign-templates'] });
      said(`${name} is changed; groups that were made of it stay as they are.`);
      void navigate('/campaign-templates');
    },
  );
  return (
    <Page
      title={template.name}
      above={{ to: '/campaign-templates', label: 'Campaign templates' }}
      lead="Groups that were made of it stay as they are."
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md" maw={980}>
          <BasicsPart form={form} title="Template" />
          <LimitsPart form={form} />
          <WindowPart form={form} />
          <TreatmentsPart form={form} />
          {form.values.channel === 'VOICE' && <PacingPart form={form} />}
          <CarrierPart form={form} />
          {error && <ProblemAlert error={error} />}
          <Group justify="flex-end">
            <Button component={Link} to="/campaign-templates" variant="default">
              Cancel
            </Button>
            <Button type="submit" loading={busy} disabled={!form.isDirty()}>
              Save template
            </Button>
          </Group>
        </Stack>
      </form>
    </Page>
  );
}
