/** The terms of the voice that reads the recordings: its file stays where they are made, its sound reaches the reader. */
import { MEI } from '../press/voice.ts';

export function voiceLicence() {
  return {
    name: 'HTS Voice "Mei"',
    version: '2013',
    licence: 'CC-BY-3.0',
    homepage: 'http://www.mmdagent.jp/',
    use: 'build',
    text: [
      'HTS Voice "Mei", released by MMDAgent Project Team, http://www.mmdagent.jp/',
      'Copyright (c) 2009-2013 Nagoya Institute of Technology, Department of Computer Science.',
      'Some rights reserved. Licensed under the Creative Commons Attribution 3.0 license,',
      'https://creativecommons.org/licenses/by/3.0/legalcode',
      '',
      'The recordings of the bundled books, and the books to take along that hold them, were spoken with this voice:',
      ...MEI.credits,
    ].join('\n'),
  } as const;
}
