import type { Strings } from '../../say.ts';

/** The person's own prices of models. */
export const prices: Strings['prices'] = {
  title: '自定义价格',
  set: '设置价格',
  table: '自定义价格表',
  model: '模型',
  provider: '提供商',
  everyProvider: '所有提供商',
  providerHint: '同一模型在不同提供商处的价格可能不同。',
  input: '输入',
  output: '输出',
  cacheRead: '缓存读取',
  cacheWrite: '缓存写入',
  changes: '更改',
  asInput: '同输入',
  change: '更改',
  changePriceOf: (model) => `更改 ${model} 的价格`,
  remove: '移除',
  removePriceOf: (model) => `移除 ${model} 的价格`,
  removed: (model) => `已移除你为 ${model} 设置的价格。`,
  none: '尚未设置。',
  means:
    '单位：美元/百万 token。未自定义价格的模型使用公开价格。没有公开价格的模型会被拒绝，' +
    '直到你为它设置价格，或允许按同系列最贵的价格计费。',

  assumed: '假定',
  assumedHint: '目前没有这个模型的价格信息，暂按同系列最贵的价格计费。',
  allow: (model) => `允许 ${model} 按同系列最贵的价格计费`,
  allowed: (model, input, output) => `${model} 按每百万 token 输入 ${input}、输出 ${output} 计费，并标记为“假定”。`,

  published: '公开价格',
  cameWithPurser: '正在使用 Purser 自带的价格。',
  fetched: (moment) => `正在使用 ${moment} 获取的价格。`,
  dailyLook: '每天检查一次价格是否有变动',
  dailyLookIs: { on: '每天检查', off: '从不检查' },
  notLookedYet: '尚未检查。',
  lookedAt: (moment) => `上次检查：${moment}。`,
  lookedAtPartly: (moment, names) => `上次检查：${moment}；无法访问 ${names.join('、')}。`,

  priceOf: (model) => `${model} 的价格`,
  modelExample: 'my-model',
  modelHint: '工具请求时使用的名称。',
  worksFrom: '单位：美元/百万 token。从下一个请求起生效，之前的请求价格不变。',
  save: '保存价格',
  noModel: '请输入模型，使用工具请求时的名称。',
  noAmounts: '请输入输入和输出的价格，可以为 0。',
  noAmount: '请输入不小于 $0 的价格，例如 2.50。',
};
