import type { Strings } from '../../say.ts';
import { count } from '../count.ts';

/** More names than this are a number. */
const SHOWN = 3;

/** The first minute. */
export const welcome: Strings['welcome'] = {
  title: '给每个 AI 工具一份自己的额度',
  means: '提供商密钥留在本机。每个工具使用一个带限额的子密钥，花费在此页面上一目了然，随时可以叫停。',
  /** For people who do not see that a step has its mark. */
  done: '（已完成）',

  key: '添加提供商密钥',
  keyMeans: {
    keychain: '密钥保存在系统密钥库中，只会发送给提供商。',
    vault: '密钥保存在你的加密保险库中，只会发送给提供商。',
    memory: '密钥保存在内存中，直到 Purser 退出，只会发送给提供商。',
  },
  keyFor: (tool, provider) => `本机装有 ${tool}，它使用 ${provider} 的服务：建议先添加这个密钥。`,
  addKey: '添加提供商密钥',
  addKeyOf: (provider) => `添加 ${provider} 密钥`,
  addAnother: '再添加一个密钥',
  keysAre: (names) => names.join('、'),

  tool: '选择工具',
  toolMeans: 'Purser 会先展示具体更改，再给它一个带限额的子密钥。',
  looking: '正在查找本机上的工具…',
  noTools: '本机上没有找到 Purser 支持的工具。',
  found: (tools) =>
    tools.length > SHOWN
      ? `在本机上找到：${tools.slice(0, SHOWN).join('、')} 等 ${count(tools.length, '个工具')}。`
      : `在本机上找到：${tools.join('、')}。`,
  connect: '连接',
  connectTool: (tool) => `连接 ${tool}`,
  needsKey: (provider) => `需要 ${provider} 的密钥。`,
  spendsAt: (provider) => `使用 ${provider} 的服务。`,
  allTools: '所有工具',
  byHand: '其他工具或脚本？',
  issueSubKey: '签发子密钥',
  spenders: (agents) => `${agents.join('、')} 现在可以使用了。`,
  another: '再选一个工具',

  request: '等待首个请求',
  requestMeans: '首个请求结束后，会立即连同费用显示在这里。',
  askTool: (tool) => `像平常一样使用 ${tool}，随便问它一个问题。`,
  pointTool: '把子密钥作为 API 密钥填入工具，并使用以下 Base URL：',
  waiting: '正在等待首个请求',
  refused: (agent, sentence) => `${agent} 的一个请求被拒绝：${sentence}`,

  arrived: (agent) => `已收到 ${agent} 的首个请求`,
  failedTitle: '请求已收到，但提供商出错',
  failed: (agent, status) =>
    `Purser 已转发 ${agent} 的请求，但提供商${status === null ? '没有响应' : `返回了 ${status}`}。` +
    '请在“密钥”页面检查它的密钥。',
  onward: '打开概览',

  demo: '手边没有密钥？',
};
