import { Button, Group, Paper, Radio, Stack, Text } from '@mantine/core';
import { IconArrowLeft, IconUpload } from '@tabler/icons-react';
import { bytes } from '../parts/format';
import { ProblemAlert } from '../parts/States';
import { isIncomplete, NO_CHOICES, type Choices } from './choices';
import { ImportChoices } from './ImportChoices';
import type { Preview } from './preview';

/** What becomes of rows and of those that are known already; a null dedupe is left to Beckon. */
export interface Handling {
  dedupe: string | null;
  choices: Choices;
}

export const USUAL: Handling = { dedupe: null, choices: NO_CHOICES };

const DEDUPE = [
  {
    value: 'DEVICE',
    label: 'Known devices are left out',
    description:
      'A phone number or e-mail is in the list once. A row with none left is a duplicate.',
  },
  {
    value: 'CLIENT_ID',
    label: 'Known client IDs are left out',
    description: 'A person is in the list once, whatever numbers the row has.',
  },
  { value: 'BOTH', label: 'Both', description: 'Neither a device nor a client ID is in it twice.' },
  {
    value: 'NONE',
    label: 'Duplicates are kept',
    description: 'Every row that can be read is added.',
  },
];

interface WhatHappensProps {
  kind: 'CONTACTS' | 'SUPPRESSION';
  preview: Preview;
  handling: Handling;
  onHandling: (handling: Handling) => void;
  error: unknown;
  busy: boolean;
  onBack: () => void;
  onImport: () => void;
}

/** What is done with the rows, before they are loaded. */
export function WhatHappens(props: WhatHappensProps) {
  const { kind, preview, handling, onHandling, error, busy, onBack, onImport } = props;
  return (
    <Stack gap="md">
      <ImportChoices
        kind={kind}
        choices={handling.choices}
        onChange={(choices) => onHandling({ ...handling, choices })}
      />
      {kind === 'CONTACTS' && (
        <Radio.Group
          label="Duplicates"
          value={handling.dedupe ?? 'DEVICE'}
          onChange={(dedupe) => onHandling({ ...handling, dedupe })}
        >
          <Stack gap="sm" mt="sm">
            {DEDUPE.map((choice) => (
              <Radio key={choice.value} {...choice} />
            ))}
          </Stack>
        </Radio.Group>
      )}
      <Paper withBorder p="md">
        <Text fw={600} size="sm">
          {preview.fileName} · {bytes(preview.bytes)}
        </Text>
        <Text size="sm" c="dimmed">
          Rows are seen by campaign groups once all of them are in. You may close this window
          meanwhile.
        </Text>
      </Paper>
      {error ? <ProblemAlert error={error} /> : null}
      <Group justify="space-between">
        <Button variant="default" leftSection={<IconArrowLeft size={16} />} onClick={onBack}>
          Columns
        </Button>
        <Button
          leftSection={<IconUpload size={16} />}
          disabled={isIncomplete(handling.choices)}
          loading={busy}
          onClick={onImport}
        >
          Import
        </Button>
      </Group>
    </Stack>
  );
}
