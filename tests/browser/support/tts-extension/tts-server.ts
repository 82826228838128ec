/**
 * The engine behind the extension: speaks with Open JTalk into the recorded sound card, and tells each word when it is said,
 * by the engine's own trace. Nothing is guessed: where the trace's words and sounds can't be counted off, no word is told.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WordTime } from '../../../../src/book/media-overlay.ts';
import { SYSTEM_DICTIONARY } from '../../../../src/press/open-jtalk/dictionary.ts';
import { scriptOf } from '../../../../src/press/open-jtalk/script.ts';
import { speakLine } from '../../../../src/press/open-jtalk/speak.ts';
import { joinSounds, type Sound, writeWav } from '../../../../src/press/open-jtalk/wav.ts';
import { wordTimes } from '../../../../src/press/open-jtalk/word-times.ts';
import { voicePath } from '../../../../tools/speech.mjs';
import { type Running, start, until } from '../system-speech-processes.ts';
import type { Sink } from '../system-speech-sink.ts';

/** One text that the engine said, or began to. */
export interface Saying {
  readonly text: string;
  /** When its sound began to play, in milliseconds since the epoch. */
  readonly time: number;
  /** Offsets in `text`, seconds from `time`. */
  readonly words: readonly WordTime[];
}

export interface TtsServer {
  /** The extension, ready to be loaded. */
  readonly extension: string;
  said(): readonly Saying[];
  stop(): Promise<void>;
}

/** How long a program may take to play its first sound, in milliseconds. */
const PLAY_LIMIT = 5000;

export async function startTtsServer(sink: Sink): Promise<TtsServer> {
  const folder = mkdtempSync(join(tmpdir(), 'tomoyomi-tts-'));
  const said: Saying[] = [];
  const players = new Set<Running>();
  let count = 0;

  const speak = async (text: string, rate: number, response: ServerResponse): Promise<void> => {
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    const { sound, words } = await synthesise(text, rate, folder, String(count++), gone.signal);
    const wav = join(folder, `${count}-said.wav`);
    writeFileSync(wav, writeWav(sound));
    if (gone.signal.aborted) return;
    const before = sink.streams().length;
    const player = await start('paplay', [wav], { env: sink.env });
    players.add(player);
    gone.signal.addEventListener('abort', () => void player.kill());
    if (gone.signal.aborted) void player.kill();
    await until(
      'the sound card plays',
      PLAY_LIMIT,
      () => sink.streams().length > before || !player.isRunning(),
    );
    const time = sink.streams().at(-1)?.from ?? Date.now();
    said.push({ text, time, words });
    const tell = (event: object): void => {
      if (!gone.signal.aborted) response.write(`${JSON.stringify(event)}\n`);
    };
    tell({ type: 'start', charIndex: 0 });
    const timers = words.map(({ start: charIndex, end, from }) =>
      setTimeout(
        () => tell({ type: 'word', charIndex, length: end - charIndex }),
        Math.max(0, time + from * 1000 - Date.now()),
      ),
    );
    await player.ended;
    for (const timer of timers) clearTimeout(timer);
    players.delete(player);
    tell({ type: 'end', charIndex: text.length });
    if (!gone.signal.aborted) response.end();
  };

  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (piece: string) => {
      body += piece;
    });
    request.on('end', () => {
      const { text, rate } = JSON.parse(body) as { readonly text: string; readonly rate: number };
      response.writeHead(200, { 'Content-Type': 'application/x-ndjson', 'Access-Control-Allow-Origin': '*' });
      response.flushHeaders();
      speak(text, rate, response).catch((error: unknown) => {
        if (!response.destroyed)
          response.end(`${JSON.stringify({ type: 'error', errorMessage: String(error) })}\n`);
      });
    });
  });
  await new Promise<void>((fulfil) => server.listen(0, '127.0.0.1', fulfil));
  const extension = join(folder, 'extension');
  mkdirSync(extension);
  for (const name of ['manifest.json', 'worker.js'])
    cpSync(join(import.meta.dirname, name), join(extension, name));
  const { port } = server.address() as AddressInfo;
  writeFileSync(join(extension, 'server.json'), JSON.stringify({ server: `http://127.0.0.1:${port}/` }));
  return {
    extension,
    said: () => said,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      for (const player of players) await player.kill();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function synthesise(
  text: string,
  rate: number,
  folder: string,
  name: string,
  signal: AbortSignal,
): Promise<{ readonly sound: Sound; readonly words: readonly WordTime[] }> {
  const engine = { dictionary: SYSTEM_DICTIONARY, voice: voicePath, rate };
  const sounds: Sound[] = [];
  const words: WordTime[] = [];
  let clock = 0;
  const sentence = { id: name, text, ruby: [], marks: [], words: [] };
  for (const [index, line] of scriptOf(sentence, [], ({ reading }) => reading).entries()) {
    const spoken = await speakLine(engine, line.text, folder, `${name}-${index}`, signal);
    if (spoken === null) continue;
    words.push(...wordTimes(line, spoken.trace, clock));
    sounds.push(spoken.sound);
    clock += spoken.sound.samples.length / spoken.sound.sampleRate;
  }
  return { sound: joinSounds(sounds), words };
}
