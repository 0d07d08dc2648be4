import type { Strings } from '../say.ts';

/** Sentences for failures of which the gateway itself said nothing that a person could use. */
export const failures: Strings['failures'] = {
  noAnswer: '网关没有响应。请确认 Purser 正在运行，然后重试。',
  signedOut: {
    never: '此浏览器尚未登录。请在终端中运行 `purser open`。',
    'link-refused':
      '这个登录链接已被使用、已过期，或不是由当前的 Purser 生成的。请在终端中运行 `purser open` 获取新链接。',
    ended: '此浏览器的登录已失效：会话被结束，或太久未使用。如需继续，请在终端中运行 `purser open`。',
    left: '你已在此退出登录。如需重新登录，请在终端中运行 `purser open`。',
  },
  inside: '网关内部出错，没有做任何更改。请重试；详细信息见网关日志。',
};
