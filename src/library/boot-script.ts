/**
 * Runs before the first paint, so that the page never shows in another size or colour than the reader's own. The build
 * compiles this entry to a small classic script and puts it into the head of every page. It must never throw: then
 * the page shows with the defaults of its styles.
 */
import { applySettings } from './apply-settings.ts';
import { parseSettingsText, SETTINGS_KEY } from './settings.ts';

function keptText(): string | null {
  try {
    // In private mode or under a strict setting even the access throws.
    return localStorage.getItem(SETTINGS_KEY);
  } catch {
    return null;
  }
}

try {
  applySettings(document.documentElement, parseSettingsText(keptText()).settings);
} catch {
  // Nothing to tell and nowhere to tell it: the app mends the settings as soon as it runs.
}
