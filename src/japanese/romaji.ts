/** Kana in Latin letters, by kuroshiro's own table. A module of its own: only the romaji setting loads it. */
import exported from 'kuroshiro';

const Kuroshiro = 'default' in exported ? exported.default : exported;

/** Hepburn, in lower case; what isn't kana stays as it is. */
export function toRomaji(kana: string): string {
  return Kuroshiro.Util.kanaToRomaji(kana, 'hepburn');
}
