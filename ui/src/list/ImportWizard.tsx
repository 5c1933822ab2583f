import { Button, Group, Modal, Progress, Stack, Stepper, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, upload } from '../api/client';
import { DropArea } from '../parts/DropArea';
import { bytes } from '../parts/format';
import { ProblemAlert } from '../parts/States';
import { ImportColumns } from './ImportColumns';
import { ImportOutcome } from './ImportOutcome';
import { optionsOf as choicesOf } from './choices';
import { AS_SEEN, optionsOf, type Preview, type Reading } from './preview';
import { USUAL, WhatHappens } from './WhatHappens';

interface ImportWizardProps {
  listId: string;
  kind: 'CONTACTS' | 'SUPPRESSION';
  opened: boolean;
  onClose: () => void;
}

const HINT =
  'CSV or other text, XLSX, XLS, also in ZIP or GZIP; you see what is in it before it is loaded';

/** From a file to what became of it: choose, see and map, say what to do, watch. */
export function ImportWizard({ opened, onClose, ...list }: ImportWizardProps) {
  return (
    <Modal opened={opened} onClose={onClose} title="Import a file" size="min(1240px, 94vw)">
      <Steps {...list} onClose={onClose} />
    </Modal>
  );
}

function Steps({ listId, kind, onClose }: Omit<ImportWizardProps, 'opened'>) {
  const base = kind === 'CONTACTS' ? `/contact-lists/${listId}` : `/suppression-lists/${listId}`;
  const client = useQueryClient();
  const [step, setStep] = useState(0);
  const [seen, setSeen] = useState<Preview | null>(null);
  const [reading, setReading] = useState<Reading>(AS_SEEN);
  const [handling, setHandling] = useState(USUAL);
  const [importId, setImportId] = useState<string | null>(null);
  const begin = useMutation({
    mutationFn: (previewId: string) =>
      api.post<{ importId: string }>(`${base}/imports`, {
        previewId,
        options: {
          ...optionsOf(reading),
          ...choicesOf(handling.choices, kind),
          ...(handling.dedupe ? { dedupe: handling.dedupe } : {}),
        },
      }),
    onSuccess: (answer) => {
      void client.invalidateQueries({ queryKey: ['/imports'] });
      setImportId(answer.importId);
      setStep(3);
    },
  });
  const restart = () => {
    begin.reset();
    setSeen(null);
    setReading(AS_SEEN);
    setHandling(USUAL);
    setImportId(null);
    setStep(0);
  };
  return (
    <Stack gap="lg">
      <Stepper active={step} size="sm" iconSize={30} allowNextStepsSelect={false}>
        <Stepper.Step label="File" />
        <Stepper.Step label="Columns" />
        <Stepper.Step label="Options" />
        <Stepper.Step label="Result" />
      </Stepper>
      {step === 0 && (
        <ChooseFile
          path={`${base}/previews`}
          onSeen={(preview) => {
            setSeen(preview);
            setStep(1);
          }}
        />
      )}
      {step === 1 && seen && (
        <ImportColumns
          seen={seen}
          kind={kind}
          reading={reading}
          onReading={setReading}
          onBack={restart}
          onNext={() => setStep(2)}
        />
      )}
      {step === 2 && seen && (
        <WhatHappens
          kind={kind}
          preview={seen}
          handling={handling}
          onHandling={setHandling}
          error={begin.error}
          busy={begin.isPending}
          onBack={() => setStep(1)}
          onImport={() => begin.mutate(seen.previewId)}
        />
      )}
      {step === 3 && importId && (
        <ImportOutcome importId={importId} onAnother={restart} onClose={onClose} />
      )}
    </Stack>
  );
}

function ChooseFile({ path, onSeen }: { path: string; onSeen: (preview: Preview) => void }) {
  const [file, setFile] = useState<File | null>(null);
  const [sent, setSent] = useState(0);
  const send = useMutation({
    mutationFn: (chosen: File) => upload<Preview>(path, chosen, {}, setSent),
    onSuccess: onSeen,
  });
  const choose = (chosen: File) => {
    setFile(chosen);
    setSent(0);
    send.mutate(chosen);
  };
  const all = file !== null && sent >= file.size;
  return (
    <Stack gap="md">
      <DropArea file={file} onFile={choose} hint={HINT} />
      {send.isPending && file && (
        <Stack gap={4}>
          <Progress
            value={(sent / Math.max(file.size, 1)) * 100}
            animated={all}
            aria-label="Sent"
          />
          <Text size="xs" c="dimmed" className="num">
            {all ? 'Looking at it' : `${bytes(sent)} of ${bytes(file.size)} sent`}
          </Text>
        </Stack>
      )}
      {send.error && (
        <>
          <ProblemAlert error={send.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={() => file && choose(file)}>
              Send it again
            </Button>
          </Group>
        </>
      )}
    </Stack>
  );
}
