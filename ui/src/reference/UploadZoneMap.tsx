import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { DropArea } from '../parts/DropArea';
import { count } from '../parts/format';
import { said } from '../parts/notify';
import { ProblemAlert } from '../parts/States';
import { useZoneMapFile } from './useZoneMap';

interface UploadZoneMapProps {
  opened: boolean;
  /** Entries that go. */
  replaced: number;
  onClose: () => void;
}

/** A whole zone map from a file. */
export function UploadZoneMap({ opened, replaced, onClose }: UploadZoneMapProps) {
  const [file, setFile] = useState<File | null>(null);
  const upload = useZoneMapFile();
  const done = () => {
    setFile(null);
    upload.reset();
    onClose();
  };
  const send = (map: File) =>
    upload.mutate(map, {
      onSuccess: ({ entries }) => {
        said(`The map has ${count(entries.length)} entries now.`);
        done();
      },
    });
  return (
    <Modal opened={opened} onClose={done} title="Upload a map">
      <Stack gap="md">
        <DropArea
          file={file}
          onFile={(next) => {
            upload.reset();
            setFile(next);
          }}
          hint="CSV with the first line countryCode,areaCode,zone"
        />
        <Text size="sm" c="dimmed">
          At most 20,000 entries.
          {replaced > 0 && ' They take the place of all that is there now.'}
        </Text>
        {upload.error && <ProblemAlert error={upload.error} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={done}>
            Cancel
          </Button>
          <Button
            disabled={!file}
            loading={upload.isPending}
            color={replaced > 0 ? 'red' : undefined}
            onClick={() => file && send(file)}
          >
            {replaced > 0 ? 'Replace the map' : 'Take the map'}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
