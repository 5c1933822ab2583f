import { Group, Text, ThemeIcon } from '@mantine/core';
import { IconFileText, IconUpload } from '@tabler/icons-react';
import { useId, useState, type DragEvent } from 'react';
import { bytes } from './format';

interface DropAreaProps {
  file: File | null;
  onFile: (file: File) => void;
  hint: string;
}

/** Takes one file, dropped or picked; a real file input underneath keeps it usable by keyboard. */
export function DropArea({ file, onFile, hint }: DropAreaProps) {
  const id = useId();
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const first = files?.[0];
    if (first) onFile(first);
  };
  const hover = (event: DragEvent, inside: boolean) => {
    event.preventDefault();
    setOver(inside);
  };
  return (
    <div
      className="drop-area"
      data-over={over || undefined}
      onDragOver={(e) => hover(e, true)}
      onDragLeave={(e) => hover(e, false)}
      onDrop={(e) => {
        hover(e, false);
        take(e.dataTransfer.files);
      }}
    >
      <input id={id} type="file" onChange={(e) => take(e.currentTarget.files)} />
      <label htmlFor={id}>
        <Group gap="md" wrap="nowrap" justify="center">
          <ThemeIcon size={42} radius="xl" variant="light">
            {file ? <IconFileText size={22} /> : <IconUpload size={22} />}
          </ThemeIcon>
          <div>
            <Text fw={600}>{file ? file.name : 'Drop a file here, or choose one'}</Text>
            <Text size="sm" c="dimmed">
              {file ? `${bytes(file.size)} · choose another` : hint}
            </Text>
          </div>
        </Group>
      </label>
    </div>
  );
}
