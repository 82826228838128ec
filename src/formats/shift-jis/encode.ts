/**
 * Text as Shift_JIS (JIS X 0208:1997, annex 1): what players of old read. Only its own characters are written; those that
 * vendors added (①, Ⅲ, ㈱) are no part of the standard, and are spelled out.
 */

export interface EncodedText {
  readonly bytes: Uint8Array;
  /** The characters that could neither be written nor spelled out, each once; 〓 stands in their place. */
  readonly missing: readonly string[];
}

/** What stands for a character that can't be written, as printers did. */
const GETA = '〓';

/** Characters of Unicode that mean the same as one that the charset's table gives back otherwise. */
const SAME: Readonly<Record<string, string>> = {
  '〜': '～',
  '−': '－',
  '‖': '∥',
  '—': '―',
  '–': '－',
  '‐': '‐',
  '•': '・',
  '\u00a0': ' ',
  '¥': '￥',
  '\\': '＼',
  '~': '～',
  '¢': '￠',
  '£': '￡',
  '¬': '￢',
  '¦': '｜',
  '“': '“',
  '”': '”',
  '⁄': '/',
  '∑': 'Σ',
  ゔ: 'ヴ',
  ゕ: 'ヵ',
  ゖ: 'ヶ',
};

/**
 * Kanji whose other shape is the standard's: the 29 that it redrew in 1983 (its list of what is unified for the sake of
 * earlier editions), two that schools teach in a shape it lacks, and the shapes of names that it unifies or holds once only.
 */
const OTHER_SHAPE = pairs(
  '啞唖焰焔鷗鴎嚙噛俠侠軀躯鹼鹸麴麹屢屡繡繍蔣蒋醬醤蟬蝉搔掻驒騨簞箪摑掴塡填顚顛禱祷瀆涜囊嚢潑溌醱醗頰頬麵麺萊莱蠟蝋攢攅' +
    '𠮟叱剝剥' +
    '髙高﨑崎𠮷吉德徳瀨瀬栁柳增増寬寛黑黒緖緒',
);

function pairs(text: string): ReadonlyMap<string, string> {
  const shapes = [...text];
  return new Map(shapes.flatMap((shape, at) => (at % 2 === 0 ? [[shape, shapes[at + 1] ?? shape]] : [])));
}

/** Signs that are said in letters. */
const SPELLED: Readonly<Record<string, string>> = {
  '©': '(c)',
  '®': '(R)',
  '€': 'EUR',
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ø: 'o',
  Ø: 'O',
};

/** What only says how its neighbours look: joiners, directions, variants. */
const INVISIBLE = /^\p{Default_Ignorable_Code_Point}$/u;

export function encodeShiftJis(text: string): EncodedText {
  const codes = table();
  const bytes: number[] = [];
  const missing = new Set<string>();
  const put = (code: number): void => {
    if (code > 0xff) bytes.push(code >>> 8);
    bytes.push(code & 0xff);
  };
  for (const char of text) {
    const whole = spell(char, codes);
    if (whole === null) missing.add(char);
    for (const one of whole ?? GETA) put(codes.get(one) ?? 0x3f);
  }
  return { bytes: Uint8Array.from(bytes), missing: [...missing] };
}

/** The characters to write for one; `null` where there are none. */
function spell(char: string, codes: ReadonlyMap<string, number>): string | null {
  if (INVISIBLE.test(char)) return '';
  const same = SAME[char] ?? char;
  if (codes.has(same)) return same;
  const spelled =
    circled(char) ?? SPELLED[char] ?? OTHER_SHAPE.get(char) ?? withoutAccent(char) ?? char.normalize('NFKC');
  const written = [...spelled].map((one) => SAME[one] ?? one);
  return written.length > 0 && written.every((one) => codes.has(one)) ? written.join('') : null;
}

/** A Latin letter without its accent: café stays a word. */
function withoutAccent(char: string): string | null {
  const [letter = '', ...accents] = char.normalize('NFD');
  return accents.length > 0 && /[A-Za-z]/u.test(letter) ? letter : null;
}

/** ① as (1): without its circle it would be a digit of the number beside it. */
function circled(char: string): string | null {
  const code = char.codePointAt(0) ?? 0;
  const isCircled =
    (code >= 0x2460 && code <= 0x2473) ||
    (code >= 0x2776 && code <= 0x2793) ||
    (code >= 0x3251 && code <= 0x32bf);
  if (!isCircled) return null;
  const inside =
    code >= 0x2776 && code <= 0x2793 ? String(((code - 0x2776) % 10) + 1) : char.normalize('NFKC');
  return `(${inside})`;
}

let made: ReadonlyMap<string, number> | null = null;

/** Made from the platform's own decoder, so that there is no table to carry. */
function table(): ReadonlyMap<string, number> {
  if (made !== null) return made;
  const codes = new Map<string, number>();
  const decoder = new TextDecoder('shift_jis');
  for (let code = 0x20; code < 0x7f; code++) {
    // In the standard these two are the yen sign and the overline.
    if (code !== 0x5c && code !== 0x7e) codes.set(String.fromCharCode(code), code);
  }
  for (const code of [0x09, 0x0a, 0x0d]) codes.set(String.fromCharCode(code), code);
  for (let code = 0xa1; code <= 0xdf; code++) codes.set(decoder.decode(Uint8Array.of(code)), code);
  for (const lead of leads()) {
    for (let trail = 0x40; trail <= 0xfc; trail++) {
      if (trail === 0x7f) continue;
      const char = decoder.decode(Uint8Array.of(lead, trail));
      if (char.length === 1 && char !== '\ufffd') codes.set(char, (lead << 8) | trail);
    }
  }
  made = codes;
  return codes;
}

/** The rows of JIS X 0208: row 13 and those above 84 are vendors'. */
function leads(): readonly number[] {
  const leads = [0x81, 0x82, 0x83, 0x84];
  for (let lead = 0x88; lead <= 0x9f; lead++) leads.push(lead);
  for (let lead = 0xe0; lead <= 0xea; lead++) leads.push(lead);
  return leads;
}
