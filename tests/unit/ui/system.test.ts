import { describe, expect, test } from 'vitest';
import { systemOf } from '../../../src/ui/system.ts';

describe('the system is told by the user agent', () => {
  test.each([
    ['windows', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'],
    [
      'windows',
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/150.0.0.0 Edg/150.0.0.0',
    ],
    [
      'mac',
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.5 Safari/605.1.15',
    ],
    ['ios', 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148'],
    ['ios', 'Mozilla/5.0 (iPad; CPU OS 12_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148'],
    [
      'android',
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/150.0.0.0 Mobile Safari/537.36',
    ],
    ['android', 'Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0'],
    [
      'chromeos',
      'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 Chrome/150.0.0.0 Safari/537.36',
    ],
    ['linux', 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'],
    [null, 'Mozilla/5.0 (PlayStation)'],
    [null, ''],
  ])('%s: %s', (system, userAgent) => {
    expect(systemOf({ userAgent })).toBe(system);
  });
});

test('an iPad that calls itself a Mac is told by its touch screen; a Mac has none', () => {
  const userAgent = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Safari/605.1.15';
  expect(systemOf({ userAgent, maxTouchPoints: 5 })).toBe('ios');
  expect(systemOf({ userAgent, maxTouchPoints: 0 })).toBe('mac');
});

test.each([
  ['windows', 'Windows'],
  ['mac', 'macOS'],
  ['ios', 'iOS'],
  ['android', 'Android'],
  ['chromeos', 'Chrome OS'],
  ['chromeos', 'Chromium OS'],
  ['linux', 'Linux'],
])('the browser’s own word on it goes first: %s', (system, platform) => {
  const agent = 'Mozilla/5.0 (X11; Linux x86_64) Chrome/150.0.0.0';
  expect(systemOf({ userAgent: agent, userAgentData: { platform } })).toBe(system);
});

test('a word that says nothing leaves it to the user agent', () => {
  const userAgentData = { platform: 'Unknown' };
  expect(systemOf({ userAgent: 'Mozilla/5.0 (X11; CrOS x86_64)', userAgentData })).toBe('chromeos');
});
