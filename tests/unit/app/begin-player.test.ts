// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type BegunPlayer, beginPlayer } from '../../../src/app/begin-player.ts';
import type { OpenedRecording } from '../../../src/app/open-recording.ts';
import { speechText } from '../../../src/japanese/speech-text.ts';
import { defaultSettings } from '../../../src/library/settings.ts';
import { planUtterances } from '../../../src/narration/utterances.ts';
import type { SoundElement } from '../../../src/platform/audio/sound-element.ts';
import { createFakeClock } from '../narration/fake-clock.ts';
import { sample } from '../narration/map-samples.ts';
import { createScriptedVoice, type ScriptedVoice } from '../narration/scripted-voice.ts';

const { openRecording } = vi.hoisted(() => ({ openRecording: vi.fn() }));
vi.mock('../../../src/app/open-recording.ts', () => ({ openRecording }));

let begun: BegunPlayer;
let device: ScriptedVoice;
let recorded: ScriptedVoice;
let clock: ReturnType<typeof createFakeClock>;
let opened: unknown[];

const recording = (): OpenedRecording =>
  ({
    voice: { ...recorded, prepare: () => {} },
    knows: () => 'same',
  }) as unknown as OpenedRecording;
const begin = (isRecorded = true): void => {
  begun = beginPlayer({
    services: { voice: device, clock, sound: { load: () => {} } as unknown as SoundElement },
    settings: { ...defaultSettings, narrator: 'recorded' },
    utterances: planUtterances(sample, speechText),
    at: null,
    isRecorded,
    book: () => sample,
    onRecording: (one) => opened.push(one),
  });
};
const has = (state: 'missing' | 'ready'): Promise<void> =>
  vi.waitFor(() => expect(begun.narrator.state.getSnapshot().recording).toBe(state));

beforeEach(() => {
  clock = createFakeClock();
  device = createScriptedVoice({ clock, id: 'device' });
  recorded = createScriptedVoice({ clock, id: 'recorded', recorded: true });
  opened = [];
  openRecording
    .mockReset()
    .mockResolvedValueOnce(null)
    .mockImplementation(async () => recording());
});
afterEach(() => begun.dispose());

it('asks again for a recording that was missing when 聞く is pressed, and reads on with it from the next sentence', async () => {
  begin();
  await has('missing');
  begun.player.play();
  await has('ready');
  expect([device.current !== null, recorded.current, opened.length]).toEqual([true, null, 1]);
  clock.advance(device.current === null ? 0 : 60 * device.current.text.length);
  clock.advance(900);
  expect([device.current, recorded.current !== null]).toEqual([null, true]);
});

it('asks again when the network is back', async () => {
  begin();
  await has('missing');
  dispatchEvent(new Event('online'));
  await has('ready');
});

it('asks once, as long as there is no answer, and no more once it is disposed of', async () => {
  begin();
  await has('missing');
  openRecording.mockReset().mockReturnValue(new Promise(() => {}));
  for (let times = 0; times < 3; times++) dispatchEvent(new Event('online'));
  await vi.waitFor(() => expect(openRecording).toHaveBeenCalledTimes(1));
  begun.dispose();
  dispatchEvent(new Event('online'));
  await Promise.resolve();
  expect(openRecording).toHaveBeenCalledTimes(1);
});

it('asks for nothing where the book is not recorded', async () => {
  begin(false);
  begun.player.play();
  dispatchEvent(new Event('online'));
  await Promise.resolve();
  expect(openRecording).not.toHaveBeenCalled();
});

it.each(['play', 'toggle', 'repeat'] as const)(
  'tries a voice that failed again at the next %s',
  async (press) => {
    openRecording.mockReset().mockImplementation(async () => recording());
    let fails = true;
    recorded = createScriptedVoice({
      clock,
      id: 'recorded',
      recorded: true,
      script: () => (fails ? { does: 'fail', error: { code: 'network' } } : { does: 'speak' }),
    });
    begin();
    await has('ready');
    begun.player.play();
    clock.advance(100);
    expect(device.current).not.toBeNull();
    begun.player.stop();
    fails = false;
    begun.player[press]();
    expect([device.current, recorded.current !== null]).toEqual([null, true]);
  },
);
