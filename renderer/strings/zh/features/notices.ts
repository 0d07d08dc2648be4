import type { Cap } from '../../../../shared/cap.ts';
import { numberText } from '../../../state/time-and-money/number-text.ts';
import type { Strings } from '../../say.ts';
import { capOf, during } from './caps.ts';
import { count } from '../count.ts';

/** A cap as it is told: amounts are written already. */
interface ToldCap extends Pick<Cap, 'window' | 'rolling'> {
  readonly spent: string;
  readonly amount: string;
}
const used = (cap: ToldCap): string => `${during(cap)} ${cap.spent} / ${cap.amount}`;

/** What the gateway tells as a code and values, and the buttons beside it. */
export const notices: Strings['notices'] = {
  /** @param percent of the cap, rounded down: 100 is all of it */
  capShare: (cap, percent) => `${capOf(cap.owner)}已用${percent >= 100 ? '完' : ` ${percent}%`}（${used(cap)}）。`,
  capUsedUp: (cap, reset) => `${capOf(cap.owner)}已用完（${during(cap)} ${cap.amount}），请求会被拒绝；${reset}。`,
  /** A little is left, and no request fits in it. */
  capTooFull: (cap, reset) => `${capOf(cap.owner)}不足以支付下一个请求（${used(cap)}）；${reset}。`,
  capHolds: (cap, held, reset) =>
    `${capOf(cap.owner)}暂时不足（${used(cap)}，另有 ${held} 由进行中的请求预留）；${reset}。`,
  /** In place of a moment at which the window ends. */
  resetsRolling: '较早的花费移出时间窗口后，额度会逐步恢复',
  resetsNever: '提高限额后才能继续',

  repeats: (times, minutes) => `${count(minutes, '分钟')}内有 ${count(times, '个相同的请求')}`,
  haste: (perMinute, usual) => `每分钟花费 ${perMinute}，平常为 ${usual}`,
  stuck: (agent, why) => `${agent} 可能陷入了循环：${why}。它仍在运行。`,
  racing: (agent, why) => `${agent} 花费速度异常：${why}。它仍在运行。`,
  brakePaused: (agent, why) => `${agent} 已被暂停：${why}。`,

  rotated: (agent) => `${agent} 的子密钥已换上新密钥，它的工具也已更新。旧密钥还能再用一天。`,
  rotationDue: (agent, hint, id) => `${agent} 的子密钥 …${hint} 该轮换了：\`purser key rotate ${id}\``,
  usageImpossible: (provider, model) =>
    `${provider} 报告的 token 用量超出了 ${model} 可能的上限。Purser 已按上限计费，请与你的账单核对。`,
  usageAboveBound: (provider, model) =>
    `${provider} 报告的 ${model} 用量超出了 Purser 的预留。费用按报告的用量计算。这是 Purser 的缺陷，请反馈给我们。`,
  stopsUnknown: (provider) =>
    `工具提前断开流式响应时，${provider} 会停止计费吗？在你说明之前，这类请求按可能的最高费用计算。`,
  wentOn: (provider, billed, counted) =>
    `工具断开后，${provider} 仍然生成完了整个回复，计费 ${billed}，而不是 ${counted}。` +
    `今后 Purser 会把这类流式响应读取到结束。如果情况并非如此，请运行：` +
    `\`purser provider set ${provider} --stops-when-left auto\``,
  toolChanged: (server, tool) =>
    `MCP 服务器 ${server} 的工具 ${tool} 的描述与当初信任时不同。在你查看差异之前，该工具已停用。`,
  billUnread: (title, provider) =>
    `Purser 无法读取 ${title} 的账单，稍后会自动重试。查看原因：\`purser reconcile ${provider}\``,
  priceCheck:
    'Purser 每天检查一次 genai-prices（GitHub）和 models.dev，查看你所用模型的价格是否有变动。' +
    '它不会自行更改价格，也不会发送任何关于你的信息。如需关闭，请运行：`purser price auto off`',
  recordBroken: {
    cut: (sealed, found) =>
      `记录在第 ${found} 条结束，而第 ${sealed} 条此前已被封存：末尾被截掉，或账本被换成了旧版本。` +
      `如果你没有恢复过备份，那就是别人所为。`,
    rewritten: (sealed) => `记录的第 ${sealed} 条不是当初封存的那一条：记录在 Purser 之外被重写过。`,
    changed: (_sealed, found) => `记录的第 ${found} 条或更早的一条在 Purser 之外被修改过。`,
    'store-older': (sealed, found) =>
      `密钥库比记录旧：它只知道记录到第 ${sealed} 条，而第 ${found} 条已被封存。` +
      `如果你没有从备份恢复过密钥库，那就是别人所为。`,
    'seal-gone': (_sealed, found) =>
      `记录已封存到第 ${found} 条，但封存密钥已不在密钥库中。如果你把密钥移到了另一个存储，原因就在于此。`,
  },
  ledgerReplaced: (dataFolder) =>
    `${dataFolder} 中的账本不是此前使用的那一份：其中缺少限额、子密钥、规则和历史花费。` +
    `如果不是你自己替换的，请停止 Purser，并从备份中恢复 ledger.sqlite。`,

  pause: (agent) => `暂停 ${agent}`,
  /** The button of the question whether a provider stops when its stream is left. */
  sayWhich: '选择',
  seeRequests: '查看它的请求',
  dismiss: (notice) => `忽略：${notice}`,
  /** Opens the notices behind the first one. */
  more: (notices) => `还有 ${numberText(notices)} 条`,
  fewer: '收起',
  resume: (agent) => `恢复 ${agent}`,
};
