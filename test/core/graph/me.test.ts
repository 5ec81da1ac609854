import { expect, it } from 'vitest';
import { failure, type GraphAnswer } from '../../../src/core/graph/graph.ts';
import { readMe } from '../../../src/core/graph/me.ts';
import { answerOf, ScriptedGraph } from '../support/scripted-graph.ts';

async function read(answer: GraphAnswer): Promise<unknown> {
  return readMe(new ScriptedGraph(() => answer), new AbortController().signal);
}

it('reads who has signed in', async () => {
  const wire = {
    id: 'aad',
    displayName: 'Ada\n',
    mail: 'ada@a.example',
    userPrincipalName: 'a@b.example',
  };
  expect(await read(answerOf(wire))).toEqual({
    ok: true,
    value: { userId: 'aad', name: 'Ada', emails: ['ada@a.example', 'a@b.example'] },
  });
});

it('makes do with an id', async () => {
  expect(await read(answerOf({ id: 'cid', displayName: null, mail: null }))).toEqual({
    ok: true,
    value: { userId: 'cid', name: null, emails: [] },
  });
});

it.each([null, {}, { id: '' }, { id: 7 }])('does not expect %j', async (value) => {
  expect(await read(answerOf(value))).toMatchObject({ ok: false, code: 'unexpected-answer' });
});

it('passes on that Graph failed', async () => {
  expect(await read(failure('no-network'))).toMatchObject({ code: 'no-network' });
});
