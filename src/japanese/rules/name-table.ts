/** The names that rules/names.ts chooses readings for. Names with one reading are in the lexicon. */

/** Towns of Kawasaki's wards that the dictionary reads as it reads the same characters elsewhere. */
export const TOWNS: readonly (readonly [ward: string, surface: string, reading: string])[] = [
  ['川崎区', '渡田向', 'わたりだむかい'],
  ['川崎区', '砂子', 'いさご'],
  ['川崎区', '中瀬', 'なかぜ'],
  ['川崎区', '元木', 'もとぎ'],
  ['川崎区', '東田', 'ひがしだ'],
  ['川崎区', '田町', 'たまち'],
  ['川崎区', '大師町', 'だいしまち'],
  ['幸区', '小倉', 'おぐら'],
  ['幸区', '東小倉', 'ひがしおぐら'],
  ['幸区', '新小倉', 'しんおぐら'],
  ['幸区', '矢上', 'やがみ'],
  ['中原区', '宮内', 'みやうち'],
  ['高津区', '千年', 'ちとせ'],
  ['高津区', '二子', 'ふたこ'],
  ['高津区', '向ケ丘', 'むかいがおか'],
  ['高津区', '向ヶ丘', 'むかいがおか'],
  ['宮前区', '小台', 'こだい'],
  ['宮前区', '神木', 'しぼく'],
  ['宮前区', '菅生', 'すがお'],
  ['宮前区', '平', 'たいら'],
  ['宮前区', '土橋', 'つちはし'],
  ['多摩区', '菅', 'すげ'],
  ['多摩区', '栗谷', 'くりや'],
  ['麻生区', '栗木', 'くりぎ'],
  ['麻生区', '白鳥', 'しらとり'],
  ['麻生区', '向原', 'むかいばら'],
];

export interface TwoWayName {
  readonly surface: string;
  /** As the place in or near Kawasaki. */
  readonly place: string;
  /** As a family's name, where the place is meant unless a title or a given name says otherwise. */
  readonly person?: string;
  /** True for the wards, which are listed by their names alone. */
  readonly ward?: boolean;
}

/** Without `person` the place is meant only where what stands behind it is a place's. */
export const TWO_WAY: readonly TwoWayName[] = [
  { surface: '麻生', place: 'あさお', ward: true },
  { surface: '幸', place: 'さいわい', ward: true },
  { surface: '溝口', place: 'みぞのくち', person: 'みぞぐち' },
  { surface: '秦野', place: 'はだの', person: 'はたの' },
  { surface: '千年', place: 'ちとせ' },
  { surface: '宮内', place: 'みやうち' },
  { surface: '菅', place: 'すげ' },
  { surface: '菅生', place: 'すがお' },
  { surface: '平', place: 'たいら' },
  { surface: '神木', place: 'しぼく' },
  { surface: '砂子', place: 'いさご' },
  { surface: '反町', place: 'たんまち' },
  { surface: '向丘', place: 'むかいがおか' },
];

/** Eras that the dictionary lacks, or knows as given names or as two words. */
export const ERAS: readonly (readonly [surface: string, reading: string])[] = [
  ['元治', 'げんじ'],
  ['弘化', 'こうか'],
  ['安永', 'あんえい'],
  ['宝暦', 'ほうれき'],
  ['寛延', 'かんえん'],
  ['延享', 'えんきょう'],
  ['元文', 'げんぶん'],
  ['貞享', 'じょうきょう'],
  ['天和', 'てんな'],
  ['寛文', 'かんぶん'],
  ['万治', 'まんじ'],
  ['明暦', 'めいれき'],
  ['元和', 'げんな'],
  ['元亀', 'げんき'],
  ['天文', 'てんぶん'],
  ['永正', 'えいしょう'],
  ['元弘', 'げんこう'],
  ['弘安', 'こうあん'],
  ['建久', 'けんきゅう'],
  ['保元', 'ほうげん'],
  ['正徳', 'しょうとく'],
  ['正保', 'しょうほう'],
  ['文治', 'ぶんじ'],
  ['弘治', 'こうじ'],
  ['建武', 'けんむ'],
  ['天慶', 'てんぎょう'],
  ['治承', 'じしょう'],
];

/** Family names of one kanji, which by itself is another word. */
export const FAMILIES: readonly (readonly [surface: string, reading: string])[] = [
  ['原', 'はら'],
  ['関', 'せき'],
  ['岸', 'きし'],
  ['谷', 'たに'],
  ['星', 'ほし'],
  ['西', 'にし'],
  ['南', 'みなみ'],
  ['北', 'きた'],
  ['泉', 'いずみ'],
  ['柳', 'やなぎ'],
  ['堀', 'ほり'],
  ['辻', 'つじ'],
  ['森', 'もり'],
  ['林', 'はやし'],
];
