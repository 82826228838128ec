/** What the sheet says of a book's recordings. */
import type { TextKey } from '../../i18n/use-text.ts';
import type { ListedSound, SoundState } from '../../library/audio-downloads.ts';

/** `null` where there is nothing to say. */
export function stateText({ state, fault }: SoundState, wasRemoved: boolean): TextKey | null {
  if (fault === 'offline' && state === 'part') return 'listening.offline-sound.faults.interrupted';
  if (fault !== null) return `listening.offline-sound.faults.${fault}`;
  if (state !== 'absent') return `listening.offline-sound.states.${state}`;
  return wasRemoved ? 'listening.offline-sound.states.removed' : null;
}

/** The button that brings the recordings, or stops them, in words. */
export const BRING_TEXTS: Readonly<
  Record<Exclude<SoundState['state'], 'whole'>, { readonly label: TextKey; readonly name: TextKey }>
> = {
  absent: { label: 'listening.offline-sound.bring', name: 'listening.offline-sound.bring-name' },
  part: { label: 'listening.offline-sound.resume', name: 'listening.offline-sound.resume-name' },
  earlier: { label: 'listening.offline-sound.renew', name: 'listening.offline-sound.renew-name' },
  waiting: { label: 'listening.offline-sound.stop', name: 'listening.offline-sound.stop-name' },
  coming: { label: 'listening.offline-sound.stop', name: 'listening.offline-sound.stop-name' },
};

export function isUnderWay({ state }: SoundState): boolean {
  return state === 'coming' || state === 'waiting';
}

/** Bytes that are still to come. */
export function bytesLeft({ state, bytes, loaded }: ListedSound): number {
  return state === 'whole' ? 0 : Math.max(0, bytes - loaded);
}
