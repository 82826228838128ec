/** One way in which what is written for the eye is put into words for the ear. */
export interface SpeechRule {
  /** Sticky: matched at one place. May look behind. */
  readonly pattern: RegExp;
  /** The words, or `null` where the match turns out to be something else. */
  say(match: RegExpExecArray): string | null;
}
