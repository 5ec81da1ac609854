import { expect, it } from 'vitest';
import { readJson } from '../../../src/core/graph/body.ts';

function answer(body: string | ReadableStream<Uint8Array> | null, type?: string): Response {
  return new Response(body, type === undefined ? {} : { headers: { 'content-type': type } });
}

it.each([
  'application/json',
  'application/json; charset=utf-8; odata.metadata=minimal',
  'APPLICATION/JSON',
  'application/problem+json',
])('reads %s', async (type) => {
  expect(await readJson(answer('{"a":1}', type), 100)).toEqual({ ok: true, value: { a: 1 } });
});

it.each(['text/html', 'application/jsonp', 'text/plain; note=json', ''])(
  'does not read %s',
  async (type) => {
    expect(await readJson(answer('{"a":1}', type), 100)).toEqual({ ok: false, code: 'not-json' });
  },
);

it.each(['{"a":', '', '<html>', '\u{feff}'])('says so of broken JSON: %j', async (text) => {
  const response = answer(text, 'application/json');
  expect(await readJson(response, 100)).toEqual({ ok: false, code: 'not-json' });
});

it('says so where there is no body', async () => {
  const response = answer(null, 'application/json');
  expect(await readJson(response, 100)).toEqual({ ok: false, code: 'not-json' });
});

it('reads as much as it may and no more', async () => {
  const text = JSON.stringify('x'.repeat(98));
  const read = (most: number): ReturnType<typeof readJson> =>
    readJson(answer(text, 'application/json'), most);
  expect(await read(100)).toMatchObject({ ok: true });
  expect(await read(99)).toEqual({ ok: false, code: 'too-large' });
});

it('counts bytes, and puts letters together that chunks have cut', async () => {
  const bytes = new TextEncoder().encode('"é"');
  const chunks = [...bytes].map((byte) => Uint8Array.of(byte));
  const stream = (): ReadableStream<Uint8Array> => ReadableStream.from(chunks);
  expect(await readJson(answer(stream(), 'application/json'), 4)).toEqual({ ok: true, value: 'é' });
  expect(await readJson(answer(stream(), 'application/json'), 3)).toMatchObject({ ok: false });
});

it('stops reading a body that is too long', async () => {
  let pulled = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      pulled += 1;
      controller.enqueue(new Uint8Array(10));
    },
  });
  await readJson(answer(endless, 'application/json'), 100);
  expect(pulled).toBeLessThan(20);
});

it('passes on that the connection broke', async () => {
  const broken = new ReadableStream<Uint8Array>({
    pull: () => Promise.reject(new TypeError('terminated')),
  });
  await expect(readJson(answer(broken, 'application/json'), 100)).rejects.toThrow('terminated');
});
