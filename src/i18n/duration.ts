import type { Texts } from './use-text.ts';

type Text = Texts['text'];

/** Minutes in words, in ruby notation: 約4分, 約1時間20分, 1分たらず. */
export function minutesText(text: Text, minutes: number): string {
  const whole = Math.round(minutes);
  if (whole < 1) return text('time.less-than-a-minute');
  if (whole < 60) return text(isPun(whole) ? 'time.minutes-pun' : 'time.minutes', { count: whole });
  const parts = { hours: Math.floor(whole / 60), minutes: whole % 60 };
  if (parts.minutes === 0) return text('time.hours', parts);
  return text(isPun(parts.minutes) ? 'time.hours-minutes-pun' : 'time.hours-minutes', parts);
}

/** Seconds left, in words, rounded to minutes. */
export function remainingMinutesText(text: Text, seconds: number): string {
  return minutesText(text, seconds / 60);
}

/** Whether 分 is read ぷん: after いち, さん, よん, ろく, はち and じゅう; ふん after the others. */
export function isPun(minutes: number): boolean {
  return [0, 1, 3, 4, 6, 8].includes(minutes % 10);
}
