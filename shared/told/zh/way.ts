import type { ToldEntries } from '../told.ts';

/** Why a request went no further: who it came from, where it went, what stopped it. */
export const TOLD_WAY: ToldEntries = [
  [
    'Purser lets an agent {0} only if its policy says so. Allow it: add "{1}" to the endpoints of its policy, ' +
      'beside the others that it may call.',
    '只有规则明确允许时，Purser 才让智能体{0}。如需允许，请把“{1}”加入其规则的端点列表，与其他允许调用的端点并列。',
  ],
  ['download a model', '下载模型'],
  ['publish a model', '发布模型'],
  ['make a model', '创建模型'],
  ['copy a model', '复制模型'],
  ['delete a model', '删除模型'],
  ['Purser has no provider named "{0}".', 'Purser 中没有名为“{0}”的提供商。'],
  ['Add its key: purser provider add {0}', '请添加它的密钥：`purser provider add {0}`'],
  [
    'See `purser provider list` for those that it has, with the base URL of each.',
    '`purser provider list` 会列出现有提供商及各自的 Base URL。',
  ],
  [
    'Purser does not pass {0} {1} on to {2}: its method is unusual, or encoded dots in its path could lead ' +
      'elsewhere.',
    'Purser 不会把 {0} {1} 转发给 {2}：请求方法不常见，或路径中经过编码的点可能指向别处。',
  ],
  [
    'The path {0} does not say which provider is meant. Use a base URL that does (it ends with /openai/v1, ' +
      '/anthropic, ...), or let the policy of this sub-key name one provider.',
    '路径 {0} 没有说明是哪个提供商。请使用能说明提供商的 Base URL（以 /openai/v1、/anthropic 等结尾），或在这个子密钥的规则中只指定一个提供商。',
  ],
  [
    'Purser already holds as many large requests in memory as it can, of this sub-key or of all. Try again in a ' +
      'moment, with fewer large requests at once.',
    'Purser 内存中的大请求（来自这个子密钥或全部子密钥）已达上限。请稍后重试，并减少同时发送的大请求。',
  ],
  [
    'This call has a field "_method", which could make another call of it than this sub-key may make. Send it ' +
      'with the method that is meant.',
    '这次调用带有字段“_method”，可能使它变成这个子密钥无权进行的调用。请直接用实际的请求方法发送。',
  ],
  [
    'This tool is signed in with {0}. Purser passes on keys, not subscription logins, which no cap could limit. ' +
      "Give the tool a sub-key: purser connect {1}, or purser key issue and set it as the tool's API key.",
    '这个工具是用{0}登录的。Purser 只转发密钥，不转发订阅登录，因为限额无法约束订阅。请给工具一个子密钥：`purser connect {1}`，或运行 `purser key issue` 并把它设为工具的 ' +
      'API 密钥。',
  ],
  ['a Claude plan', ' Claude 订阅'],
  ['a ChatGPT plan', ' ChatGPT 订阅'],
  [
    'Too much waits on this connection. Send the next frame when the one before it is answered.',
    '这个连接上等待的内容过多。请在上一帧得到应答后再发送下一帧。',
  ],
  [
    'The provider of this connection was changed in Purser. Connect again.',
    '这个连接的提供商已在 Purser 中更改。请重新连接。',
  ],
  [
    'The provider began something that nobody had asked for, so Purser ended the session. Connect again.',
    '提供商开始了未经请求的操作，因此 Purser 结束了会话。请重新连接。',
  ],
  [
    'The provider made more than was asked for, so Purser ended the session. Connect again.',
    '提供商生成的内容超过请求，因此 Purser 结束了会话。请重新连接。',
  ],
  [
    'This sub-key has too many open sessions. Close one, and connect again.',
    '这个子密钥打开的会话过多。请关闭一个，再重新连接。',
  ],
  [
    'The provider did not open a session within ten seconds, or refused it. Check the model and the key.',
    '提供商未在十秒内打开会话，或拒绝了会话。请检查模型和密钥。',
  ],
  ['There is no WebSocket here. Use HTTP.', '这里没有 WebSocket。请使用 HTTP。'],
  ['Purser could not finish this request. See its log.', 'Purser 无法完成这个请求。详情请看日志。'],
  ['The provider answered with status {0}.', '提供商返回状态 {0}。'],
  [
    '{0} is paused in Purser: {1}. Resume it in the tray or on the dashboard.',
    '{0} 已在 Purser 中暂停：{1}。请在托盘菜单或仪表盘中恢复。',
  ],
  ['{0} was paused in Purser{1}.', '{0} 已在 Purser 中暂停{1}。'],
  ['{0} was archived in Purser.', '{0} 已在 Purser 中归档。'],
  ['This sub-key was paused in Purser.', '这个子密钥已在 Purser 中暂停。'],
  ['This sub-key was revoked in Purser.', '这个子密钥已在 Purser 中被吊销。'],
  ['Everything was paused in Purser.', 'Purser 中的一切已暂停。'],
  ['{0} identical requests in {1} minutes', '{1} 分钟内有 {0} 个相同的请求'],
  ['{0} a minute, where {1} a minute is usual', '每分钟 {0}，而平时为每分钟 {1}'],
  [
    'on this system Purser cannot see in which folder a tool runs. Remove `folder` from its policy to use it here.',
    '在这个系统上 Purser 无法得知工具在哪个目录中运行。请从其规则中移除 `folder` 再使用。',
  ],
  ['its connection is closed.', '它的连接已关闭。'],
  ['Purser could not see in which folder this tool runs.', 'Purser 无法得知这个工具在哪个目录中运行。'],
  ['{0} may be used only in {1}, and {2}', '{0}只能在 {1} 目录中使用，但{2}'],
];
