import { Group, SegmentedControl, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/client';
import { FormModal } from '../parts/FormModal';
import type { Mapping } from './preview';

const SAMPLES = {
  DELIMITED: `mapping   "Weekly"
for       contacts
delimiter ";"
header    yes
field     device1   name "Mobile number"
field     clientId  name "Account"
field     Tariff    name "T1"
others    drop
`,
  FIXED: `mapping  "Billing host"
for      contacts
layout   fixed
skip     1
charset  ISO-8859-1
field    clientId  from 1 length 8
field    device1   from 9 length 15
field    lastName  from 24 length 20
`,
};

type Sample = keyof typeof SAMPLES;

interface NewMappingProps {
  /** Of the mapping to begin with; null: a sample. */
  text: string | null;
  opened: boolean;
  onClose: () => void;
}

/** A mapping written as a specification file; what is wrong comes with line and column. */
export function NewMapping({ text, opened, onClose }: NewMappingProps) {
  const client = useQueryClient();
  const [sample, setSample] = useState<Sample>('DELIMITED');
  const [written, setWritten] = useState(text ?? SAMPLES.DELIMITED);
  const create = useMutation({
    mutationFn: () => api.postText<Mapping>('/mappings', written),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['/mappings'] });
      onClose();
    },
  });
  const begin = (which: Sample) => {
    create.reset();
    setSample(which);
    setWritten(SAMPLES[which]);
  };
  return (
    <FormModal
      title="New data mapping"
      size="lg"
      opened={opened}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        create.mutate();
      }}
      submit="Create"
      busy={create.isPending}
      error={create.error}
    >
      <Group justify="space-between">
        <Text size="sm" c="dimmed" maw={380}>
          One statement a line. Fields: device1 to device10, email, clientId, firstName, lastName,
          company, timeZone, postalCode, state, country, or any other name to keep.
        </Text>
        {text === null && (
          <SegmentedControl
            size="xs"
            aria-label="Layout"
            value={sample}
            onChange={begin}
            data={[
              { value: 'DELIMITED', label: 'Delimited' },
              { value: 'FIXED', label: 'Fixed positions' },
            ]}
          />
        )}
      </Group>
      <Textarea
        label="Specification"
        value={written}
        onChange={(event) => setWritten(event.currentTarget.value)}
        autosize
        minRows={10}
        maxRows={24}
        spellCheck={false}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      />
    </FormModal>
  );
}
