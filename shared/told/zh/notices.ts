import type { ToldEntries } from '../told.ts';

/** What a person is told by itself: caps, brakes, bills. */
export const TOLD_NOTICES: ToldEntries = [
  ['{0} has used all of its cap: {1} of {2} {3}.', '{0} 的限额已用完：{3} {1} / {2}。'],
  ['{0} has used {1}% of its cap: {2} of {3} {4}.', '{0} 的限额已用 {1}%：{4} {2} / {3}。'],
  [
    '{0} has used {1} of {2} {3}, and its next request does not fit in the rest.',
    '{0} {3}已用 {1} / {2}，剩余不足以支付下一个请求。',
  ],
  ['{0} has used {1} of {2} {3}.', '{0} {3}已用 {1} / {2}。'],
  ['{0} has used {1} of its {2} for today.', '{0} 今天已用 {1} / {2}。'],
  [
    '{0} has used {1} of its {2} for today; this request could cost {3}.',
    '{0} 今天已用 {1} / {2}；这个请求可能花费 {3}。',
  ],
  [
    '{0} has used {1} of its {2} for today and holds {3} for running requests; this request could cost {4}.',
    '{0} 今天已用 {1} / {2}，另有 {3} 由进行中的请求预留；这个请求可能花费 {4}。',
  ],
  ['{0} has used {1} of its {2} {3}; this request could cost {4}.', '{0} {3}已用 {1} / {2}；这个请求可能花费 {4}。'],
  [
    '{0} has used {1} of its {2} {3} and holds {4} for running requests; this request could cost {5}.',
    '{0} {3}已用 {1} / {2}，另有 {4} 由进行中的请求预留；这个请求可能花费 {5}。',
  ],
  ['today', '今天'],
  ['this hour', '本小时'],
  ['this week', '本周'],
  ['this month', '本月'],
  ['in total', '总计'],
  ['in the last hour', '最近 1 小时'],
  ['in the last 24 hours', '最近 24 小时'],
  ['in the last 7 days', '最近 7 天'],
  ['in the last 30 days', '最近 30 天'],
  ['Resets at {0}.', '限额将于 {0} 重置。'],
  ['Resets on {0} at {1}.', '限额将于 {0} {1} 重置。'],
  ['Room comes back as earlier spending drops out of the window.', '较早的花费移出时间窗口后，额度会逐步恢复。'],
  [
    'Raise the cap with `purser policy`, or issue another sub-key.',
    '请用 `purser policy` 提高限额，或另外签发一个子密钥。',
  ],
  ['{0} may be stuck: {1}.', '{0} 可能陷入了循环：{1}。'],
  ['{0} spends unusually fast: {1}.', '{0} 花费速度异常：{1}。'],
  ['It is still running; pause it if this is not what you want.', '它仍在运行；如果这不是你想要的，请暂停它。'],
  ['{0} was paused: {1}. Resume it if this is what you want.', '{0} 已被暂停：{1}。如果这正是你想要的，请恢复它。'],
  [
    'The sub-key of {0} has a new secret, in its tool already. The old one works for another day.',
    '{0} 的子密钥已换上新密钥，它的工具也已更新。旧密钥还能再用一天。',
  ],
  [
    'The secret of the sub-key of {0} ending in {1} is due to be replaced: purser key rotate {2}',
    '{0} 的子密钥 …{1} 该轮换了：`purser key rotate {2}`',
  ],
  [
    '{0} reports more tokens for {1} than that model can use at all. Purser counted the most that the model can ' +
      'use; compare it with your bill.',
    '{0} 报告的 token 用量超出了 {1} 可能的上限。Purser 已按上限计费，请与你的账单核对。',
  ],
  [
    '{0} reports more for {1} than Purser had held: the bound was too low. The cost counts as reported. Please ' +
      'report this as a bug in Purser.',
    '{0} 报告的 {1} 用量超出了 Purser 的预留。费用按报告的用量计算。这是 Purser 的缺陷，请反馈给我们。',
  ],
  [
    'Nobody knows whether {0} stops billing when a tool leaves a stream early, so such a request counts at the ' +
      'most it can cost. If you know, tell Purser: `purser provider set {1} --stops-when-left yes` (or `no`).',
    '工具提前断开流式响应时 {0} 是否停止计费尚不清楚，因此这类请求按可能的最高费用计算。如果你知道：`purser provider set {1} --stops-when-left yes`（或 `no`）。',
  ],
  [
    '{0} went on with a response after the tool had left, and bills it: {1} instead of {2}. From now on Purser ' +
      'reads such streams to their end. If that is wrong: purser provider set {3} --stops-when-left auto',
    '工具断开后，{0} 仍然生成完了整个回复，计费 {1}，而不是 {2}。今后 Purser 会把这类流式响应读取到结束。如果情况并非如此：`purser provider set {3} ' +
      '--stops-when-left auto`',
  ],
  [
    'Once a day Purser checks genai-prices (GitHub) and models.dev for changed prices of the models you use, and ' +
      'tells you. It changes no price by itself and sends nothing about you. To turn it off: `purser price auto ' +
      'off`',
    'Purser 每天检查一次 genai-prices（GitHub）和 models.dev，查看你所用模型的价格是否有变动。它不会自行更改价格，也不会发送任何关于你的信息。如需关闭：`purser price ' +
      'auto off`',
  ],
  [
    'The deployment "{0}" at {1} answers with several models, so it counts as {2}: the dearest of them is held, ' +
      'and the one that answers is billed.',
    '{1} 的部署“{0}”会用多个模型作答，因此按 {2} 计算：按其中最贵的预留，按实际作答的计费。',
  ],
  [
    'The deployment "{0}" at {1} answers with {2}, and has its price from now on.',
    '{1} 的部署“{0}”由 {2} 作答，今后按其价格计费。',
  ],
  ['If that is wrong: {0}', '如果情况并非如此：{0}'],
  [
    'The MCP server {0} describes its tool {1} otherwise than when it was trusted. It is stopped until you have ' +
      'seen the difference: purser mcp changes {2}',
    'MCP 服务器 {0} 的工具 {1} 的描述与当初信任时不同。在你查看差异之前，该工具已停用：`purser mcp changes {2}`',
  ],
  [
    'The ledger in {0} is not the one that was used here before: caps, sub-keys, policies and what was spent ' +
      'until now are not in it. If you did not replace or remove it yourself, stop Purser and put ledger.sqlite ' +
      'back from a backup. Otherwise set your caps again; provider keys are still in the secret store.',
    '{0} 中的账本不是此前使用的那一份：其中缺少限额、子密钥、规则和历史花费。如果不是你自己替换或移除的，请停止 Purser，并从备份中恢复 ledger.sqlite。否则请重新设置限额；提供商密钥仍在密钥库中。',
  ],
];
