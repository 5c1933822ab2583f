import { Group, Select, SegmentedControl, SimpleGrid, Switch, Text } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { url } from '../api/client';
import { usePaged } from '../api/paged';
import { FormModal } from '../parts/FormModal';
import {
  CHARSETS,
  DELIMITERS,
  exportQuery,
  restored,
  USUAL,
  type ExportChoices,
} from './exportChoices';
import { ExportColumns } from './ExportColumns';
import { useDownload } from './useDownload';

interface ExportDialogProps {
  kind: 'CONTACTS' | 'SUPPRESSION';
  listId: string;
  opened: boolean;
  onClose: () => void;
}

interface Named {
  id: string;
  name: string;
}

/** How a list is exported; the next export begins with the same choices. */
export function ExportDialog({ kind, listId, opened, onClose }: ExportDialogProps) {
  const contacts = kind === 'CONTACTS';
  const [kept, keep] = useLocalStorage<ExportChoices>({
    key: `beckon.export.${kind.toLowerCase()}`,
    defaultValue: USUAL,
    getInitialValueInEffect: false,
  });
  const rules = useNamed('/selection-rules', opened && contacts);
  const recipients = useNamed('/pgp-recipients', opened);
  const before = restored(kept);
  // Kept ids may be of something that was deleted since, or of another tenant.
  const choices = {
    ...before,
    selectionRuleId: rules.has(before.selectionRuleId),
    recipientId: recipients.has(before.recipientId),
  };
  const set = (change: Partial<ExportChoices>) => keep({ ...before, ...change });
  const download = useDownload();
  const path = `${contacts ? '/contact-lists' : '/suppression-lists'}/${listId}/export`;
  return (
    <>
      {download.frame}
      <FormModal
        title={contacts ? 'Export contacts' : 'Export entries'}
        size="lg"
        opened={opened}
        onClose={onClose}
        onSubmit={(event) => {
          event.preventDefault();
          download.start(url(path, exportQuery(kind, choices)));
          onClose();
        }}
        submit="Download"
        busy={false}
        error={null}
      >
        <SegmentedControl
          aria-label="Format"
          data={[
            { value: 'CSV', label: 'CSV' },
            { value: 'XLSX', label: 'Excel (XLSX)' },
          ]}
          value={choices.format}
          onChange={(format) => set({ format: format === 'XLSX' ? 'XLSX' : 'CSV' })}
        />
        {contacts && (
          <>
            <ExportColumns
              listId={listId}
              columns={choices.columns}
              onChange={(columns) => set({ columns })}
            />
            <Switch
              label="Call result, attempts and last attempt behind every device"
              description={
                choices.results && choices.columns.length > 0 && !choices.columns.some(isDevice)
                  ? 'No device is among the columns, so there is nothing to put them behind.'
                  : undefined
              }
              checked={choices.results}
              onChange={(event) => set({ results: event.currentTarget.checked })}
            />
          </>
        )}
        {choices.format === 'CSV' && <Writing choices={choices} set={set} />}
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          {contacts && (
            <Select
              label="Only those of a selection rule"
              placeholder="All contacts"
              data={rules.data}
              value={choices.selectionRuleId}
              onChange={(selectionRuleId) => set({ selectionRuleId })}
              clearable
            />
          )}
          <Select
            label="Encrypted to"
            placeholder="Not encrypted"
            data={recipients.data}
            value={choices.recipientId}
            onChange={(recipientId) => set({ recipientId })}
            nothingFoundMessage="No PGP recipients yet; they are made in Settings."
            clearable
          />
        </SimpleGrid>
        <Group gap="xl">
          <Switch
            label="First row holds names"
            checked={choices.header}
            onChange={(event) => set({ header: event.currentTarget.checked })}
          />
          <Switch
            label="Defuse formulas"
            checked={choices.formulas === 'DEFUSE'}
            onChange={(event) => set({ formulas: event.currentTarget.checked ? 'DEFUSE' : 'KEEP' })}
          />
        </Group>
        {choices.formulas === 'KEEP' && (
          <Text size="xs" c="orange.8">
            Cells that begin with = + - @ are written as they are: a spreadsheet may run them.
          </Text>
        )}
      </FormModal>
    </>
  );
}

const isDevice = (column: string) => /^(device|phone|email)\d+$/.test(column);

interface WritingProps {
  choices: ExportChoices;
  set: (change: Partial<ExportChoices>) => void;
}

function Writing({ choices, set }: WritingProps) {
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
      <Select
        label="Delimiter"
        data={DELIMITERS}
        value={choices.delimiter}
        onChange={(delimiter) => set({ delimiter: delimiter ?? USUAL.delimiter })}
        allowDeselect={false}
      />
      <Select
        label="Charset"
        description={
          choices.charset === 'UTF-8' ? undefined : 'Characters that it does not have become ?'
        }
        inputWrapperOrder={['label', 'input', 'description']}
        data={CHARSETS}
        value={choices.charset}
        onChange={(charset) => set({ charset: charset ?? USUAL.charset })}
        allowDeselect={false}
      />
    </SimpleGrid>
  );
}

function useNamed(path: string, enabled: boolean) {
  const { rows } = usePaged<Named>(path, { limit: 1000 }, enabled);
  return {
    data: rows.map((row) => ({ value: row.id, label: row.name })),
    has: (id: string | null) => (rows.some((row) => row.id === id) ? id : null),
  };
}
