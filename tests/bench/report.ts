/** The bench's figures as text, and what they are held against. */
import { type Bar, formatNumber, formatTable, type Judged } from './bars.ts';
import type { FirstTextSample } from './first-text.ts';
import type { ListenResult } from './listen.ts';
import { type MarkingResult, markingBars, markingTable } from './marking.ts';
import { type PressResult, pressBars, pressTable } from './press.ts';
import type { ReadingsResult } from './readings.ts';
import { readingBars, readingTable } from './readings-report.ts';
import { type RecordedResult, recordedBars, recordedTable } from './recorded.ts';
import { median, medians } from './statistics.ts';
import type { SwitchResult } from './switches.ts';
import type { TextSize } from './texts.ts';

export interface OpeningResult {
  readonly text: string;
  readonly slow: boolean;
  /** By the reader's name; ともよみ's first. */
  readonly samples: Readonly<Record<string, readonly FirstTextSample[]>>;
}

/** Empty or `null` where a part was left out. */
export interface Measured {
  readonly openings: readonly OpeningResult[];
  readonly listen: ListenResult | null;
  readonly recorded: RecordedResult | null;
  readonly marking: readonly MarkingResult[] | null;
  readonly switches: SwitchResult | null;
  readonly readings: ReadingsResult | null;
  readonly press: PressResult | null;
}

export const METHOD = [
  'Medians in headless Chromium; readers take turns within a run, after one opening each that is not counted.',
  'Each opening: a new browser context, empty cache, service workers blocked. Slow: main thread throttled, link shaped (see `slow`).',
  'First text: from navigation to the end of the first frame that shows the first sentence below the first heading.',
  'Blocking: what tasks of the main thread take beyond 50 ms each, before the first text (Long Tasks API).',
  'kB: 1000 bytes over the wire before the first text, headers included, fonts apart, as the browser counts them.',
  "Peers: bundled, minified and Brotli-compressed, each opening an EPUB 3 of the same sentences with ruby; served by the app's own server.",
  'JavaScript: gzip -9 of each script file requested until 聞く has become とめる, with a scripted voice; the service worker is not among them.',
  'Readings: in a worker each; warm: an engine beside an engine over the same paragraphs, the best of three; first paragraph: from the start of the worker (for ともよみ the app’s own, which also makes a book and keeps it), dictionary from a local server; blocked: the longest task, by its own time, of a main thread six times slower.',
  'Press: processor time of all processes, one sentence after another, the dictionary compiled before; sound without pauses between sentences. The peer speaks the same sentences, read as it likes, and encodes nothing.',
  'Recorded sound: the whole recording in the device’s cache, behind the service worker; from the click to the first moment at which the audio element’s own time has moved.',
  'Marks: script, style and forced layout of moving the marks over every sentence and word of a plan; painting is not in it.',
  "Switches: the attribute or property that the settings set, then layout forced; keys: from the key in the app's sheet to the painted frame.",
];

const OWN = 'ともよみ';
const PEER = 'epub.js';

/** The bars of what was measured. */
export function barsOf(measured: Measured): readonly Bar[] {
  const { openings, listen, recorded, marking, switches, readings, press } = measured;
  const bars: Bar[] = [];
  const slow = openings.find((opening) => opening.slow);
  if (slow !== undefined) {
    const own = medians(slow.samples[OWN] ?? []);
    const peer = medians(slow.samples[PEER] ?? []);
    bars.push(
      {
        name: 'first text, slow, of epub.js’s',
        figure: own.firstText / peer.firstText,
        most: 0.35,
        unit: '×',
      },
      { name: 'over the wire before it, fonts apart', figure: own.kilobytes, most: 60, unit: 'kB' },
      { name: 'main thread blocked before it', figure: own.blocking, most: 50, unit: 'ms' },
    );
  }
  if (listen !== null) {
    bars.push({
      name: 'gzipped JavaScript until 聞く answers',
      figure: listen.kilobytes,
      most: 130,
      unit: 'kB',
    });
  }
  if (recorded !== null) bars.push(...recordedBars(recorded));
  if (marking !== null) bars.push(...markingBars(marking));
  if (switches !== null) {
    const { furigana, textSize } = switches;
    const both = (samples: SwitchResult['furigana']): readonly number[] => [
      ...samples.start,
      ...samples.middle,
    ];
    bars.push(
      { name: 'furigana on or off, 22,000 ruby', figure: median(both(furigana)), most: 33, unit: 'ms' },
      { name: 'font size, 22,000 ruby', figure: median(both(textSize)), most: 50, unit: 'ms' },
    );
  }
  if (readings !== null) bars.push(...readingBars(readings));
  if (press !== null) bars.push(...pressBars(press));
  return bars;
}

/** Everything that is printed. */
export function report(
  measured: Measured,
  bars: readonly Judged[],
  machine: { readonly browser: string; readonly cores: number; readonly loadBefore: number },
  sizes: { readonly rubies: TextSize; readonly epubs: Readonly<Record<string, number>> },
): string {
  const epubs = Object.entries(sizes.epubs).map(([id, bytes]) => `${id} ${Math.round(bytes / 1000)} kB`);
  const parts = [`${machine.browser}, ${machine.cores} cores; EPUBs: ${epubs.join(', ')}`];
  if (machine.loadBefore > machine.cores / 2) {
    const load = formatNumber(machine.loadBefore);
    parts.push(
      `BUSY MACHINE: a load of ${load} before the bench began. Milliseconds are too high; ratios hold roughly.`,
    );
  }
  for (const opening of measured.openings) parts.push(openingTable(opening));
  if (measured.listen !== null) parts.push(listenTable(measured.listen));
  if (measured.recorded !== null) parts.push(recordedTable(measured.recorded));
  if (measured.marking !== null) parts.push(markingTable(measured.marking));
  if (measured.switches !== null) parts.push(switchTable(measured.switches, sizes.rubies));
  if (measured.readings !== null) parts.push(readingTable(measured.readings));
  if (measured.press !== null) parts.push(pressTable(measured.press));
  parts.push(
    formatTable([
      ['Bars', 'figure', 'bar', ''],
      ...bars.map(({ name, figure, most, least, unit, passed }) => [
        name,
        `${formatNumber(figure)} ${unit}`,
        most === undefined ? `at least ${least} ${unit}` : `at most ${most} ${unit}`,
        passed ? 'pass' : 'SHORT',
      ]),
    ]),
  );
  return `\n${parts.join('\n\n')}`;
}

function openingTable({ text, slow, samples }: OpeningResult): string {
  const own = medians(samples[OWN] ?? []);
  const rows = Object.entries(samples).map(([name, some]) => {
    const row = medians(some);
    return [
      name,
      `${Math.round(row.firstText)} ms`,
      `${Math.round(Math.min(...some.map(({ firstText }) => firstText)))} ms`,
      `${formatNumber(own.firstText / row.firstText)}×`,
      `${Math.round(row.blocking)} ms`,
      `${Math.round(row.longestTask)} ms`,
      `${formatNumber(row.kilobytes)} kB`,
      `${formatNumber(row.fontKilobytes)} kB`,
      `${Math.round(row.requests)}`,
    ];
  });
  const head = [
    'reader',
    'first text',
    "ともよみ's",
    'blocking',
    'longest task',
    'wire',
    'fonts',
    'requests',
  ];
  return `Opening (${slow ? 'slow' : 'fast'}) ${text}\n${formatTable([head, ...rows])}`;
}

function listenTable({ files, kilobytes, ready }: ListenResult): string {
  const rows = files.map(({ path, bytes, gzip }) => [
    path,
    `${formatNumber(gzip / 1000)} kB`,
    `${formatNumber(bytes / 1000)} kB`,
  ]);
  const sum = ['all', `${formatNumber(kilobytes)} kB`, ''];
  const title = `JavaScript until 聞く answers (the page answers after ${Math.round(ready)} ms)`;
  return `${title}\n${formatTable([['file', 'gzip -9', 'as it is'], ...rows, sum])}`;
}

function switchTable({ furigana, textSize, plain }: SwitchResult, size: TextSize): string {
  const row = (name: string, own: SwitchResult['furigana'], other: readonly number[]): string[] => {
    const both = median([...own.start, ...own.middle]);
    return [
      name,
      `${formatNumber(median(own.start))} ms`,
      `${formatNumber(median(own.middle))} ms`,
      `${formatNumber(median(own.keys))} ms`,
      `${formatNumber(median(other))} ms`,
      `${formatNumber(both / median(other))}×`,
    ];
  };
  const title = `Switches on ${size.characters} characters with ${size.rubies} ruby`;
  return `${title}\n${formatTable([
    ['forced layout', 'at the start', 'in the middle', 'by keys, painted', 'plain ruby', 'ratio'],
    row('furigana', furigana, plain.furigana),
    row('font size', textSize, plain.textSize),
  ])}`;
}
