/** Which system the page runs on, for advice on where its settings are; nothing else may depend on it. */

/** The systems that there is advice for, in the order in which it is listed. */
export const SYSTEMS = ['windows', 'mac', 'ios', 'android', 'chromeos', 'linux'] as const;

export type System = (typeof SYSTEMS)[number];

/** The parts of `navigator` that tell; `userAgentData` is in Chromium's browsers only (User-Agent Client Hints). */
export interface SystemHints {
  readonly userAgent: string;
  readonly userAgentData?: { readonly platform?: string } | undefined;
  /** An iPad says that it is a Mac, and only its fingers give it away. */
  readonly maxTouchPoints?: number;
}

/** What `userAgentData.platform` says. */
const PLATFORMS: readonly (readonly [System, RegExp])[] = [
  ['windows', /^windows/iu],
  ['mac', /^macos/iu],
  ['ios', /^ios/iu],
  ['android', /^android/iu],
  ['chromeos', /^(chrome ?os|chromium ?os)/iu],
  ['linux', /^linux/iu],
];

/** What the user agent says; Android's says Linux too, and Windows Phone's everything. */
const AGENTS: readonly (readonly [System, RegExp])[] = [
  ['android', /android/iu],
  ['ios', /iphone|ipad|ipod/iu],
  ['chromeos', /\bcros\b/iu],
  ['windows', /windows/iu],
  ['mac', /macintosh|mac os x/iu],
  ['linux', /linux|x11/iu],
];

/** `null` where nothing tells. */
export function systemOf({ userAgent, userAgentData, maxTouchPoints = 0 }: SystemHints): System | null {
  const find = (signs: typeof AGENTS, text: string): System | undefined =>
    signs.find(([, sign]) => sign.test(text))?.[0];
  const found = find(PLATFORMS, userAgentData?.platform ?? '') ?? find(AGENTS, userAgent) ?? null;
  return found === 'mac' && maxTouchPoints > 1 ? 'ios' : found;
}
