/** The officer's report as one page: nothing is fetched, it prints well, and it is read well aloud. */
import type { SentenceId } from '../../book/book.ts';
import { escapeHtml } from '../../formats/html/escape.ts';
import type { WriteProblem } from '../../formats/talking-book.ts';
import type { DoubtReason } from '../../japanese/doubt.ts';
import type { PressFormat } from '../options.ts';
import type { NarrationFaultCode } from './check-narration.ts';
import type { Report, ReportedFormat, ReportedNarration, ReportedPlace } from './report.ts';
import { REPORT_STYLE } from './report-style.ts';
import type { Validation } from './validators.ts';

/** A sentence's sound as an address that a browser plays. */
export type Players = ReadonlyMap<SentenceId, string>;

const FORMAT_NAMES: Readonly<Record<PressFormat, string>> = {
  epub: 'EPUB 3（音声と文字）',
  daisy202: 'DAISY 2.02（音声と文字）',
  daisy3: 'DAISY 3（音声と文字）',
  audio: '音声だけ（MP3）',
};

const REASONS: Readonly<Record<DoubtReason, string>> = {
  'analyzers-disagree': '二つの辞書で読みが違います',
  'two-readings': '同じくらいありそうな読みがほかにあります',
  guessed: '辞書にない語で、部分から推しはかりました',
  'unknown-word': '辞書にない語で、一字ずつ読みました',
  'no-reading': '読みが分かりません',
};

const FAULTS: Readonly<Record<NarrationFaultCode, string>> = {
  'unknown-sentence': '本にない文の音声があります',
  'repeated-sentence': '同じ文が二度読まれます',
  'out-of-order': '文の順番どおりに読まれません',
  'no-duration': '長さのない音声があります',
  overlap: '音声が前の文と重なっています',
  'wrong-length': '録音の長さが、文の長さの合計と合いません',
  'wrong-level': '音の大きさが決まりの範囲（−8〜−6 dB）にありません',
};

const OUTCOMES: Readonly<Record<Validation['outcome'], string>> = {
  passed: '誤りはありません',
  failed: '誤りがあります',
  absent: 'この機械に入っていないので、していません',
  'too-large': '本が大きいので、していません',
};

export function reportHtml(report: Report, players: Players): string {
  const { title, formats, doubts, narration, validations } = report;
  const parts = [
    summary(report),
    made(formats),
    checks(formats, narration, validations),
    problems(formats.flatMap((format) => format.problems)),
    narration === null ? '' : unlike(narration, players),
    doubtful(doubts, players, narration !== null),
    narration === null ? '' : credits(narration),
  ];
  const name = `${escapeHtml(title)}：確かめる紙`;
  return `<!DOCTYPE html>
<html lang="ja">
<head>
<meta charset="UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; media-src data:">
<title>${name}</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
<main>
<h1>${name}</h1>
${parts.filter((part) => part !== '').join('\n')}
</main>
</body>
</html>
`;
}

function section(heading: string, content: string): string {
  return `<section>\n<h2>${heading}</h2>\n${content}\n</section>`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = head.map((cell) => `<th scope="col">${cell}</th>`).join('');
  const body = rows.map(
    ([first = '', ...others]) =>
      `<tr><th scope="row">${first}</th>${others.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
  );
  return `<table>\n<thead><tr>${cells}</tr></thead>\n<tbody>\n${body.join('\n')}\n</tbody>\n</table>`;
}

function summary({ date, generator, sentences, words, narration, doubts }: Report): string {
  const look = doubts.length + (narration?.misreadings.length ?? 0);
  const rows = [
    ['音声の長さ', narration === null ? '音声はありません' : lengthOf(narration.duration)],
    ['文', `${sentences}文`],
    ['読みのついた語', `${words}語`],
    ['耳や目で確かめてほしい語', `${look}語`],
    ...(narration === null
      ? []
      : [
          ['いちばん大きな音', `${narration.peak.toFixed(1)} dB（決まりは −8〜−6 dB）`],
          ['声', escapeHtml(narration.narrator)],
        ]),
    ['作った日', `${escapeHtml(date)}（${escapeHtml(generator)}）`],
  ];
  const terms = rows.map(([term, text]) => `<div><dt>${term}</dt><dd>${text}</dd></div>`);
  return section('まとめ', `<dl>\n${terms.join('\n')}\n</dl>`);
}

function made(formats: readonly ReportedFormat[]): string {
  const rows = formats.flatMap(({ format, files }) =>
    files.map(({ path, bytes, isFolder }) => [
      FORMAT_NAMES[format],
      `<a href="${escapeHtml(encodeURI(path))}${isFolder ? '/' : ''}">${escapeHtml(path)}</a>${isFolder ? '（フォルダー）' : ''}`,
      sizeOf(bytes),
    ]),
  );
  return section('できたもの', table(['形', '場所', '大きさ'], rows));
}

function checks(
  formats: readonly ReportedFormat[],
  narration: ReportedNarration | null,
  validations: readonly Validation[],
): string {
  const rows = validations.map(({ name, outcome, messages }) => [
    `EPUB の検査（${name}）`,
    OUTCOMES[outcome] + list(messages.map(escapeHtml)),
  ]);
  if (narration !== null) {
    const faults = narration.faults.map(({ code, detail }) => `${FAULTS[code]}（${escapeHtml(detail)}）`);
    rows.push([
      '音声と文の検査',
      faults.length > 0
        ? `誤りがあります${list(faults)}`
        : '誤りはありません。どの文も一度ずつ、順番に読まれ、重なりがなく、長さの合計が録音と 0.1 秒以内で合っています',
    ]);
  }
  if (formats.some(({ format }) => format === 'daisy202' || format === 'daisy3')) {
    rows.push([
      'DAISY の検査',
      'この命令ではしていません。公の検査道具（DAISY Pipeline など）で確かめられます',
    ]);
  }
  if (rows.length === 0) rows.push(['検査', 'この形の検査はありません']);
  return section('検査の結果', table(['検査', '結果'], rows));
}

function problems(found: readonly WriteProblem[]): string {
  if (found.length === 0) return '';
  const lacking = found.filter(({ code }) => code === 'not-in-charset').map(({ detail }) => detail);
  const others = found.filter(({ code }) => code !== 'not-in-charset');
  const parts: string[] = [];
  if (lacking.length > 0) {
    const chars = lacking.map((char) => `<b>${escapeHtml(char)}</b>（${codePoint(char)}）`);
    parts.push(`<p>Shift_JIS にない文字を〓にしました：${chars.join('、')}</p>`);
  }
  if (others.length > 0) {
    parts.push(list(others.map(({ code, detail }) => `${escapeHtml(code)}：${escapeHtml(detail)}`)));
  }
  return section('書けなかったもの', parts.join('\n'));
}

function unlike({ misreadings, unspoken }: ReportedNarration, players: Players): string {
  const parts: string[] = [];
  if (misreadings.length === 0) {
    parts.push('<p>声の読みは、どの文でも本の読みと合っています。</p>');
  } else {
    const items = misreadings.map(({ place, surface, reading, said }) => {
      const heard = said === '' ? '声の読みは分かりません' : `声は「${escapeHtml(said)}」`;
      return `${word(surface, reading)}：${heard}${excerpt(place)}${player(place, surface, players)}`;
    });
    parts.push('<p>声が、本の読みと違う読み方をしたところです。聞いて確かめてください。</p>', list(items));
  }
  if (unspoken.length > 0) {
    parts.push('<p>声にできる字がなく、読まれない文です。</p>', list(unspoken.map(excerpt)));
  }
  return section('声の読みが違うところ', parts.join('\n'));
}

function doubtful(doubts: Report['doubts'], players: Players, isNarrated: boolean): string {
  if (doubts.length === 0) return section('読みを確かめてほしい語', '<p>ありません。</p>');
  const items = doubts.map(({ surface, reading, alternatives, reason, places }) => {
    const [first] = places;
    const others =
      alternatives.length === 0 ? '' : `。ほかの読み：${alternatives.map(escapeHtml).join('、')}`;
    const count = places.length > 1 ? `（${places.length}か所。はじめのところ）` : '';
    const place = first === undefined ? '' : excerpt(first) + player(first, surface, players);
    return `${word(surface, reading)}：${REASONS[reason]}${others}${count}${place}`;
  });
  const how = isNarrated ? '音声を聞くか、' : '';
  return section(
    '読みを確かめてほしい語',
    `<p>${how}文を見て、読みが正しいかを確かめてください。違っていれば、元の文書にふりがなを書くか、content/lexicon.csv に足して、作りなおせます。</p>\n${list(items)}`,
  );
}

function credits({ credits: lines }: ReportedNarration): string {
  return section('クレジット', lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('\n'));
}

function word(surface: string, reading: string): string {
  const base = escapeHtml(surface);
  if (reading === '') return `<b>${base}</b>`;
  return `<b><ruby>${base}<rp>（</rp><rt>${escapeHtml(reading)}</rt><rp>）</rp></ruby></b>`;
}

/** How much of a sentence is shown before and after the word. */
const AROUND = 40;

function excerpt({ sentence: { text }, range: { start, end }, heading }: ReportedPlace): string {
  const from = Math.max(0, start - AROUND);
  const to = Math.min(text.length, end + AROUND);
  const marked = end > start ? `<mark>${escapeHtml(text.slice(start, end))}</mark>` : '';
  const shown = `${from > 0 ? '…' : ''}${escapeHtml(text.slice(from, start))}${marked}${escapeHtml(text.slice(end, to))}${to < text.length ? '…' : ''}`;
  const where = heading === '' ? '' : `<span class="place">「${escapeHtml(heading)}」</span>`;
  return `<p class="excerpt">${shown}${where}</p>`;
}

function player({ sentence: { id } }: ReportedPlace, surface: string, players: Players): string {
  const source = players.get(id);
  if (source === undefined) return '';
  return `<audio controls preload="none" src="${source}" aria-label="「${escapeHtml(surface)}」のある文を聞く"></audio>`;
}

function list(items: readonly string[]): string {
  return items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${item}</li>`).join('\n')}</ul>`;
}

function codePoint(char: string): string {
  return `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Hours and minutes, or minutes and seconds. */
function lengthOf(seconds: number): string {
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  return minutes >= 60 ? `${Math.floor(minutes / 60)}時間${minutes % 60}分` : `${minutes}分${whole % 60}秒`;
}

function sizeOf(bytes: number): string {
  return bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
