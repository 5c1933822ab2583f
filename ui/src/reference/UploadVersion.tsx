import { Button, Group, Modal, Stack, Switch } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/client';
import { asProblem } from '../api/problem';
import { DropArea } from '../parts/DropArea';
import { said } from '../parts/notify';
import { ProblemAlert } from '../parts/States';
import type { ReferenceVersion } from './types';

/** A version from a file: looked over as a whole, then kept. */
export function UploadVersion({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [activate, setActivate] = useState(true);
  const upload = useMutation({
    mutationFn: ({ content, force }: { content: File; force: boolean }) =>
      api.file<ReferenceVersion>('POST', '/reference-data', content, 'text/csv; charset=UTF-8', {
        name: content.name,
        activate,
        force: force || null,
      }),
    onSuccess: async (version) => {
      await client.invalidateQueries({ queryKey: ['/reference-data'] });
      said(`${version.version} is ${version.active ? 'active' : 'kept'}.`);
      close();
    },
  });
  const close = () => {
    upload.reset();
    setFile(null);
    onClose();
  };
  const tooSmall = upload.error && asProblem(upload.error).body.code === 'TOO_SMALL';
  return (
    <Modal opened={opened} onClose={close} title="Upload a version" size="lg">
      <Stack gap="md">
        <DropArea
          file={file}
          onFile={(next) => {
            upload.reset();
            setFile(next);
          }}
          hint="CSV that begins with beckon-reference-data,1,VERSION,DATE; up to 128 MiB"
        />
        <Switch
          label="Make it active at once"
          description="Else it is kept, and can be made active later."
          checked={activate}
          onChange={(e) => setActivate(e.currentTarget.checked)}
        />
        {upload.error && <ProblemAlert error={upload.error} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button
            disabled={!file}
            loading={upload.isPending}
            color={tooSmall ? 'red' : undefined}
            onClick={() => file && upload.mutate({ content: file, force: tooSmall === true })}
          >
            {tooSmall ? 'Take it all the same' : 'Upload'}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
