/**
 * Ruby as Aozora Bunko writes it into plain text: `漢字《かんじ》` over the kanji before it, or over everything since
 * a bar, `｜この字《このじ》` (https://www.aozora.gr.jp/annotation/ruby.html). Without a bar only kana count as a
 * reading, since the same brackets also quote titles.
 */
import type { RunBuilder } from '../inline-run.ts';

/** The kanji are sought only from the first of them on: from each of them, a long text would take its square. */
const RUBY =
  /[｜|]([^｜|《》\n]+)《([^《》\n]+)》|(?<![\p{sc=Han}々〆〇ヶヵ仝])([\p{sc=Han}々〆〇ヶヵ仝]+)《([\p{sc=Hira}\p{sc=Kana}ー・゠ 　]+)》/gu;

/** Adds a stretch of one line to a run. */
export function addAozoraText(run: RunBuilder, text: string): void {
  let position = 0;
  for (const match of text.matchAll(RUBY)) {
    const [whole, marked, markedReading, kanji, kanjiReading] = match;
    run.verbatim(text.slice(position, match.index));
    run.ruby(marked ?? kanji ?? '', (markedReading ?? kanjiReading ?? '').trim());
    position = match.index + whole.length;
  }
  run.verbatim(text.slice(position));
}
