export type Readiness = { ready: true } | { ready: false; reason: string };
export const voicePath: string;
export function findSpeech(): Promise<Readiness>;
export function findSystemSpeech(): Promise<Readiness>;
export function whyNoSystemSpeech(): string | null;
