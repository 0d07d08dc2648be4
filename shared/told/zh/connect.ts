import type { ToldEntries } from '../told.ts';

/** Whether a connection works, and what leads past Purser. */
export const TOLD_CONNECT: ToldEntries = [
  ['{0}. Repair the connection first.', '{0}。请先修复连接。'],
  ['{0} made a request of its own, and it arrived with its sub-key.', '{0} 发出了自己的请求，并已带着它的子密钥到达。'],
  ['{0} was run ({1}), and no request with its sub-key arrived.', '已运行 {0}（{1}），但没有收到带有其子密钥的请求。'],
  ['The doctor may know why.', '“检查配置”也许能找到原因。'],
  [
    'Purser cannot see into {0}. Use it once: the connection turns green when its first request arrives.',
    'Purser 无法查看 {0} 内部。请使用一次：收到首个请求后，连接会变成绿色。',
  ],
  [
    'There is no address or no sub-key in its files. Repair the connection first.',
    '它的文件中缺少地址或子密钥。请先修复连接。',
  ],
  [
    '{0} would ask {1}, and nothing is served there. Is the provider still in Purser, and does it speak this ' +
      'protocol? Then connect {2} again.',
    '{0} 会请求 {1}，但那里没有提供服务。提供商是否仍在 Purser 中，且支持该协议？如果是，请重新连接 {2}。',
  ],
  ['The address and the sub-key in its file work. But {0} ({1}).', '文件中的地址和子密钥可用。但 {0}（{1}）。'],
  [
    'A request with the address and the sub-key from its file arrived, at the path that {0} asks.',
    '已收到用其文件中的地址和子密钥发出的请求，路径与 {0} 使用的一致。',
  ],
  [
    'A request with the address and the sub-key from its file arrived, at the path that {0} asks. {1} itself has ' +
      'not made one yet.',
    '已收到用其文件中的地址和子密钥发出的请求，路径与 {0} 使用的一致。{1} 自己还没有发出请求。',
  ],
  [
    'Take the line out, so that it follows the main model, or name one of OpenAI or Anthropic.',
    '请删除该行，让它跟随主模型；或指定 OpenAI 或 Anthropic 的模型。',
  ],
  [
    'Take the line out: with it Claude Code asks that cloud and not the base URL.',
    '请删除该行：有它时 Claude Code 会请求该云服务，而不是 Base URL。',
  ],
  [
    'Move the models named "(Purser)" to the top of the list, or connect Continue again.',
    '请把名为“(Purser)”的模型移到列表顶部，或重新连接 Continue。',
  ],
  [
    'Choose a model under "purser" in Crush, for the large and for the small one.',
    '请在 Crush 中为大模型和小模型都选择“purser”下的模型。',
  ],
  ['Take the line out, or write "purser" there with a model of its own.', '请删除该行，或在那里写入“purser”及其模型。'],
  [
    'Choose a model under "Purser" there, as in "purser/MODEL", or take the line out and choose with /models.',
    '请在那里选择“Purser”下的模型，例如“purser/MODEL”；或删除该行，再用 /models 选择。',
  ],
  [
    'Give it a model under "purser", or take its own model out so that it takes the default.',
    '请给它指定“purser”下的模型，或去掉它自己的模型，使其采用默认值。',
  ],
  [
    'Choose a model under "purser" in the agent panel, or write its provider there.',
    '请在智能体面板中选择“purser”下的模型，或在那里写入其提供商。',
  ],
];
