import { describe, expect, it } from 'vitest';
import { answerFromWhole, parseByteRange } from '../../../src/sw/byte-range.ts';

it.each<[string | null, unknown]>([
  ['bytes=0-', { first: 0, last: 9 }],
  // What Safari asks first, to see whether parts are answered at all.
  ['bytes=0-1', { first: 0, last: 1 }],
  ['bytes=2-4', { first: 2, last: 4 }],
  ['bytes=9-9', { first: 9, last: 9 }],
  ['bytes=9-', { first: 9, last: 9 }],
  ['bytes=4-9', { first: 4, last: 9 }],
  ['bytes=4-10', { first: 4, last: 9 }],
  ['bytes=4-99999999999999999999', { first: 4, last: 9 }],
  ['bytes=-3', { first: 7, last: 9 }],
  ['bytes=-10', { first: 0, last: 9 }],
  ['bytes=-99', { first: 0, last: 9 }],
  ['Bytes=2-4 ', { first: 2, last: 4 }],
  ['bytes=10-', 'unsatisfiable'],
  ['bytes=10-12', 'unsatisfiable'],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=5-4', null],
  ['bytes=0-1,3-4', null],
  ['bytes=-', null],
  ['bytes=a-b', null],
  ['bytes=--1', null],
  ['lines=0-1', null],
  ['', null],
  [null, null],
])('%s of ten bytes is %j', (header, expected) => {
  expect(parseByteRange(header, 10)).toEqual(expected);
});

it.each(['bytes=0-', 'bytes=-1', 'bytes=0-0'])('%s of nothing can’t be had', (header) => {
  expect(parseByteRange(header, 0)).toBe('unsatisfiable');
});

describe('a kept recording', () => {
  const whole = (): Response =>
    new Response('0123456789', {
      headers: { 'Content-Type': 'audio/mpeg', 'Content-Length': '10', 'X-Edition': 'a' },
    });
  const ask = (headers: Record<string, string>): Promise<Response> =>
    answerFromWhole(new Request('http://localhost/audio/plan-2/a.mp3', { headers }), whole());

  it.each([
    ['bytes=2-4', '234', 'bytes 2-4/10'],
    ['bytes=0-', '0123456789', 'bytes 0-9/10'],
    ['bytes=5-10', '56789', 'bytes 5-9/10'],
    ['bytes=-3', '789', 'bytes 7-9/10'],
    ['bytes=-30', '0123456789', 'bytes 0-9/10'],
  ])('asked for %s is answered in part, with its length and its place', async (range, body, place) => {
    const answer = await ask({ Range: range });
    expect([answer.status, await answer.text()]).toEqual([206, body]);
    expect(Object.fromEntries(answer.headers)).toEqual({
      'accept-ranges': 'bytes',
      'content-length': String(body.length),
      'content-range': place,
      'content-type': 'audio/mpeg',
      'x-edition': 'a',
    });
  });

  it('says how long it is where the part lies behind its end', async () => {
    const answer = await ask({ Range: 'bytes=10-' });
    expect([answer.status, await answer.text()]).toEqual([416, '']);
    expect(answer.headers.get('content-range')).toBe('bytes */10');
    expect(answer.headers.get('content-length')).toBe('0');
  });

  it.each([[{}], [{ Range: 'bytes=0-1,3-4' }], [{ Range: 'nonsense' }]])(
    'asked for with %j comes whole',
    async (headers) => {
      const answer = await ask(headers);
      expect([answer.status, await answer.text()]).toEqual([200, '0123456789']);
      expect(answer.headers.get('content-length')).toBe('10');
      expect(answer.headers.get('content-range')).toBeNull();
    },
  );

  it('comes in part with If-Range as well, because its address has but one edition', async () => {
    expect((await ask({ Range: 'bytes=0-1', 'If-Range': '"other"' })).status).toBe(206);
  });
});
