import type { Strings } from '../../../say.ts';
import { count } from '../../count.ts';

/** The panic button, and one agent's. */
export const revoke: Strings['revoke'] = {
  agentTitle: (agent) => `吊销 ${agent} 的所有子密钥？`,
  agentWhat: (agent, keys) =>
    `将吊销 ${agent} 的${keys === 1 ? '唯一一个子密钥' : `全部 ${count(keys, '个子密钥')}`}，并中断它进行中的请求。`,
  everythingTitle: '全部吊销？',
  everythingWhat: (keys, holders) =>
    `将吊销${
      keys === 1 ? '唯一的一个子密钥' : ` ${count(holders, '个智能体')}的全部 ${count(keys, '个子密钥')}`
    }，并中断所有进行中的请求。`,
  /** Said with weight; the rest of the sentence follows. */
  final: '此操作无法撤销：',
  finalBecause: '之后每个工具都需要新的子密钥。提供商密钥和花费历史会保留。',
  pauseAgent: (agent) => `如果只想暂时停止花费，请改为暂停 ${agent}。`,
  pauseEverything: '如果只想暂时停止花费，请改用“全部暂停”。',
  button: (keys) => `吊销 ${count(keys, '个子密钥')}`,
  agentDone: (agent) => `${agent} 的子密钥已全部吊销`,
  everythingDone: '已全部吊销',
  done: (keys, cutRequests, time) =>
    cutRequests === 0
      ? `已吊销 ${count(keys, '个子密钥')}。当时没有进行中的请求。`
      : `已吊销 ${count(keys, '个子密钥')}，并在 ${time}内中断了 ${count(cutRequests, '个进行中的请求')}。`,
  next: '工具需要新的子密钥才能继续使用。',
};
