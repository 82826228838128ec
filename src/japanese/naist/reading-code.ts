/** How a reading is written down beside a surface that already says half of it: in 読み込み only the kanji are new. */

const HIRAGANA_TO_KATAKANA = 0x60;

/** Kana at both ends of a surface. They never overlap; a surface of kana alone is all `lead`. */
export interface KanaEnds {
  /** How many code units of kana the surface begins with. */
  readonly lead: number;
  /** How many it ends with, besides. */
  readonly tail: number;
}

export function kanaEnds(surface: string): KanaEnds {
  let lead = 0;
  while (lead < surface.length && isKanaUnit(surface.charCodeAt(lead))) lead += 1;
  let tail = 0;
  while (tail < surface.length - lead && isKanaUnit(surface.charCodeAt(surface.length - 1 - tail))) tail += 1;
  return { lead, tail };
}

/** ぁ–ゖ, ァ–ヺ and ー. */
function isKanaUnit(unit: number): boolean {
  return (unit >= 0x3041 && unit <= 0x3096) || (unit >= 0x30a1 && unit <= 0x30fa) || unit === 0x30fc;
}

/** Kana as katakana; other characters stay. */
export function toKatakana(text: string): string {
  let katakana = '';
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    katakana +=
      unit >= 0x3041 && unit <= 0x3096 ? String.fromCharCode(unit + HIRAGANA_TO_KATAKANA) : text.charAt(at);
  }
  return katakana;
}

/**
 * What a code says before the kana that it is followed by. `SAME`: the reading is the surface in katakana.
 * From `MIDDLE` on: so many kana stand between the surface's own at both ends. From `WHOLE` on: so many are all.
 */
export const SAME = 0;
export const MIDDLE = 1;
export const WHOLE = 128;
