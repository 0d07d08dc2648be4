import type { ToldEntries } from '../told.ts';

/** Notes on a change before it is made, what stays after it, and why it cannot be made. */
export const TOLD_PLAN_NOTES: ToldEntries = [
  ['{0} is a link out of the project: the change is made in {1}.', '{0} 是指向项目之外的链接：更改会写入 {1}。'],
  [
    'Other users of this machine can read {0}, and it will hold a sub-key. Keep them out: chmod go-rwx {1}',
    '本机的其他用户可以读取 {0}，而其中将有子密钥。请限制权限：`chmod go-rwx {1}`',
  ],
  [
    'So the line {0} goes into {1}, and away again when you disconnect.',
    '因此会在 {1} 中加入 {0} 一行，断开连接时再移除。',
  ],
  [
    '{0} will hold a sub-key, and it is in the git repository {1}: the sub-key would go with the next commit.',
    '{0} 中将有子密钥，而它在 git 仓库 {1} 中：子密钥会随下一次提交进入仓库。',
  ],
  [
    '{0} holds a sub-key, and it is in the git repository {1}: the sub-key would go with the next commit.',
    '{0} 中有子密钥，而它在 git 仓库 {1} 中：子密钥会随下一次提交进入仓库。',
  ],
  [
    'Take it out of the repository (git rm --cached) and keep it out with the line {0} in .gitignore, or disconnect.',
    '请把它移出仓库（`git rm --cached`），并在 .gitignore 中加入 {0} 一行，或断开连接。',
  ],
  [
    '{0} will hold a sub-key, and git would take it into the repository {1}.',
    '{0} 中将有子密钥，而 git 会把它收入仓库 {1}。',
  ],
  [
    '{0} holds a sub-key, and git would take it into the repository {1}.',
    '{0} 中有子密钥，而 git 会把它收入仓库 {1}。',
  ],
  ['Put the line {0} into its .gitignore.', '请把 {0} 一行写入其 .gitignore。'],
  [
    'Put the line {0} into {1} (yours alone) or into its .gitignore.',
    '请把 {0} 一行写入 {1}（只对你有效）或其 .gitignore。',
  ],
  ['CLI {0}; the extension was not run', 'CLI {0}；扩展未实际运行'],
  ['CLI {0}; the project has ended', 'CLI {0}；该项目已停止维护'],
  ['docs of others; not run', '他人的文档；未实际运行'],
  ['{0}; not run', '{0}；未实际运行'],
  ['{0}, and the documentation', '{0}，以及文档'],
  [
    'of models by Cursor staff, forum.cursor.com/t/160995; of MCP its documentation says so',
    '关于模型：Cursor 员工在 forum.cursor.com/t/160995 的说明；关于 MCP：依据其文档',
  ],
  [
    'the SDKs, and bash, zsh and fish, on Linux; PowerShell was not run',
    '在 Linux 上的各 SDK 以及 bash、zsh 和 fish；PowerShell 未实际运行',
  ],
  ['which tools read it', '哪些工具会读取它'],
  ['not run', '未实际运行'],
  ['the whole file', '整个文件'],
  ['the file was deleted, and its contents are not restored', '文件已被删除，其内容不会恢复'],
  ['the file was changed since, so it is left there', '文件此后有改动，因此予以保留'],
  [
    'lines between the marks were changed since; they were removed with the marks',
    '标记之间的行此后有改动；已连同标记一起移除',
  ],
  ['{0} was changed since', '{0} 此后有改动'],
  ['what {0} was before cannot be read any more, so it is taken out', '{0} 之前的值已无法读取，因此予以移除'],
  ['"{0}" cannot be taken out without touching something else', '移除“{0}”必然会影响其他内容'],
  [
    'The files have changed since you looked at this change. Nothing was done; look at the change again.',
    '查看这项更改之后，文件又有变动。没有进行任何操作；请重新查看更改。',
  ],
  [
    'The sub-key of this connection was revoked. Disconnect it and connect it again.',
    '这个连接的子密钥已吊销。请断开后重新连接。',
  ],
  ['{0} cannot be connected: {1}', '{0} 无法连接：{1}'],
  ['{0} cannot fetch its key from a command.', '{0} 无法通过命令获取密钥。'],
  ['There is nothing Purser could set up for {0} on this machine.', '本机上没有 Purser 可以为 {0} 设置的内容。'],
  ['Purser knows no way to give {0} its MCP servers.', 'Purser 没有办法把 MCP 服务器提供给 {0}。'],
  [
    '{0} needs to know which models there are: name them with --model NAME.',
    '{0} 需要知道有哪些模型：请用 --model NAME 指定。',
  ],
  [
    '{0} needs a provider it can work with. Add a provider key first: {1}.',
    '{0} 需要可用的提供商。请先添加提供商密钥：{1}。',
  ],
  [
    '{0} is connected for one project folder at a time: say which one.',
    '{0} 每次只为一个项目文件夹连接：请指明是哪一个。',
  ],
  [
    '{0} can only be connected for the whole machine, not for one project folder.',
    '{0} 只能为整台电脑连接，不能只为一个项目文件夹连接。',
  ],
  ['A project folder is an absolute path.', '项目文件夹必须是绝对路径。'],
  [
    'The path of this project folder holds a line break or another control character. Rename the folder first.',
    '这个项目文件夹的路径含有换行符或其他控制字符。请先重命名文件夹。',
  ],
  ['There is no folder {0}.', '文件夹 {0} 不存在。'],
  [
    '"{0}" cannot be set here without touching something else (is a key there twice, or an alias or an anchor in ' +
      'the way?)',
    '在这里设置“{0}”必然会影响其他内容（是否有重复的键，或有别名、锚点阻碍？）',
  ],
  ['{0} is not a {1} here, so nothing can be put into it', '{0} 在这里不是{1}，因此无法写入内容'],
  ['group of settings', '一组设置'],
  ['list', '列表'],
  ['Purser knows no tool "{0}". See `purser connections`.', 'Purser 不认识工具“{0}”。请看 `purser connections`。'],
  ['"{0}" is not connected. See `purser connections`.', '“{0}”没有连接。请看 `purser connections`。'],
  [
    '{0}, line {1}: {2}. Purser changed nothing. Fix that line and try again.',
    '{0} 第 {1} 行：{2}。Purser 没有更改任何内容。请修正该行后重试。',
  ],
  [
    '{0}: {1}. Purser changed nothing. Change that in the file and try again.',
    '{0}：{1}。Purser 没有更改任何内容。请在文件中修改后重试。',
  ],
  [
    'This Purser leaves the tools on this machine alone, because everything in it is simulated. Connect tools in ' +
      'the real one.',
    '这个 Purser 中的一切都是模拟的，因此不会改动本机的工具。请在真实的 Purser 中连接工具。',
  ],
  [
    'There is no `purser` command on the PATH that the tool could ask. Install it there (npm link), or let the ' +
      'file hold the sub-key.',
    'PATH 中没有可供工具调用的 `purser` 命令。请安装它（`npm link`），或把子密钥写入文件。',
  ],
];
