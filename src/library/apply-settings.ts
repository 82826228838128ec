/** What the settings mean for the page: attributes and custom properties of its root element, for the styles to read. */
import type { Settings } from './settings.ts';

export interface RootLook {
  /** Attributes of `<html>`, by name. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Custom properties of `<html>`, by name, `--` included. */
  readonly properties: Readonly<Record<string, string>>;
}

/** The smallest ruby that can still be read, in CSS pixels. */
const LEAST_RUBY = 12;

/**
 * - `--text-size` is a length in px, `--line-spacing` a factor, the two other spacings lengths in em.
 * - `--margin-steps` is a bare number from 0 to 3.
 * - `--ruby-size` is a `font-size` for `rt`: its share of the text, never below 12 px.
 */
export function settingsAttributes(settings: Settings): RootLook {
  return {
    attributes: {
      'data-theme': settings.theme,
      'data-typeface': settings.typeface,
      'data-writing': settings.writingMode,
      'data-phrases': settings.phraseSpaces ? 'on' : 'off',
      'data-furigana': settings.furigana,
      'data-grade': String(settings.schoolGrade),
      'data-reading-script': settings.readingScript,
      'data-screen-reader': settings.screenReader,
      'data-locale': settings.locale,
      'data-edition': settings.edition,
      'data-motion': settings.motion,
      'data-marker': settings.marker,
      'data-word-mark': settings.markWords ? 'on' : 'off',
      'data-guide': settings.guide,
      'data-first-visit': settings.firstVisitDone ? 'done' : 'open',
    },
    properties: {
      '--text-size': `${settings.textSize}px`,
      '--line-spacing': String(settings.lineSpacing),
      '--letter-spacing': `${settings.letterSpacing}em`,
      '--word-spacing': `${settings.wordSpacing}em`,
      '--margin-steps': String(settings.margins),
      '--ruby-size': `max(${settings.rubySize / 100}em, ${LEAST_RUBY}px)`,
    },
  };
}

/** What `applySettings` needs of an element; `document.documentElement` has it. */
export interface RootElement {
  setAttribute(name: string, value: string): void;
  readonly style: { setProperty(name: string, value: string): void };
}

/** Puts the settings onto the root element; only what differs costs a style recalculation, which the browser sees to. */
export function applySettings(root: RootElement, settings: Settings): void {
  const { attributes, properties } = settingsAttributes(settings);
  for (const [name, value] of Object.entries(attributes)) root.setAttribute(name, value);
  for (const [name, value] of Object.entries(properties)) root.style.setProperty(name, value);
}
