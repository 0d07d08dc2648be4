import { afterEach, expect, it } from 'vitest';
import { nanodollarsOf } from '../../../shared/money.ts';
import { speak, speakAsSystem, words } from './words.ts';

const FIVE = nanodollarsOf(5_000_000_000);
const DAY = { window: 'day', rolling: false, amount: FIVE } as const;

afterEach(() => speakAsSystem([]));

it('speaks the first language of the system that there are words in', () => {
  speakAsSystem(['fr-CH', 'de-AT', 'en-US']);
  expect(words.tray.quit).toBe('Purser beenden');
  speakAsSystem(['zh-Hans-CN']);
  expect(words.tray.quit).toBe('退出 Purser');
  speakAsSystem(['fr']);
  expect(words.tray.quit).toBe('Quit Purser');
});

it('speaks what the person has set, and the system’s again', () => {
  speakAsSystem(['de']);
  speak('en');
  expect(words.tray.quit).toBe('Quit Purser');
  speak('system');
  expect(words.tray.quit).toBe('Purser beenden');
});

it.each([
  ['en', 'Codex: $5.00 of $5.00 today', 'Raise $5.00 a day by $5.00 for today', 'This ends its 2 sub-keys'],
  ['de', 'Codex: $5.00 von $5.00 heute', '$5.00 pro Tag für heute um $5.00 erhöhen', 'Seine 2 Unterschlüssel enden'],
  ['zh', 'Codex：今天 $5.00 / $5.00', '今天将限额（每天 $5.00）提高 $5.00', '全部 2 个子密钥'],
] as const)('tells money, caps and numbers in %s', (language, line, raise, revoke) => {
  speak(language);
  expect(words.agents.ofCap('Codex', FIVE, FIVE, words.during(DAY))).toBe(line);
  expect(words.agents.raise(words.cap(DAY), FIVE)).toBe(raise);
  expect(words.revoke.agentWhat('Codex', 2)).toContain(revoke);
});
