import { Autocomplete, Group, Select, SimpleGrid, Switch } from '@mantine/core';
import { COUNTRIES } from '../parts/places';
import { delimiterName, delimiterOf, OFFERED } from './delimiters';
import { AS_SEEN, type Mapping, type Preview, type Reading } from './preview';

const CHARSETS = [
  'UTF-8',
  'ISO-8859-1',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'UTF-16',
  'UTF-32',
  'IBM037',
  'IBM1047',
  'Shift_JIS',
  'EUC-KR',
  'Big5',
  'GB18030',
];

interface ReadingControlsProps {
  preview: Preview;
  mappings: Mapping[];
  reading: Reading;
  onReading: (reading: Reading) => void;
  onHeader: (header: boolean) => void;
}

/** How the file is read: by which mapping, delimiter, charset and country. */
export function ReadingControls(props: ReadingControlsProps) {
  const { preview, mappings, reading, onReading, onHeader } = props;
  const fixed = mappings.find((m) => m.id === reading.mappingId)?.layout === 'FIXED';
  const delimited = !fixed && preview.format !== 'XLSX' && preview.format !== 'XLS';
  const seen = preview.delimiter ? delimiterName(preview.delimiter) : 'Detect';
  // Names read in another charset are other names.
  const byPosition = reading.mapping?.header === false ? reading.mapping : null;
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="sm">
      <Select
        label="Mapping"
        placeholder={reading.mapping ? 'As chosen below' : 'By column names'}
        data={mappings.map((m) => ({ value: m.id, label: m.name }))}
        value={reading.mappingId}
        onChange={(mappingId) => onReading({ ...AS_SEEN, mappingId })}
        searchable
        clearable
      />
      <DelimiterInput
        key={reading.delimiter ?? 'seen'}
        disabled={!delimited}
        seen={delimited ? seen : 'None'}
        value={reading.delimiter}
        onChange={(delimiter) => onReading({ ...reading, mapping: null, delimiter })}
      />
      <CharsetInput
        key={`charset ${reading.charset ?? ''}`}
        disabled={preview.format === 'XLSX' || preview.format === 'XLS'}
        seen={preview.charset ?? 'Detect'}
        value={reading.charset}
        onChange={(charset) => onReading({ ...reading, mapping: byPosition, charset })}
      />
      <Select
        label="Country of numbers"
        placeholder="The list's"
        data={COUNTRIES}
        value={reading.country}
        onChange={(country) => onReading({ ...reading, country })}
        searchable
        clearable
      />
      <Group>
        <Switch
          label="First line holds names"
          checked={reading.mapping?.header ?? preview.header}
          onChange={(event) => onHeader(event.currentTarget.checked)}
          disabled={reading.mappingId !== null || preview.columns.length === 0}
        />
      </Group>
    </SimpleGrid>
  );
}

interface ChosenTextProps {
  disabled: boolean;
  seen: string;
  value: string | null;
  onChange: (text: string | null) => void;
}

/** Any one character, or a name for those that are hard to see. */
function DelimiterInput({ disabled, seen, value, onChange }: ChosenTextProps) {
  const take = (text: string) => {
    const one = delimiterOf(text);
    if (one !== undefined) onChange(one);
  };
  return (
    <Autocomplete
      label="Delimiter"
      placeholder={seen}
      data={OFFERED}
      filter={({ options }) => options}
      defaultValue={value === null ? '' : delimiterName(value)}
      onOptionSubmit={take}
      onBlur={(event) => take(event.currentTarget.value)}
      disabled={disabled}
    />
  );
}

/** Any charset of Java by its name; the usual ones are offered. */
function CharsetInput({ disabled, seen, value, onChange }: ChosenTextProps) {
  const take = (text: string) => {
    const charset = text.trim() || null;
    if (charset !== value) onChange(charset);
  };
  return (
    <Autocomplete
      label="Charset"
      placeholder={seen}
      data={CHARSETS}
      defaultValue={value ?? ''}
      onOptionSubmit={take}
      onBlur={(event) => take(event.currentTarget.value)}
      disabled={disabled}
    />
  );
}
