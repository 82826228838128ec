/** What the sheet says of a download's state. */
import type { TextKey } from '../../i18n/use-text.ts';
import type { DownloadFault, DownloadState } from '../../library/downloads.ts';

/** `null` where there is nothing to say. */
export function stateText({ state, fault }: DownloadState, wasRemoved: boolean): TextKey | null {
  if (fault !== null) return faultText(fault, state);
  switch (state) {
    case 'coming':
      return 'downloads.coming';
    case 'whole':
      return 'downloads.kept';
    case 'earlier':
      return 'downloads.earlier';
    case 'part':
      return 'downloads.part';
    case 'absent':
      return wasRemoved ? 'downloads.removed' : null;
  }
}

function faultText(fault: DownloadFault, state: DownloadState['state']): TextKey {
  if (fault === 'offline' && state === 'part') return 'downloads.faults.interrupted';
  return `downloads.faults.${fault}`;
}

/** The button that brings the file, in words. */
export const BRING_TEXTS: Readonly<Record<Exclude<DownloadState['state'], 'whole'>, TextKey>> = {
  absent: 'downloads.bring',
  part: 'downloads.resume',
  coming: 'downloads.stop',
  earlier: 'downloads.renew',
};
