import type { ToldEntries } from '../told.ts';

/** Steps that a person takes by hand, and how a tool is known. */
export const TOLD_BY_HAND: ToldEntries = [
  [
    'The Claude Code extension of VS Code reads the same file; when it asks to log in, choose the custom API option.',
    'VS Code 的 Claude Code 扩展读取同一个文件；当它要求登录时，请选择自定义 API 选项。',
  ],
  [
    'In the VS Code extension, choose the same provider in its settings for Plan and for Act.',
    '请在 VS Code 扩展的设置中，为 Plan 和 Act 选择同一个提供商。',
  ],
  [
    'The CLI takes the first model, which is now Purser\'s. In an editor, choose a model named "(Purser)".',
    'CLI 会采用第一个模型，现在就是 Purser 的模型。在编辑器中，请选择名为“(Purser)”的模型。',
  ],
  ['Choose a model under "{0}".', '请选择“{0}”下的模型。'],
  ['Choose the profile "purser".', '请选择配置“purser”。'],
  ['Choose a model under "Purser" with /models.', '请用 /models 选择“Purser”下的模型。'],
  ['Choose a model named "(Purser)" with /model.', '请用 /model 选择名为“(Purser)”的模型。'],
  ['Choose a model named "(Purser)" in the chat\'s model list.', '请在聊天的模型列表中选择名为“(Purser)”的模型。'],
  [
    'It is made for xAI: with several providers, connect it with --provider xai --model NAME. A new project ' +
      'begins with grok-code-fast-1: choose with -m or /models.',
    '它是为 xAI 设计的：有多个提供商时，请用 --provider xai --model NAME 连接。新项目默认使用 grok-code-fast-1：请用 -m 或 /models 选择。',
  ],
  [
    'Zed started from a dock or menu does not see shell variables: start it with `zed` in a terminal.',
    '从 Dock 或菜单启动的 Zed 看不到 shell 变量：请在终端中用 `zed` 启动。',
  ],
  [
    'Settings > Tools > AI Assistant > Models & API Keys > Third-party providers > OpenAI-compatible:',
    '在 Settings > Tools > AI Assistant > Models & API Keys > Third-party providers > OpenAI-compatible 中：',
  ],
  ['  API key: {0}', '  API 密钥：{0}'],
  ['  Model:   {0}', '  模型：    {0}'],
  ['  URL:     {0}', '  URL：     {0}'],
  [
    'Take the provider out: Settings > Tools > AI Assistant > Models & API Keys > Third-party providers. Its ' +
      'sub-key is revoked.',
    '请移除该提供商：Settings > Tools > AI Assistant > Models & API Keys > Third-party providers。它的子密钥已吊销。',
  ],
  [
    "export PURSER_NVIM_API_KEY={0}   -- in your shell's startup file",
    'export PURSER_NVIM_API_KEY={0}   -- 写入 shell 启动文件',
  ],
  [
    'Take the adapter "purser" out of your config and PURSER_NVIM_API_KEY out of your shell\'s startup file: its ' +
      'sub-key is revoked.',
    '请从配置中移除适配器“purser”，并从 shell 启动文件中移除 PURSER_NVIM_API_KEY：它的子密钥已吊销。',
  ],
  [
    'Terminals that are open still hold the variables with the revoked sub-key: close them.',
    '已打开的终端仍带有含已吊销子密钥的变量：请关闭它们。',
  ],
  [
    'Editor terminals that are open still hold the variables with the revoked sub-key: close them.',
    '编辑器中已打开的终端仍带有含已吊销子密钥的变量：请关闭它们。',
  ],
  ['Log out and in again.', '请注销后重新登录。'],
  [
    'Log out and in again: until then, programs that are started still get the revoked sub-key.',
    '请注销后重新登录：在此之前，新启动的程序仍会得到已吊销的子密钥。',
  ],
  ['In PowerShell, once:', '在 PowerShell 中运行一次：'],
  [
    'The user environment of Windows still holds the revoked sub-key. In PowerShell, once:',
    'Windows 用户环境中仍有已吊销的子密钥。请在 PowerShell 中运行一次：',
  ],
  [
    'Until the next login, programs that are started still get the revoked sub-key. To end that now:',
    '在下次登录之前，新启动的程序仍会得到已吊销的子密钥。如需立即停止：',
  ],
  ['Run `direnv allow` in the folder.', '请在该文件夹中运行 `direnv allow`。'],
  [
    'Run `direnv allow` in the folder again: its .envrc is as it was before.',
    '请在该文件夹中再次运行 `direnv allow`：其 .envrc 已恢复原状。',
  ],
];
