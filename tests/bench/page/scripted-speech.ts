/** A speech engine with one Japanese voice, which starts at once and never ends: machines have none, or different ones. */
class ScriptedUtterance {
  text: string;
  lang = '';
  voice: unknown = null;
  rate = 1;
  pitch = 1;
  volume = 1;
  onstart: ((event: Event) => void) | null = null;
  onboundary: ((event: Event) => void) | null = null;
  onend: ((event: Event) => void) | null = null;
  onerror: ((event: Event) => void) | null = null;

  constructor(text = '') {
    this.text = text;
  }
}

const voice = { name: 'Bench', lang: 'ja-JP', voiceURI: 'bench', localService: true, default: true };

globalThis.benchSpoken = 0;
Object.defineProperty(globalThis, 'SpeechSynthesisUtterance', { value: ScriptedUtterance });
Object.defineProperty(globalThis, 'speechSynthesis', {
  value: {
    speaking: false,
    pending: false,
    paused: false,
    getVoices: () => [voice],
    addEventListener: () => {},
    removeEventListener: () => {},
    cancel: () => {},
    resume: () => {},
    speak: (utterance: ScriptedUtterance) => {
      globalThis.benchSpoken += 1;
      setTimeout(() => utterance.onstart?.(new Event('start')), 0);
    },
  },
});

// A recording counts as well, once it sounds.
const { play } = HTMLMediaElement.prototype;
HTMLMediaElement.prototype.play = async function playAndCount(this: HTMLMediaElement): Promise<void> {
  await play.call(this);
  globalThis.benchSpoken++;
};
