/** Whether Open JTalk, LAME and the voice are here; `npm test` installs them where it can, and says what to do where not. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SYSTEM_DICTIONARY } from '../../../../src/press/open-jtalk/dictionary.ts';

export const root = join(import.meta.dirname, '..', '..', '..', '..');
export const voicePath = join(root, '.cache', 'press', 'mei.htsvoice');

export const hasSpeech = [
  voicePath,
  join(SYSTEM_DICTIONARY, 'sys.dic'),
  '/usr/bin/open_jtalk',
  '/usr/bin/lame',
  '/usr/lib/mecab/mecab-dict-index',
].every((path) => existsSync(path));
