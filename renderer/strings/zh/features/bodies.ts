import type { Strings } from '../../say.ts';
import { count } from '../count.ts';

const days = (amount: number): string => count(amount, '天');

/** Prompts and replies that are logged: of an agent, and of one request. */
export const bodies: Strings['bodies'] = {
  menu: '记录提示词和回复…',
  menuKept: '提示词和回复的记录…',
  kept: (forDays) => `正在记录提示词和回复，保留 ${days(forDays)}`,

  title: (agent) => `记录 ${agent} 的提示词和回复？`,
  titleKept: (agent) => `${agent} 的提示词和回复记录`,
  what: '从现在起，Purser 会把每个请求和每个回复的前 1 MiB 加密保存在本机，不含请求头。打开某个请求即可查看。',
  warning: '会话中的所有内容都会被记录：代码、文件，以及其中的密码和密钥。任何能打开此面板的人都能看到。',
  memory: '此处的提供商密钥只保存在内存中，用来加密这些记录的密钥也是如此：Purser 停止后，任何人都无法再读取。',
  time: '保留时长',
  choices: { 1: '1 天', 7: '7 天', 30: '30 天' },
  stopWhat: '停止后，已有的记录会立即被永久删除。',
  keep: '开始记录',
  change: '更改',
  stop: '停止并删除',
  isKept: (agent, forDays) => `正在记录 ${agent} 的提示词和回复，保留 ${days(forDays)}。`,
  isDeleted: (agent, requests) =>
    `不再记录 ${agent} 的提示词和回复` + (requests === 0 ? '。' : `，已删除 ${count(requests, '个请求')}的记录。`),
  isShorter: (agent, forDays, requests) =>
    `${agent} 的提示词和回复将保留 ${days(forDays)}；更早的 ${count(requests, '个请求')}的记录已删除。`,

  show: '查看提示词和回复',
  notKept: '提示词和回复没有记录。',
  keepFromNow: '从现在开始记录…',
  reading: '正在解密…',
  none: '这个请求没有记录：它发生在开启记录之前，或者记录已过期。',
  sent: '已发送',
  got: '已接收',
  until: (moment) => `保留至 ${moment}`,
  empty: '无内容。',
  noText: (size) => `${size} 非文本内容（如图片、音频或带文件的表单），未记录。`,
  size: (size) => size,
  sizeCut: (kept, size) => `共 ${size}，已记录前 ${kept}`,
  bytes: (amount) => count(amount, '字节'),
  kilobytes: (amount) => `${amount} kB`,
  megabytes: (amount) => `${amount} MB`,
  copySent: '复制发送的内容',
  copyGot: '复制接收的内容',
  sentForm: '发送内容的显示方式',
  gotForm: '接收内容的显示方式',
  forms: { read: '易读', raw: '原始' },
  parts: { text: '文本', thought: '思考', call: '工具调用' },
  call: (tool) => `工具调用：${tool}`,
};
