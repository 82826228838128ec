import { describe, expect, it } from 'vitest';
import { isSilence, parseTrace, timeMorphemes } from '../../../../src/press/open-jtalk/trace.ts';
import { traceText } from '../traces.ts';

describe('a trace of Open JTalk', () => {
  const trace = parseTrace(traceText('school'));

  it('says what each word is and how it is pronounced; marks are silent', () => {
    expect(trace.morphemes).toEqual([
      { surface: 'がっこう', pronunciation: 'ガッコー', morae: 4 },
      { surface: 'へ', pronunciation: 'エ', morae: 1 },
      { surface: '行く', pronunciation: 'イク', morae: 2 },
      { surface: '。', pronunciation: '', morae: 0 },
    ]);
  });

  it('says when each sound is made, in seconds, silence at both ends', () => {
    const names = trace.phonemes.map(({ name }) => name).join(' ');
    expect(names).toBe('sil g a cl k o o e i k u sil');
    expect(trace.phonemes[0]).toEqual({ name: 'sil', begin: 0, end: 0.17 });
    expect(trace.phonemes.filter(isSilence)).toHaveLength(2);
  });

  it('leaves out the sign of a voiceless mora', () => {
    const words = parseTrace(traceText('number')).morphemes.map(({ pronunciation }) => pronunciation);
    expect(words.join('')).toBe('イチマンゴヒャクエンデス');
  });

  it.each(['', 'Error: waveform cannot be synthesized.', '[Output label]\n[Text analysis result]\n'])(
    'is not made of %j',
    (text) => expect(() => parseTrace(text)).toThrow('no trace'),
  );

  it('is read though nothing stands in it', () => {
    const empty = parseTrace('[Text analysis result]\n\n[Output label]\n');
    expect(empty).toEqual({ morphemes: [], phonemes: [] });
  });
});

describe('the time of a word', () => {
  it.each(['school', 'number', 'ten-thousand'] as const)(
    'follows that of the word before it in %s',
    (name) => {
      const timed = timeMorphemes(parseTrace(traceText(name)));
      expect(timed).not.toBeNull();
      let clock = 0;
      for (const { begin, end, morae } of timed ?? []) {
        expect(begin).toBeGreaterThanOrEqual(clock);
        expect(morae === 0 ? end === begin : end > begin).toBe(true);
        clock = end;
      }
    },
  );

  it('reaches from its first sound to its last', () => {
    const trace = parseTrace(traceText('school'));
    const [school] = timeMorphemes(trace) ?? [];
    const sounds = trace.phonemes.slice(1, 7);
    expect(school).toMatchObject({ begin: sounds[0]?.begin, end: sounds.at(-1)?.end });
  });

  it('is not made up where words and sounds are not of the same number', () => {
    const trace = parseTrace(traceText('school'));
    const more = trace.morphemes.map((one) => ({ ...one, morae: one.morae + 1 }));
    const fewer = trace.morphemes.slice(1);
    expect(timeMorphemes({ ...trace, morphemes: more })).toBeNull();
    expect(timeMorphemes({ ...trace, morphemes: fewer })).toBeNull();
  });
});
