import type { ToldEntries } from '../told.ts';

/** MCP servers of tools that are moved behind Purser. */
export const TOLD_MOVING: ToldEntries = [
  [
    'A browser may not say which command runs on this machine. Do this in the app, or in a terminal: {0}',
    '浏览器不能指定在本机运行的命令。请在应用中操作，或在终端中运行：{0}',
  ],
  ['"{0}" cannot be its name: {1}', '“{0}”不能作为名称：{1}'],
  [
    '{0} stands for another MCP server by now, so that one is left there',
    '{0} 现在指向另一个 MCP 服务器，因此予以保留',
  ],
  ['the MCP server {0} stays in Purser, too', 'MCP 服务器 {0} 也保留在 Purser 中'],
  [
    'This Purser keeps secrets in memory until it stops: those of the servers would be lost then. Start it with ' +
      'the keychain or a vault (purser serve --secrets vault), and move them there.',
    '这个 Purser 只在内存中保存密钥，停止后服务器的密钥就会丢失。请用钥匙串或保险库启动（`purser serve --secrets vault`），再进行移动。',
  ],
  [
    '{0} is not connected, so it could not reach its servers behind Purser. Connect it first: purser connect {1}',
    '{0} 没有连接，因此无法访问 Purser 后面的服务器。请先连接：`purser connect {1}`',
  ],
  ['There is nothing to move for {0}. Nothing was changed.', '{0} 没有可移动的内容。没有更改任何内容。'],
  [
    'The files or the servers have changed since you looked at this move. Nothing was done; look at it again.',
    '查看这次移动之后，文件或服务器又有变动。没有进行任何操作；请重新查看。',
  ],
  [
    '{0} has no MCP server of its own named "{1}" in {2}. It has: {3}.',
    '{0} 在 {2} 中没有名为“{1}”的自有 MCP 服务器。现有：{3}。',
  ],
  ['Purser does not know where {0} keeps its MCP servers.', 'Purser 不知道 {0} 把 MCP 服务器保存在哪里。'],
  ['{0} keeps no MCP servers for one project in a file of yours.', '{0} 不在你的文件中为单个项目保存 MCP 服务器。'],
  [
    'What stood in {0} cannot be read any more: the secret store has lost its key. The servers stay in Purser ' +
      '(purser mcp list); write them into the file by hand.',
    '{0} 中原来的内容已无法读取：密钥库丢失了对应的密钥。服务器仍保留在 Purser 中（`purser mcp list`）；请手动写入文件。',
  ],
  ['"{0}" cannot be put back without touching something else', '恢复“{0}”必然会影响其他内容'],
  [
    'No MCP server of {0} was moved behind Purser. Nothing was changed.',
    '没有把 {0} 的 MCP 服务器移到 Purser 后面。没有更改任何内容。',
  ],
  [
    'Its MCP servers were moved behind Purser, and it reaches them by that entry. Put them back first: {0} --undo',
    '它的 MCP 服务器已移到 Purser 后面，并通过该条目访问。请先移回：`{0} --undo`',
  ],
  ['MCP servers of the tools', '工具的 MCP 服务器'],
  ['{0} Once it is connected, move them: {1}', '{0}连接后再移动它们：{1}'],
];
