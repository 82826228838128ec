import type { Block, Book, Section, Sentence } from '../../../src/book/book.ts';
import { BOOK_VERSION } from '../../../src/book/book.ts';
import type { DeviceVoice, Utterance, VoiceSettings } from '../../../src/narration/voice.ts';

export const settings: VoiceSettings = { rate: 1, voice: null };

export function sentence(id: string, text: string): Sentence {
  return { id, text, ruby: [], marks: [], words: [] };
}

export function utterance(id: string, text = 'あいうえお。', extra: Partial<Utterance> = {}): Utterance {
  return { sentence: id, text, map: (offset) => offset, pauseAfter: 0.1, language: 'ja-JP', ...extra };
}

export function paragraph(...sentences: Sentence[]): Block {
  return { type: 'paragraph', sentences };
}

export function section(id: string, heading: Sentence[], blocks: Block[], sections: Section[] = []): Section {
  return { id, heading, blocks, sections };
}

export function book(title: Sentence[], sections: Section[]): Book {
  return {
    version: BOOK_VERSION,
    id: 'book',
    metadata: { title: '本', language: 'ja', creators: [] },
    title,
    sections,
  };
}

export function deviceVoice(name: string, local: boolean, lang = 'ja-JP'): DeviceVoice {
  return { name, lang, voiceURI: `uri:${name}`, local };
}
