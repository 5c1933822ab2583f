import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconInfoCircle } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/client';
import { Problem } from '../api/problem';
import { bytes } from '../parts/format';
import { ProblemAlert } from '../parts/States';
import { PreviewTable } from './PreviewTable';
import {
  AS_SEEN,
  changed,
  hasTarget,
  headless,
  mappingOf,
  optionsOf,
  saved,
  withFields,
  type Mapping,
  type Preview,
  type Reading,
} from './preview';
import { ReadingControls } from './ReadingControls';
import { useMappings } from './useMappings';
import { formatOf } from './progress';
import { SaveMapping } from './SaveMapping';

interface ImportColumnsProps {
  seen: Preview;
  kind: Mapping['kind'];
  reading: Reading;
  onReading: (reading: Reading) => void;
  onBack: () => void;
  onNext: () => void;
}

/** Whatever is changed here, the same file is looked at again. */
function usePreview(seen: Preview, reading: Reading) {
  const options = optionsOf(reading);
  const asSeen = Object.keys(options).length === 0;
  return useQuery({
    queryKey: ['preview', seen.previewId, options],
    queryFn: () => api.post<Preview>(`/previews/${seen.previewId}`, { options }),
    initialData: asSeen ? seen : undefined,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    retry: false,
  });
}

/** The first rows, and which field each column is. */
export function ImportColumns(props: ImportColumnsProps) {
  const { seen, kind, reading, onReading, onBack, onNext } = props;
  const [lacking, setLacking] = useState(false);
  const [picked, setPicked] = useState<(string | null)[] | null>(null);
  const mappings = useMappings(kind);
  const query = usePreview(seen, reading);
  const preview = query.data ?? seen;
  // The next choice adds to those that are still being looked at.
  const columns = query.isPlaceholderData ? withFields(preview.columns, picked) : preview.columns;
  const fields = columns.map((column) => column.field);
  const header = reading.mapping?.header ?? preview.header;
  const isFixed = preview.columns.some((column) => column.from !== null);
  const take = (chosen: (string | null)[], withHeader: boolean) => {
    setLacking(!hasTarget(chosen, kind));
    if (!hasTarget(chosen, kind)) return;
    setPicked(chosen);
    const before = reading.mapping ?? mappings.find((m) => m.id === reading.mappingId);
    const mapping = mappingOf(preview, chosen, withHeader, kind, before);
    onReading({ ...reading, mappingId: null, mapping });
  };
  const onHeader = (on: boolean) => {
    setLacking(false);
    setPicked(null);
    if (on) onReading({ ...reading, mapping: null });
    else take(headless(preview), false);
  };
  const usable = hasTarget(fields, kind) && preview.columns.length > 0 && !isFixed;
  return (
    <Stack gap="md">
      <ReadingControls
        preview={preview}
        mappings={mappings}
        reading={reading}
        onReading={(next) => {
          setPicked(null);
          onReading(next);
        }}
        onHeader={onHeader}
      />
      {query.error && <ProblemAlert error={query.error} />}
      {!query.error && preview.error && (
        <ProblemAlert
          error={
            new Problem({ status: 422, title: 'It cannot be loaded like this', ...preview.error })
          }
        />
      )}
      {lacking && (
        <Alert color="orange" icon={<IconInfoCircle size={18} />}>
          One column must be a phone number or an e-mail
          {kind === 'SUPPRESSION' ? ', or a client ID' : ''}.
        </Alert>
      )}
      {preview.columns.length > 0 && (
        <PreviewTable
          kind={kind}
          preview={{ ...preview, columns }}
          onChoose={isFixed ? null : (at, choice) => take(changed(columns, at, choice), header)}
        />
      )}
      <Group justify="space-between">
        <Group gap="sm">
          <Button variant="default" leftSection={<IconArrowLeft size={16} />} onClick={onBack}>
            Another file
          </Button>
          <Text size="xs" c="dimmed">
            {preview.fileName} · {bytes(preview.bytes)}
            {preview.format ? ` · ${formatOf(preview)}` : ''}
            {preview.whole ? '' : ' · only its start was read'}
          </Text>
        </Group>
        <Group gap="sm">
          <SaveMapping
            key={JSON.stringify(fields)}
            disabled={!usable || reading.mappingId !== null}
            mappingOf={(name) =>
              saved(reading.mapping ?? mappingOf(preview, fields, header, kind), reading, name)
            }
            onSaved={(mapping) => onReading({ ...AS_SEEN, mappingId: mapping.id })}
          />
          <Button
            rightSection={<IconArrowRight size={16} />}
            onClick={onNext}
            disabled={preview.error !== null || query.error !== null || query.isPlaceholderData}
          >
            Next
          </Button>
        </Group>
      </Group>
    </Stack>
  );
}
