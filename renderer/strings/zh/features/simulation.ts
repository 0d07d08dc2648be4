import type { Strings } from '../../say.ts';
import { count } from '../count.ts';
import { during } from './caps.ts';

/** The dashboard at work on made-up data. */
export const simulation: Strings['simulation'] = {
  data: '模拟数据',
  simulated: '模拟',
  means: '此页面上的提供商、智能体和金额都是虚构的，可以随意暂停和吊销。',
  leave: '退出模拟',
  start: '用模拟数据体验',
  leak: {
    title: '一个子密钥泄露了',
    stopped: '泄露的子密钥已吊销',
    example: '模拟示例',
    story: (agent, programs) =>
      `本机上的一个恶意软件包找到了 ${agent} 的子密钥，正用 ${count(programs, '个程序')}同时使用它。` +
      '在其他任何计算机上，这个子密钥都毫无价值，因为 Purser 只响应本机的请求。',
    revoked: (agent) =>
      `使用 ${agent} 的子密钥发出的所有请求现在都会被拒绝。其他智能体照常工作，也不需要更换任何提供商密钥。`,
    taken: '子密钥被盗用的金额',
    ofCap: (cap, window, refused) => `限额 ${cap}（${during(window)}）；已拒绝 ${refused} 个请求`,
    bare: '若没有 Purser，泄露的就是提供商密钥',
    sameRequests: (requests) => `到目前为止的损失（同样 ${count(requests, '个请求')}）`,
    overnight: '同样的情况，一整夜无人察觉',
    after: (hours) => `按此速度 ${hours} 小时后的损失`,
    revoke: '吊销此子密钥',
    hide: '隐藏',
  },
};
