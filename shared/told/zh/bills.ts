import type { ToldEntries } from '../told.ts';

/** Bills of providers. */
export const TOLD_BILLS: ToldEntries = [
  [
    '{0} shows its bill to the key that Purser has already: purser reconcile {1}',
    '{0} 的账单用 Purser 已有的密钥即可读取：purser reconcile {1}',
  ],
  ['This is a sub-key of Purser, not an admin key of {0}.', '这是 Purser 的子密钥，不是 {0} 的管理密钥。'],
  [
    'This is the key that requests are made with. An admin key of {0} is another one, from {1}.',
    '这是用于发送请求的密钥。{0} 的管理密钥是另一把，可在 {1} 创建。',
  ],
  ['Purser cannot read the bill of {0}. It reads these: {1}.', 'Purser 无法读取 {0} 的账单。可以读取的有：{1}。'],
  ['{0} is still to come. In UTC it is {1}.', '{0} 尚未到来。按 UTC 今天是 {1}。'],
  ['Purser reads the bill of {0} since {1} at most.', 'Purser 最早只能读取 {0} 自 {1} 起的账单。'],
  [
    'Purser has no key for {0} (keys in memory end with it).',
    'Purser 没有 {0} 的密钥（仅存于内存的密钥会随 Purser 退出而消失）。',
  ],
  ['{0} shows its bill to an admin key only. Add one: {1}', '{0} 只向管理密钥提供账单。添加方法：{1}'],
  [
    'The secret store does not have the admin key of {0} any more (keys in memory end with Purser). ' +
      'Add it again: {1}',
    '密钥存储中已没有 {0} 的管理密钥（仅存于内存的密钥会随 Purser 退出而消失）。请重新添加：{1}',
  ],
  [
    'The bill of {0} for {1} may still grow. Settle the day {2} days after its end.',
    '{0} 在 {1} 的账单可能还会增加。请在该日结束 {2} 天后再结算。',
  ],
  ['{0} tells no days that are over, so none can be settled from it.', '{0} 不提供过去各日的金额，因此无法据此结算。'],
  [
    "{0} rows of {1}'s bill could not be read, so it may be higher. Nothing was changed.",
    '{1} 的账单中有 {0} 行无法读取，实际金额可能更高。没有更改任何内容。',
  ],
  ['No request of {0} is estimated or assumed, so there is nothing to settle.', '{0} 没有估算或假定的请求，无需结算。'],
  [
    'The bill of {0} for {1} proves no lower cost of the {2} estimated and assumed requests of that ' +
      'day, so they stay as they are.',
    '{0} 在 {1} 的账单不能证明当天 {2} 个估算或假定的请求费用更低，因此保持不变。',
  ],
  ['{0} did not send its bill within {1} seconds{2}. Try again later.', '{0} 未在 {1} 秒内返回账单{2}。请稍后重试。'],
  [
    '{0} answered with something that is no bill. It may have changed its API: look for a newer Purser.',
    '{0} 返回的内容不是账单。其 API 可能已改变，请查找更新版本的 Purser。',
  ],
  ['The bill of {0} does not end. Try again later.', '{0} 的账单没有尽头。请稍后重试。'],
  [
    '{0} refuses the key that Purser has for it ({1}). Remove the provider, and add the right key.',
    '{0} 拒绝了 Purser 保存的密钥（{1}）。请移除该提供商，再用正确的密钥添加。',
  ],
  [
    '{0} lets this key read no bill ({1}). It takes an admin key, from {2}.',
    '{0} 不允许此密钥读取账单（{1}）。需要管理密钥，可在 {2} 创建。',
  ],
  ['{0} was asked too often (429). Try again in a few minutes.', '向 {0} 请求过于频繁（429）。请几分钟后重试。'],
  ['{0} cannot send its bill at present ({1}). Try again later.', '{0} 目前无法提供账单（{1}）。请稍后重试。'],
  [
    '{0} does not send its bill ({1}). Check the base URL of this provider: it must be its own.',
    '{0} 没有返回账单（{1}）。请检查该提供商的Base URL：必须是它自己的地址。',
  ],
  ['The admin key is empty.', '管理密钥为空。'],
  [
    'An admin key has no spaces and only plain characters. Was it shortened when it was copied?',
    '管理密钥不含空格，且只有普通字符。复制时是否被截断？',
  ],
];
