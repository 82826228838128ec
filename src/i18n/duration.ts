import type { Texts } from './use-text.ts';

type Text = Texts['text'];

/** Minutes in words, in ruby notation: 約4分, 約1時間20分, 1分たらず. */
export function minutesText(text: Text, minutes: number): string {
  const whole = Math.round(minutes);
  if (whole < 1) return text('time.less-than-a-minute');
  if (whole < 60) return text('time.minutes', { count: whole });
  return text('time.hours', { hours: Math.floor(whole / 60), minutes: whole % 60 });
}

/** Seconds left, in words, rounded to minutes. */
export function remainingMinutesText(text: Text, seconds: number): string {
  return minutesText(text, seconds / 60);
}
