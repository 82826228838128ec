/** A `speechSynthesis` with moods: engines as they are on bad days. Runs within the page. */

/**
 * - `quick`, `slow`: says everything, in 5 or 500 ms. `failing`: gives up on everything.
 * - `silent`: takes everything and never begins. `endless`: begins and never ends. `gone`: its voices have vanished.
 */
export type Mood = 'quick' | 'slow' | 'failing' | 'silent' | 'endless' | 'gone';

interface MoodySpeech {
  mood: Mood;
  /** How many texts were asked for. */
  said: number;
  /** Texts that were asked for while another was being said. */
  readonly together: string[];
  /** True while a text is being said, or is about to be. */
  busy(): boolean;
  turn(mood: Mood): void;
}

declare global {
  var soakSpeech: MoodySpeech;
}

/** To be run before any script of the page; refers to nothing outside of itself. */
export function installMoodySpeech(first: Mood): void {
  class MoodyUtterance extends EventTarget {
    text: string;
    lang = '';
    voice: unknown = null;
    rate = 1;
    pitch = 1;
    volume = 1;
    onstart: ((event: unknown) => void) | null = null;
    onboundary: ((event: unknown) => void) | null = null;
    onend: ((event: unknown) => void) | null = null;
    onerror: ((event: unknown) => void) | null = null;
    constructor(text = '') {
      super();
      this.text = text;
    }
  }
  const voice = { name: '気分屋', lang: 'ja-JP', voiceURI: 'moody', localService: true, default: true };
  const together: string[] = [];
  const queue: MoodyUtterance[] = [];
  let current: MoodyUtterance | null = null;
  const isText = (utterance: MoodyUtterance | null): boolean =>
    utterance !== null && utterance.text.trim() !== '';

  const begin = (): void => {
    current = queue.shift() ?? null;
    const mine = current;
    if (mine === null) return;
    const { mood } = control;
    const later = (work: () => void, delay: number): void => {
      setTimeout(() => {
        if (current === mine) work();
      }, delay);
    };
    const end = (): void => {
      begin();
      mine.onend?.({ type: 'end' });
    };
    const fail = (error: string): void => {
      begin();
      mine.onerror?.({ type: 'error', error });
    };
    if (mood === 'silent') return;
    if (mood === 'failing' || mood === 'gone') {
      later(() => fail(mood === 'gone' ? 'voice-unavailable' : 'synthesis-failed'), 5);
      return;
    }
    later(() => {
      mine.onstart?.({ type: 'start' });
      mine.onboundary?.({ type: 'boundary', name: 'word', charIndex: 0, charLength: 1 });
      if (mood !== 'endless') later(end, mood === 'quick' ? 5 : 500);
    }, 2);
  };

  const synthesis = Object.assign(new EventTarget(), {
    getVoices: () => (control.mood === 'gone' ? [] : [voice]),
    speak: (utterance: MoodyUtterance) => {
      if (isText(utterance)) {
        if (isText(current) || queue.some(isText)) together.push(utterance.text);
        control.said += 1;
      }
      queue.push(utterance);
      if (current === null) begin();
    },
    cancel: () => {
      const dropped = [current, ...queue.splice(0)];
      current = null;
      // As engines do: late, when the next one may have been asked for already.
      for (const utterance of dropped)
        setTimeout(() => utterance?.onerror?.({ type: 'error', error: 'interrupted' }), 0);
    },
    pause: () => {},
    resume: () => {},
    paused: false,
  });
  Object.defineProperties(synthesis, {
    speaking: { get: () => current !== null },
    pending: { get: () => queue.length > 0 },
  });
  const control: MoodySpeech = {
    mood: first,
    said: 0,
    together,
    busy: () => isText(current) || queue.some(isText),
    turn: (mood) => {
      control.mood = mood;
      synthesis.dispatchEvent(new Event('voiceschanged'));
    },
  };
  globalThis.soakSpeech = control;
  Object.defineProperty(globalThis, 'speechSynthesis', { value: synthesis, configurable: true });
  Object.defineProperty(globalThis, 'SpeechSynthesisUtterance', {
    value: MoodyUtterance,
    configurable: true,
  });
}
