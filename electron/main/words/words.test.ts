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

it.each([
  [
    'en',
    'Codex has used 84% of its cap: $4.20 of $5.00 today.',
    'Codex has used 84% of its cap: $4.20 of $5.00 today.',
  ],
  [
    'de',
    'Codex has used 84% of its cap: $4.20 of $5.00 today.',
    'Codex hat 84 % des Limits verbraucht: heute $4.20 von $5.00.',
  ],
  [
    'zh',
    'Codex may be stuck: 12 identical requests in 5 minutes.',
    'Codex 可能陷入了循环：5 分钟内有 12 个相同的请求。',
  ],
] as const)('tells the sentences of the gateway in %s: %s', (language, english, told) => {
  speak(language);
  expect(words.told(english)).toBe(told);
});
