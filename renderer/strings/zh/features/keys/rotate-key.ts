import type { Strings } from '../../../say.ts';

/** A new secret for a sub-key. */
export const rotateKey: Strings['rotateKey'] = {
  title: (hint, agent) => `轮换 ${agent} 的子密钥 …${hint}`,
  what: '为这个子密钥生成新密钥。限额、规则和已有花费保持不变。',
  question: '旧密钥还能用多久？',
  choices: { now: '立即失效', hour: '1 小时', day: '24 小时', week: '7 天' },
  refusedUntil: '在换上新密钥之前，工具的请求会被拒绝。',
  timeToChange: '请在此之前为工具换上新密钥。如果它仍在使用旧密钥，“智能体”页面会提示。',
  rotate: '轮换',
  newTitle: (agent) => `${agent} 的新密钥`,
  stopped: '限额和已有花费不变，只更换了密钥。旧密钥已失效。',
  worksUntil: (moment) => `限额和已有花费不变，只更换了密钥。旧密钥有效期至 ${moment}。`,
};
