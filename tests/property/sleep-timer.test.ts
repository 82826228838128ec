import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPlaying } from '../../src/narration/player.ts';
import { createSleeper, MINUTE } from '../unit/narration/sleeper.ts';

type Step =
  | { readonly say: number }
  | { readonly is: 'stopped' | 'pausing-between' | 'failed' | 'finished' }
  | { readonly wait: number }
  | { readonly choose: 'off' | 'sentence' | 'chapter' | 10 | 15 }
  | { readonly extend: true }
  | { readonly smooth: boolean };

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.nat(9).map((say) => ({ say })) },
    {
      weight: 3,
      arbitrary: fc
        .constantFrom('stopped' as const, 'pausing-between' as const, 'failed' as const, 'finished' as const)
        .map((is) => ({ is })),
    },
    {
      weight: 4,
      arbitrary: fc.constantFrom(0, 300, 9000, 16_000, MINUTE, 10 * MINUTE).map((wait) => ({ wait })),
    },
    {
      weight: 3,
      arbitrary: fc
        .constantFrom(...(['off', 'sentence', 'chapter', 10, 15] as const).map((choose) => ({ choose })))
        .map((step) => step),
    },
    { weight: 1, arbitrary: fc.constant({ extend: true as const }) },
    { weight: 1, arbitrary: fc.boolean().map((smooth) => ({ smooth })) },
  ),
  { maxLength: 40 },
);

test('whatever is pressed, it stops only what plays, once a choice, and the voice never stays soft', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const { sleeper, timer, clock, say, is, log, volume, snapshot } = createSleeper();
      let choices = 0;
      sleeper.onVolume = (next) => {
        expect(next).toBeGreaterThanOrEqual(0);
        expect(next).toBeLessThanOrEqual(1);
        const { status } = snapshot();
        if (!sleeper.smooth) expect(['starting', 'speaking']).not.toContain(status);
      };
      for (const step of all) {
        const stops = log.length;
        const playing = isPlaying(snapshot());
        if ('say' in step) say(step.say);
        else if ('is' in step) is(step.is);
        else if ('wait' in step) clock.advance(step.wait);
        else if ('choose' in step) timer.choose(step.choose);
        else if ('extend' in step) timer.extend();
        else sleeper.smooth = step.smooth;
        if ('choose' in step || 'extend' in step) choices += 1;
        // A stop and its word always come together, and the book is silent then.
        const stopped = log.slice(stops);
        expect(stopped.length === 0 || (stopped.length === 2 && !isPlaying(snapshot()))).toBe(true);
        if (stopped.length > 0) expect(playing || 'say' in step || 'is' in step).toBe(true);
        const { choice, minutesLeft, fading } = timer.getSnapshot();
        expect(minutesLeft === null).toBe(typeof choice !== 'number');
        expect(clock.waiting).toBe(typeof choice === 'number' && isPlaying(snapshot()) ? 1 : 0);
        if (!isPlaying(snapshot())) expect(volume()).toBe(1);
        if (!fading && sleeper.smooth && !('smooth' in step)) expect(volume()).toBe(1);
      }
      expect(log.length / 2).toBeLessThanOrEqual(choices);
      is('stopped');
      expect(volume()).toBe(1);
      timer.dispose();
      expect(clock.waiting).toBe(0);
    }),
    { numRuns: 500 },
  );
});
