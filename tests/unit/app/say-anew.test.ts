import { describe, expect, it } from 'vitest';
import { sayAnew } from '../../../src/app/say-anew.ts';
import { createPlayer } from '../../../src/narration/create-player.ts';
import { createFakeClock } from '../narration/fake-clock.ts';
import { settings, utterance } from '../narration/samples.ts';
import { createScriptedVoice } from '../narration/scripted-voice.ts';

const before = [utterance('a', 'しじょう。'), utterance('b', 'しじょうで。'), utterance('c', 'かう。')];
const after = [utterance('a', 'いちば。'), utterance('b', 'いちばで。'), utterance('c', 'かう。')];

function setUp() {
  const clock = createFakeClock();
  const voice = createScriptedVoice({ clock });
  const player = createPlayer({ voice, clock, utterances: before, settings });
  const said = (): string[] => voice.asked.map((asked) => asked.utterance.text);
  return { clock, player, said };
}

describe('sayAnew', () => {
  it('says the new words in silence', () => {
    const { player, said } = setUp();
    sayAnew(player, before, after);
    player.play();
    expect(said()).toEqual(['いちば。']);
  });

  it('says the sentence that has begun to its end, and the next one anew', () => {
    const { clock, player, said } = setUp();
    player.play();
    clock.advance(50);
    sayAnew(player, before, after);
    clock.advance(5000);
    expect(said()).toEqual(['しじょう。', 'いちばで。', 'かう。']);
    player.play('a');
    expect(said().at(-1)).toBe('いちば。');
  });

  it('says the same sentence anew when it is asked for again', () => {
    const { clock, player, said } = setUp();
    player.play();
    clock.advance(50);
    sayAnew(player, before, after);
    player.repeat();
    clock.advance(10);
    expect(said()).toEqual(['しじょう。', 'いちば。']);
  });

  it('goes back within the sentence as if nothing had been', () => {
    const { clock, player, said } = setUp();
    player.play();
    clock.advance(50);
    sayAnew(player, before, after);
    sayAnew(player, after, before);
    clock.advance(5000);
    expect(said()).toEqual(['しじょう。', 'しじょうで。', 'かう。']);
  });

  it('marks nothing in silence, so that the place stays where it is', () => {
    const { player } = setUp();
    const marks: string[] = [];
    player.onMark((sentence) => marks.push(sentence));
    sayAnew(player, before, after);
    expect(marks).toEqual([]);
    expect(player.getSnapshot().status).toBe('idle');
  });

  it('is new after a stop', () => {
    const { clock, player, said } = setUp();
    player.play();
    clock.advance(50);
    sayAnew(player, before, after);
    player.stop();
    player.play();
    expect(said()).toEqual(['しじょう。', 'いちば。']);
  });
});
