import { describe, expect, it } from 'vitest';
import { asProblem, problemOf } from './problem';

describe('problems', () => {
  it('are shown in the words of the API', () => {
    const body = {
      code: 'HALTED',
      title: 'Conflict',
      detail: 'Dialing is halted.',
      remedy: 'Lift it.',
    };
    const problem = problemOf(409, 'Conflict', JSON.stringify(body));
    expect(problem.message).toBe('Dialing is halted.');
    expect(problem.body.remedy).toBe('Lift it.');
    expect(problem.status).toBe(409);
  });

  it('are made of whatever a proxy says', () => {
    expect(problemOf(502, 'Bad Gateway', '<html>').body.code).toBe('UNREACHABLE');
    expect(problemOf(404, 'Not Found', '').body.code).toBe('HTTP_404');
  });

  it('give each field of a form its message', () => {
    const errors = [{ field: 'name', code: 'NAME_TAKEN', message: 'There is one already.' }];
    const problem = problemOf(422, '', JSON.stringify({ title: 'Unprocessable', errors }));
    expect(problem.fieldErrors()).toEqual({ name: 'There is one already.' });
  });

  it('include a server that does not answer', () => {
    expect(asProblem(new TypeError('Failed to fetch')).body.code).toBe('UNREACHABLE');
  });
});
