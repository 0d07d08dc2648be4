import type { ToldEntries } from '../told.ts';

/** News of prices. */
export const TOLD_PRICES: ToldEntries = [
  [
    'Prices of {0} more models that you use have changed or are not certain. See all: `purser price auto`',
    '你使用的另外 {0} 个模型价格有变或不确定。查看全部：`purser price auto`',
  ],
  ['{0} in and {1} out', '输入 {0}、输出 {1}'],
  [
    'The price of {0} at {1} changed: {2} per million tokens before, {3} now. Use the new one: `purser price update`',
    '{1} 的 {0} 价格有变：每百万 token 原为 {2}，现为 {3}。如需采用新价格：`purser price update`',
  ],
  [
    'The price of {0} at {1} is not certain: Purser counts {2} per million tokens, models.dev says {3}. If you ' +
      'know it: `purser price set`',
    '{1} 的 {0} 价格不确定：Purser 按每百万 token {2} 计算，models.dev 显示为 {3}。如果你知道价格：`purser price set`',
  ],
  [
    'Newer prices could not be fetched from {0}. {1}Nothing was changed; try again when {2}.',
    '无法从 {0} 获取新价格。{1}没有更改任何内容；请在{2}后重试。',
  ],
  ['the network is there', '网络恢复'],
  ['that is put right', '问题解决'],
  ['The new prices could not be written to {0}. Nothing was changed.', '无法把新价格写入 {0}。没有更改任何内容。'],
  [
    'The published prices cannot be believed, so nothing was changed. {0}',
    '公布的价格不可信，因此没有更改任何内容。{0}',
  ],
  ['It does not have the form of published prices.', '其格式不是公布的价格数据。'],
  ['no price data', '没有价格数据'],
  ['It knows {0} of the {1} models that are in use now.', '其中包含目前使用的 {1} 个模型中的 {0} 个。'],
];
