/** An error answer of the API (application/problem+json), or what stands in for one. */
export interface ProblemBody {
  status: number;
  code: string;
  title: string;
  detail?: string;
  remedy?: string;
  requestId?: string;
  allowed?: string[];
  errors?: { field: string; code: string; message: string }[];
}

export class Problem extends Error {
  readonly body: ProblemBody;

  constructor(body: ProblemBody) {
    super(body.detail ?? body.title);
    this.name = 'Problem';
    this.body = body;
  }

  get status(): number {
    return this.body.status;
  }

  /** Messages by field, for a form. */
  fieldErrors(): Record<string, string> {
    return Object.fromEntries((this.body.errors ?? []).map((e) => [e.field, e.message]));
  }
}

const UNREACHABLE: ProblemBody = {
  status: 0,
  code: 'UNREACHABLE',
  title: 'Beckon does not answer',
  detail: 'The server did not answer this request.',
  remedy: 'Check the connection. This page goes on by itself as soon as the server is back.',
};

/** Whatever went wrong, as something that can be shown. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof TypeError) return new Problem(UNREACHABLE);
  const detail = error instanceof Error ? error.message : String(error);
  return new Problem({ status: 0, code: 'UNEXPECTED', title: 'Something unexpected', detail });
}

/** Reads an error answer; a proxy's HTML page or an empty body becomes a problem as well. */
export function problemOf(status: number, statusText: string, text: string): Problem {
  try {
    const body = JSON.parse(text) as Partial<ProblemBody>;
    if (typeof body === 'object' && body.title) {
      return new Problem({ code: 'ERROR', title: statusText, ...body, status });
    }
  } catch {
    // Not JSON: described by its status below.
  }
  if (status === 502 || status === 503 || status === 504) {
    return new Problem({ ...UNREACHABLE, status });
  }
  const title = statusText || 'The request failed';
  return new Problem({ status, code: `HTTP_${status}`, title, detail: `${title} (${status}).` });
}
