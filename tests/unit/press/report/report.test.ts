import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reportedDoubts, reportedMisreadings } from '../../../../src/press/report/report.ts';
import { reportHtml } from '../../../../src/press/report/report-html.ts';
import { validateEpub } from '../../../../src/press/report/validators.ts';
import { usePrograms } from '../fake-programs.ts';
import { testFolder } from '../folders.ts';
import { bookOf, ruby, sentence } from '../sentences.ts';

const unsure = (start: number, end: number, reading: string) =>
  ruby(start, end, reading, { confidence: 0.5 });

function doubtfulBook() {
  const book = bookOf('題', []);
  const sentences = [
    sentence('生物を買う。', [unsure(0, 2, 'なまもの')], 's-1'),
    sentence('市場と生物。', [unsure(0, 2, 'いちば'), unsure(3, 5, 'なまもの')], 's-2'),
  ];
  return {
    ...book,
    sections: [
      {
        id: 'a',
        heading: [sentence('章<1>', [], 's-9')],
        sections: [],
        blocks: [{ type: 'paragraph' as const, sentences }],
      },
    ],
  };
}

describe('the words to look at', () => {
  it('are named once, those of most places first, with where they stand', () => {
    const doubts = reportedDoubts(doubtfulBook()).filter(({ reading }) => reading !== '');
    expect(doubts.map(({ surface, places }) => [surface, places.length])).toEqual([
      ['生物', 2],
      ['市場', 1],
    ]);
    expect(doubts[0]?.places[1]).toMatchObject({ heading: '章<1>', range: { start: 3, end: 5 } });
  });

  it('that the voice reads otherwise are named once for sentences of the same clip', () => {
    const misreadings = [{ start: 0, end: 2, surface: '生物', reading: 'なまもの', said: 'セイブツ' }];
    const facts = { frames: 1, peak: -7, sha256: '', words: [], misreadings };
    const clip = (id: string) => ({ sentence: sentence('生物', [], id), ruby: [], key: 'k', facts });
    const found = reportedMisreadings(
      doubtfulBook(),
      new Map([
        ['s-1', clip('s-1')],
        ['s-2', clip('s-2')],
      ]),
    );
    expect(found.map(({ place, said }) => [place.sentence.id, said])).toEqual([['s-1', 'セイブツ']]);
  });
});

const base = {
  title: '計画 <A>',
  date: '2026-04-01',
  generator: 'ともよみ',
  sentences: 12,
  words: 34,
  formats: [
    {
      format: 'daisy202' as const,
      problems: [{ code: 'not-in-charset', detail: '𠮷' }],
      files: [{ path: '計画 1-daisy202', bytes: 2_345_678, isFolder: true }],
    },
  ],
  doubts: reportedDoubts(doubtfulBook()),
  narration: {
    narrator: 'Mei',
    credits: ['CC BY 3.0'],
    duration: 3725,
    peak: -6.96,
    faults: [],
    misreadings: [],
    unspoken: [],
  },
  validations: [
    { name: 'epubcheck-ts', outcome: 'passed' as const, messages: [] },
    { name: 'EPUBCheck', outcome: 'absent' as const, messages: [] },
  ],
};

describe('the officer’s report', () => {
  const html = reportHtml(base, new Map([['s-1', 'data:audio/mpeg;base64,AAAA']]));

  it.each([
    ['the title, escaped', '計画 &lt;A&gt;：確かめる紙</h1>'],
    ['the length', '1時間2分'],
    ['the sentences', '12文'],
    ['the level', '-7.0 dB'],
    ['where the book is', 'href="%E8%A8%88%E7%94%BB%201-daisy202/"'],
    ['its size', '2.3 MB'],
    ['letters that were lost', '<b>𠮷</b>（U+20BB7）'],
    ['a doubtful word with its reading', '<ruby>生物<rp>（</rp><rt>なまもの</rt><rp>）</rp></ruby>'],
    ['its sentence', '<mark>生物</mark>を買う。'],
    ['its heading', '「章&lt;1&gt;」'],
    ['its sound', 'src="data:audio/mpeg;base64,AAAA" aria-label="「生物」のある文を聞く"'],
    ['validators that found nothing', '誤りはありません'],
    ['validators that weren’t there', 'この機械に入っていないので、していません'],
    ['credits', 'CC BY 3.0'],
  ])('holds %s', (_, part) => expect(html).toContain(part));

  it('is one page that fetches nothing', () => {
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//u);
  });

  it('says what is wrong', () => {
    const faulty = reportHtml(
      {
        ...base,
        validations: [{ name: 'EPUBCheck', outcome: 'failed', messages: ['ERROR(RSC-005) <p>'] }],
        narration: { ...base.narration, faults: [{ code: 'overlap', detail: 's-2' }] },
      },
      new Map(),
    );
    expect(faulty).toContain('ERROR(RSC-005) &lt;p&gt;');
    expect(faulty).toContain('音声が前の文と重なっています（s-2）');
  });

  it('of a book without sound has no players, level or credits', () => {
    const silent = reportHtml({ ...base, narration: null, validations: [] }, new Map());
    expect(silent).toContain('音声はありません');
    expect(silent).not.toMatch(/<audio|クレジット|dB/u);
  });
});

describe('a validator', () => {
  it('says what it complains of, and one that isn’t there is named', async () => {
    const path = join(testFolder(), 'a.epub');
    writeFileSync(path, 'no book');
    const [byNode, byJava] = await validateEpub(path, '/no/epubcheck.jar');
    expect(byNode).toMatchObject({ name: 'epubcheck-ts', outcome: 'failed' });
    expect(byNode?.messages.length).toBeGreaterThan(0);
    expect(byJava).toEqual({ name: 'EPUBCheck', outcome: 'absent', messages: [] });
  });

  it('that runs in Java is believed by its code', async () => {
    const path = join(testFolder(), 'a.epub');
    writeFileSync(path, 'no book');
    usePrograms({ java: 'echo "ERROR(PKG-003): broken" >&2; echo "Check finished" >&2; exit 1' });
    expect((await validateEpub(path, path))[1]).toEqual({
      name: 'EPUBCheck',
      outcome: 'failed',
      messages: ['ERROR(PKG-003): broken'],
    });
    usePrograms({ java: 'exit 0' });
    expect((await validateEpub(path, path))[1]?.outcome).toBe('passed');
  });
});
