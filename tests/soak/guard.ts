/** What must hold at every moment, whatever one presses. Runs within the page, after the moody speech. */

interface Guard {
  readonly elements: Set<HTMLMediaElement>;
  /** What didn't hold, once each. */
  readonly violations: Set<string>;
  /** Presses `count` controls by chance, without letting the page do anything in between. */
  press(seed: number, count: number): void;
  /** Presses とめる; milliseconds until there is silence and the button says 聞く. `null` where nothing sounds. */
  stop(): Promise<number | null>;
}

declare global {
  var soakGuard: Guard;
}

/** To be run before any script of the page; refers to nothing outside of itself. `shunned`: names of controls to be left alone. */
export function installGuard(shunned: readonly string[]): void {
  const elements = new Set<HTMLMediaElement>();
  const violations = new Set<string>();
  const { play } = HTMLMediaElement.prototype;
  HTMLMediaElement.prototype.play = function () {
    elements.add(this);
    const answer = play.call(this);
    check();
    return answer;
  };
  const sounding = (): number => [...elements].filter((element) => !element.paused && !element.ended).length;
  const check = (): void => {
    if (sounding() > 1) violations.add('two audio elements sound');
    if (sounding() > 0 && globalThis.soakSpeech.busy())
      violations.add('a recording and a voice sound together');
    if (globalThis.soakSpeech.together.length > 0) violations.add('two texts are said at once');
  };
  setInterval(check, 10);
  // Links lead out of the page; what is tried here is the player.
  addEventListener(
    'click',
    (event) => {
      if (!(event.target instanceof Element) || event.target.closest('a[href]') === null) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    { capture: true },
  );

  const isThere = (element: HTMLElement): boolean =>
    element.getClientRects().length > 0 &&
    !element.matches(':disabled') &&
    !shunned.includes(element.getAttribute('aria-label') ?? '');
  const named = (name: string): HTMLElement | null =>
    [...document.querySelectorAll<HTMLElement>(`button[aria-label="${name}"]`)].find(isThere) ?? null;
  const PLAYER = ['聞く', 'とめる', '次の文', '前の文', 'もう一度'];
  const KEYS = [' ', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Escape', ...'jklhnpsbwmrt?,.'];

  const pressOne = (chance: () => number): void => {
    const pick = <T>(all: readonly T[]): T | undefined => all[Math.floor(chance() * all.length)];
    const kind = chance();
    if (kind < 0.5) {
      named(pick(PLAYER) ?? '')?.click();
      return;
    }
    if (kind < 0.65) {
      const key = pick(KEYS) ?? ' ';
      const target = document.activeElement ?? document.body;
      target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      return;
    }
    const dialogs = [...document.querySelectorAll('dialog[open]')];
    const scope = dialogs.at(-1) ?? document;
    const all = scope.querySelectorAll<HTMLElement>('button, summary, article .w, input');
    const control = pick([...all].filter(isThere));
    if (control instanceof HTMLInputElement && control.type === 'range') {
      const [least, most] = [Number(control.min || 0), Number(control.max || 100)];
      // React looks at the value through its own setter, which a plain assignment would fool.
      const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
      setter?.call(control, String(least + chance() * (most - least)));
      control.dispatchEvent(new Event('input', { bubbles: true }));
    } else if (
      !(control instanceof HTMLInputElement) ||
      control.type === 'radio' ||
      control.type === 'checkbox'
    ) {
      control?.click();
    }
  };

  globalThis.soakGuard = {
    elements,
    violations,
    press: (seed, count) => {
      let state = seed;
      const chance = (): number => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return state / 2 ** 32;
      };
      for (let index = 0; index < count; index++) {
        pressOne(chance);
        check();
      }
    },
    stop: async () => {
      for (const dialog of document.querySelectorAll<HTMLDialogElement>('dialog[open]'))
        dialog.dispatchEvent(new Event('cancel', { cancelable: true }));
      // The sheet is gone with the next render.
      await new Promise((fulfil) => setTimeout(fulfil, 60));
      const button = named('とめる');
      if (button === null) return null;
      const pressed = performance.now();
      button.click();
      const isSilent = (): boolean =>
        sounding() === 0 && !globalThis.soakSpeech.busy() && named('聞く') !== null;
      // What is shown follows in a microtask: a machine that is busy with other things isn't measured then.
      await Promise.resolve();
      while (!isSilent() && performance.now() - pressed < 2000)
        await new Promise((fulfil) => setTimeout(fulfil, 0));
      return performance.now() - pressed;
    },
  };
}
