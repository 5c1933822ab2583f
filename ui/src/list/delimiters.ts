/** Delimiters that are offered, by the name they are shown under. */
export const OFFERED = [
  'Comma',
  'Semicolon',
  'Tab',
  'Pipe',
  'Colon',
  'Blank',
  'NBSP',
  'SOH',
  'US',
  '¦',
  '§',
];

const CONTROLS =
  'SOH STX ETX EOT ENQ ACK BEL BS Tab LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US'.split(
    ' ',
  );

const NAMES: [string, string][] = [
  [',', 'Comma'],
  [';', 'Semicolon'],
  ['|', 'Pipe'],
  [':', 'Colon'],
  [' ', 'Blank'],
  ['\u00a0', 'NBSP'],
  ['\u007f', 'DEL'],
  ...CONTROLS.map((name, i): [string, string] => [String.fromCharCode(i + 1), name]),
];

/** A delimiter so that it can be seen. */
export function delimiterName(delimiter: string): string {
  const name = NAMES.find(([one]) => one === delimiter)?.[1];
  if (name !== undefined || !/^[\p{C}\p{Z}]$/u.test(delimiter)) return name ?? delimiter;
  return `U+${delimiter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The character that was typed or named; null when the file decides, undefined when it is none. */
export function delimiterOf(text: string): string | null | undefined {
  const typed = text.trim();
  if (typed.length <= 1) return typed || null;
  const named = NAMES.find(([, name]) => name.toLowerCase() === typed.toLowerCase())?.[0];
  const code = /^u\+([0-9a-f]{2,4})$/i.exec(typed)?.[1];
  const one = named ?? (code ? String.fromCharCode(parseInt(code, 16)) : undefined);
  return one === '\r' || one === '\n' || one === '"' || one === '\0' ? undefined : one;
}
