/** A rejected row, or a warning about one. */
export interface Issue {
  row: number;
  line: number;
  column: string;
  code: string;
  reason: string;
}

/** Cells of CSV text (RFC 4180), as the API writes it. */
export function csvRows(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const c = text.charAt(i);
    if (quoted) {
      if (c !== '"') cell += c;
      else if (text.charAt(i + 1) === '"') cell += text.charAt((i += 1));
      else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === ',') {
      row.push(cell);
      cell = '';
    } else if (c === '\n') {
      rows.push([...row, cell]);
      row = [];
      cell = '';
    } else if (c !== '\r') cell += c;
  }
  if (cell || row.length > 0) rows.push([...row, cell]);
  return rows;
}

export function issuesOf(csv: string): Issue[] {
  return csvRows(csv)
    .slice(1)
    .map(([row, line, column, code, reason]) => ({
      row: Number(row),
      line: Number(line),
      column: column ?? '',
      code: code ?? '',
      reason: reason ?? '',
    }));
}

/** The first lines of a streamed CSV, without reading the rest: rejects may run to millions. */
export async function firstLines(
  response: Response,
  lines: number,
): Promise<{ text: string; more: boolean }> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) return { text: '', more: false };
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { text, more: false };
    text += value;
    const parts = text.split('\n');
    if (parts.length > lines + 1) {
      await reader.cancel();
      return { text: parts.slice(0, lines).join('\n'), more: true };
    }
  }
}
