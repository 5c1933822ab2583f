import {
  Button,
  Collapse,
  Group,
  Modal,
  Progress,
  Select,
  SimpleGrid,
  Stack,
  Text,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAdjustments } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { upload } from '../api/client';
import { DropArea } from '../parts/DropArea';
import { bytes } from '../parts/format';
import { COUNTRIES } from '../parts/places';
import { ProblemAlert } from '../parts/States';
import { isIncomplete, NO_CHOICES, optionsOf } from './choices';
import { ImportChoices } from './ImportChoices';

interface Options {
  country: string | null;
  charset: string | null;
  delimiter: string | null;
  dedupe: string | null;
}

const NOTHING: Options = { country: null, charset: null, delimiter: null, dedupe: null };
const CHARSETS = ['UTF-8', 'ISO-8859-1', 'windows-1252', 'UTF-16'];
const DELIMITERS = [
  { value: ',', label: 'Comma' },
  { value: ';', label: 'Semicolon' },
  { value: 'TAB', label: 'Tab' },
  { value: '|', label: 'Pipe' },
  { value: ':', label: 'Colon' },
];
const DEDUPE = [
  { value: 'DEVICE', label: 'By device' },
  { value: 'CLIENT_ID', label: 'By client ID' },
  { value: 'BOTH', label: 'By both' },
  { value: 'NONE', label: 'Keep duplicates' },
];

interface UploadDialogProps {
  path: string;
  kind: 'CONTACTS' | 'SUPPRESSION';
  opened: boolean;
  onClose: () => void;
}

/** Takes a file for a list and sends it; the import is then watched on the list's page. */
export function UploadDialog({ path, kind, opened, onClose }: UploadDialogProps) {
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [sent, setSent] = useState(0);
  const [options, setOptions] = useState(NOTHING);
  const [choices, setChoices] = useState(NO_CHOICES);
  const [more, { toggle }] = useDisclosure();
  const send = useMutation({
    mutationFn: (chosen: File) => {
      const given = Object.entries(options).filter(([, value]) => value !== null);
      return upload(path, chosen, { ...Object.fromEntries(given), ...optionsOf(choices) }, setSent);
    },
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['/imports'] });
      setFile(null);
      setSent(0);
      setChoices(NO_CHOICES);
      onClose();
    },
  });
  const choose = (chosen: File) => {
    send.reset();
    setFile(chosen);
  };
  const option = (name: keyof Options) => ({
    value: options[name],
    onChange: (value: string | null) => setOptions((o) => ({ ...o, [name]: value })),
    clearable: true,
  });
  const hint =
    kind === 'CONTACTS'
      ? 'CSV, XLSX, XLS, also in ZIP or GZIP; a header row with a column named phone is enough'
      : 'CSV, XLSX, XLS, also in ZIP or GZIP; one column: phone, email or client id';
  return (
    <Modal opened={opened} onClose={onClose} title="Upload a file" size="lg">
      <Stack gap="md">
        <DropArea file={file} onFile={choose} hint={hint} />
        <ImportChoices kind={kind} choices={choices} onChange={setChoices} />
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconAdjustments size={16} />}
          onClick={toggle}
          aria-expanded={more}
          style={{ alignSelf: 'flex-start' }}
        >
          Options
        </Button>
        <Collapse expanded={more}>
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
            <Select
              label="Country"
              placeholder="The list's"
              data={COUNTRIES}
              searchable
              {...option('country')}
            />
            <Select label="Charset" placeholder="Detect" data={CHARSETS} {...option('charset')} />
            <Select
              label="Delimiter"
              placeholder="Detect"
              data={DELIMITERS}
              {...option('delimiter')}
            />
            {kind === 'CONTACTS' && (
              <Select
                label="Duplicates"
                placeholder="By device"
                data={DEDUPE}
                {...option('dedupe')}
              />
            )}
          </SimpleGrid>
        </Collapse>
        {send.isPending && file && (
          <Stack gap={4}>
            <Progress value={(sent / Math.max(file.size, 1)) * 100} aria-label="Sent" />
            <Text size="xs" c="dimmed" className="num">
              {bytes(Math.min(sent, file.size))} of {bytes(file.size)} sent
            </Text>
          </Stack>
        )}
        {send.error && <ProblemAlert error={send.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button
            disabled={!file || isIncomplete(choices)}
            loading={send.isPending}
            onClick={() => file && send.mutate(file)}
          >
            Import
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
