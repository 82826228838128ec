import type { TextKey } from '../i18n/use-text.ts';
import type { NarratorState } from '../narration/narrator.ts';
import { Label } from '../ui/label.tsx';

/** Says that another voice reads than the one that the reader chose, and why. */
export function StandInNotice({ state }: { readonly state: NarratorState | null }) {
  const key = state === null ? null : standInText(state);
  return (
    <div role="status">
      {key !== null && (
        <p>
          <Label k={key} />
        </p>
      )}
    </div>
  );
}

/** `null` where the chosen voice reads, or where there is no choice. */
function standInText({ wanted, speaking, recording, fault }: NarratorState): TextKey | null {
  if (fault === null || wanted === speaking) return null;
  if (wanted === 'device') return 'listening.voice.device-failed';
  return recording === 'missing' ? 'listening.voice.missing' : 'listening.voice.recorded-failed';
}
