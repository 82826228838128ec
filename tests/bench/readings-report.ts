/** The figures of the readings as text, and what they are held against. */
import { type Bar, formatNumber, formatTable } from './bars.ts';
import type { EngineSamples, ReadingsResult } from './readings.ts';
import { median } from './statistics.ts';

export function readingBars({ own, peer, blocked }: ReadingsResult): readonly Bar[] {
  return [
    {
      name: 'readings: characters a second, of kuroshiro’s',
      figure: median(own.charactersPerSecond) / median(peer.charactersPerSecond),
      least: 4,
      unit: '×',
    },
    {
      name: 'readings: first paragraph, cold, of kuroshiro’s',
      figure: median(own.first) / median(peer.first),
      most: 0.5,
      unit: '×',
    },
    {
      name: 'readings: main thread’s longest task at 6×',
      figure: median(blocked.map(({ working }) => working)),
      most: 16,
      unit: 'ms',
    },
    { name: 'readings: dictionary over the wire', figure: median(own.megabytes), most: 8, unit: 'MB' },
  ];
}

export function readingTable({ characters, own, peer, blocked }: ReadingsResult): string {
  const row = (name: string, { first, charactersPerSecond, megabytes }: EngineSamples): string[] => [
    name,
    `${Math.round(median(first))} ms`,
    `${formatNumber(median(first) / median(peer.first))}×`,
    `${Math.round(median(charactersPerSecond) / 1000)}k`,
    `${formatNumber(median(charactersPerSecond) / median(peer.charactersPerSecond))}×`,
    `${formatNumber(median(megabytes))} MB`,
  ];
  const phase = (name: 'press' | 'working' | 'opening'): string =>
    `${formatNumber(median(blocked.map((one) => one[name])))} ms`;
  const engines = formatTable([
    ['in a worker', 'first paragraph', 'ratio', 'characters/s', 'ratio', 'dictionary'],
    row('ともよみ', own),
    row('kuroshiro + kuromoji', peer),
  ]);
  const blocks = formatTable([
    ['longest task at 6×', 'press', 'readings', 'opening the book'],
    ['ともよみ', phase('press'), phase('working'), phase('opening')],
  ]);
  return `Readings of ${characters} characters\n${engines}\n\n${blocks}`;
}
