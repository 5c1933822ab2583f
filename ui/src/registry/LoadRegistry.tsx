import {
  Button,
  Group,
  Modal,
  NumberInput,
  SegmentedControl,
  Stack,
  TextInput,
} from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/client';
import { DropArea } from '../parts/DropArea';
import { said } from '../parts/notify';
import { ProblemAlert } from '../parts/States';
import type { Registry, RegistryVersion } from './types';

/** A registry's file: all of it, or what has changed. */
export function LoadRegistry({ registry, onClose }: { registry: Registry; onClose: () => void }) {
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [kind, setKind] = useState('FULL');
  const [dataDate, setDataDate] = useState('');
  const [tolerate, setTolerate] = useState<number | string>(0);
  const shrank = registry.latest?.error?.code === 'TOO_SMALL' && kind === 'FULL';
  const [shrink, setShrink] = useState(false);
  const load = useMutation({
    mutationFn: (content: File) =>
      api.file<RegistryVersion>(
        'POST',
        `/registries/${registry.id}/loads`,
        content,
        'application/octet-stream',
        { kind, dataDate, name: content.name, tolerate, shrink: shrink || null },
      ),
    onSuccess: async (version) => {
      await client.invalidateQueries({ queryKey: ['/registries'] });
      said(`${version.fileName} is being loaded as version ${version.version}.`);
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title={`Load a file into ${registry.name}`} size="lg">
      <Stack gap="md">
        <DropArea
          file={file}
          onFile={(next) => {
            load.reset();
            setFile(next);
          }}
          hint="One number a line, plain or gzip; in a delta followed by A (added) or D (removed)"
        />
        <SegmentedControl
          value={kind}
          onChange={setKind}
          disabled={!registry.inForce}
          data={[
            { value: 'FULL', label: 'The whole registry' },
            { value: 'DELTA', label: 'What has changed' },
          ]}
        />
        <TextInput
          type="date"
          label="Date of the data"
          description="As of which day the file says who is registered"
          withAsterisk
          value={dataDate}
          onChange={(e) => setDataDate(e.currentTarget.value)}
        />
        <NumberInput
          label="Lines that may hold no number"
          description="One more refuses the file; nothing of it is used then"
          min={0}
          allowDecimal={false}
          value={tolerate}
          onChange={setTolerate}
        />
        {shrank && (
          <Button
            variant={shrink ? 'filled' : 'light'}
            color="red"
            onClick={() => setShrink((s) => !s)}
          >
            {shrink ? 'It will be taken though it shrank' : 'Take it though it shrank'}
          </Button>
        )}
        {load.error && <ProblemAlert error={load.error} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button
            disabled={!file || !dataDate}
            loading={load.isPending}
            onClick={() => file && load.mutate(file)}
          >
            Load
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
