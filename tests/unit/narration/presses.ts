import type { Player } from '../../../src/narration/player.ts';

/** Presses by name: `play`, `play <sentence>`, `stop`, `toggle`, `next`, `previous`, `repeat`, `seek <sentence>`. */
export function pressOn(player: Player, press: string): void {
  const [name, sentence] = press.split(' ');
  switch (name) {
    case 'play':
      player.play(sentence);
      break;
    case 'seek':
      player.seek(sentence ?? '');
      break;
    case 'stop':
    case 'toggle':
    case 'next':
    case 'previous':
    case 'repeat':
      player[name]();
      break;
    default:
      throw new Error(`no such press: ${press}`);
  }
}
