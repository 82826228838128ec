/**
 * A system that speaks Japanese, as a Linux desktop does: speech-dispatcher with Open JTalk as its engine, playing into a
 * sound card that is recorded. In a folder of its own; nothing of the machine's sound or speech is touched.
 */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SYSTEM_DICTIONARY } from '../../../src/press/open-jtalk/dictionary.ts';
import { voicePath } from '../../../tools/speech.mjs';
import { output, type Running, start, until } from './system-speech-processes.ts';
import { type Sink, startSink } from './system-speech-sink.ts';

/** What the engine was told to say. */
export interface EngineCall {
  /** Milliseconds since the epoch. */
  readonly time: number;
  readonly text: string;
  /** 1 is the voice's own; more is faster. */
  readonly rate: number;
}

export interface SystemSpeech {
  readonly sink: Sink;
  /** With these a Chromium finds the voice. */
  readonly browser: { readonly args: readonly string[]; readonly env: Readonly<Record<string, string>> };
  /** Everything the engine was told to say, in order. */
  said(): readonly EngineCall[];
  /** Ends speech-dispatcher in the middle of whatever it does, as a crash would. */
  crash(): Promise<void>;
  stop(): Promise<void>;
}

/** As `getVoices()` lists it: the voice, then the engine. */
export const VOICE_NAME = 'mei_normal openjtalk';

const READY_LIMIT = 15_000;

/** Rejects where a program is missing or doesn't answer in time; nothing runs on then. */
export async function startSystemSpeech(): Promise<SystemSpeech> {
  const folder = mkdtempSync(join(tmpdir(), 'tomoyomi-speech-'));
  let sink: Sink | null = null;
  let dispatcher: Running | null = null;
  const stop = async (): Promise<void> => {
    await dispatcher?.stop();
    await sink?.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    sink = await startSink(folder);
    const socket = join(folder, 'speechd.sock');
    const log = join(folder, 'said.log');
    const config = writeConfiguration(folder, log, sink.env);
    const env = { ...sink.env, SPEECHD_ADDRESS: `unix_socket:${socket}` };
    const own = { ...env, HOME: folder, XDG_RUNTIME_DIR: folder, LC_ALL: 'C.UTF-8' };
    // Should nobody be left to stop it, it ends by itself some time after its last client.
    const args = ['-s', '-C', config, '-S', socket, '-P', join(folder, 'speechd.pid'), '-t', '60'];
    const running = await start('speech-dispatcher', args, { env: own });
    dispatcher = running;
    await until('speech-dispatcher lists its engine', READY_LIMIT, async () => {
      if (!running.isRunning()) throw new Error(`speech-dispatcher ended: ${running.complaints()}`);
      return existsSync(socket) && /openjtalk/u.test((await output('spd-say', ['-O'], own)).stdout);
    });
    return {
      sink,
      browser: {
        args: ['--enable-speech-dispatcher'],
        // Where speech-dispatcher is gone, its library would start the system's own in its place.
        env: { ...env, SPEECHD_CMD: '/bin/false' },
      },
      said: () => (existsSync(log) ? readFileSync(log, 'utf8').split('\n').slice(0, -1).map(callOf) : []),
      crash: () => running.kill(),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function callOf(line: string): EngineCall {
  const [time, rate, text = ''] = line.split('\t');
  return { time: Number(time), rate: Number(rate), text };
}

/** Writes speech-dispatcher's files and the engine's script; the folder of the configuration. */
function writeConfiguration(folder: string, log: string, env: Readonly<Record<string, string>>): string {
  const config = join(folder, 'speechd');
  const script = join(folder, 'say.sh');
  mkdirSync(join(config, 'modules'), { recursive: true });
  mkdirSync(join(config, 'log'));
  writeFileSync(
    join(config, 'speechd.conf'),
    `LogDir "${join(config, 'log')}"
CommunicationMethod "unix_socket"
DefaultLanguage "ja"
AudioOutputMethod "pulse"
AddModule "openjtalk" "sd_generic" "openjtalk.conf"
DefaultModule openjtalk
LanguageDefaultModule "ja" "openjtalk"
`,
  );
  writeFileSync(
    join(config, 'modules', 'openjtalk.conf'),
    `GenericExecuteSynth "printf %s \\'$DATA\\' | ${script} $RATE"
GenericCmdDependency "open_jtalk"
GenericRateAdd 1
GenericRateMultiply 1
GenericRateForceInteger 0
GenericPitchAdd 0
GenericPitchMultiply 1
GenericVolumeAdd 1
GenericVolumeMultiply 1
GenericLanguage "ja" "ja" "utf-8"
AddVoice "ja" "FEMALE1" "mei_normal"
DefaultVoice "mei_normal"
GenericMaxChunkLength 3000
GenericDelimiters "。"
GenericRecodeFallback "?"
`,
  );
  // Chromium sends the rate as 100 · log₃, so that 3 is the fastest. The last program takes the shell's place, because
  // speech-dispatcher silences an engine by ending it.
  writeFileSync(
    script,
    `#!/bin/sh
text=$(tr '\\n\\t' '  ')
rate=$(awk -v given="$1" 'BEGIN { printf "%.3f", exp((given - 1) * log(3)) }')
printf '%s\\t%s\\t%s\\n' "$(date +%s%3N)" "$rate" "$text" >>'${log}'
work=$(mktemp -d '${folder}/say-XXXXXX') || exit 1
printf '%s\\n' "$text" >"$work/text"
open_jtalk -x '${SYSTEM_DICTIONARY}' -m '${voicePath}' -g -3 -r "$rate" -ow "$work/wav" "$work/text" || exit 1
PULSE_SERVER='${env.PULSE_SERVER}' exec paplay "$work/wav"
`,
  );
  chmodSync(script, 0o755);
  return config;
}
