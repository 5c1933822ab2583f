import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconTemplate } from '@tabler/icons-react';
import { api } from '../api/client';
import { NameTemplate } from './NameTemplate';
import { settingsOf } from './templates';
import type { Group } from './types';

/** Keeps what a group is told, for others of its kind. */
export function SaveTemplate({ group }: { group: Group }) {
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button variant="default" leftSection={<IconTemplate size={16} />} mb="md" onClick={open}>
        Save as a template
      </Button>
      {opened && (
        <NameTemplate
          title="New campaign template"
          save={(name) => api.post('/campaign-templates', { name, settings: settingsOf(group) })}
          onClose={close}
        />
      )}
    </>
  );
}
