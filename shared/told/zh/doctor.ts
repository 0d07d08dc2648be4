import type { ToldEntries } from '../told.ts';

/** What the check of the setup finds. */
export const TOLD_DOCTOR: ToldEntries = [
  [
    '{0} is set in {1}, and NO_PROXY does not exclude 127.0.0.1: {2}.',
    '{1} 中设置了 {0}，而 NO_PROXY 没有排除 127.0.0.1：{2}。',
  ],
  [
    '{0} is set, and NO_PROXY does not exclude 127.0.0.1: {1}. The doctor says what to do.',
    '设置了 {0}，而 NO_PROXY 没有排除 127.0.0.1：{1}。请用“检查配置”查看处理方法。',
  ],
  [
    'tools send their prompts and their sub-key to that proxy instead of Purser',
    '工具会把提示词和子密钥发给该代理，而不是 Purser',
  ],
  ['{0} may send its sub-key to that proxy instead of Purser', '{0} 可能会把子密钥发给该代理，而不是 Purser'],
  [
    'Add {0} to NO_PROXY and to no_proxy there, then open a new terminal.',
    '请在该处把 {0} 加入 NO_PROXY 和 no_proxy，然后打开新终端。',
  ],
  ['{0} `purser run` does this by itself.', '{0}`purser run` 会自动处理。'],
  ['Remove {0} from {1}, then open a new terminal.', '请从 {1} 中移除 {0}，然后打开新终端。'],
  [
    '{0} is set in {1}: with it, {2} bypasses Purser and goes straight to the vendor.',
    '{1} 中设置了 {0}：这样 {2} 会绕过 Purser，直接访问提供商。',
  ],
  [
    '{0} is set in {1}: {2} reads its config from a different folder than the one Purser wrote to.',
    '{1} 中设置了 {0}：{2} 读取配置的文件夹不是 Purser 写入的那个。',
  ],
  ['{0} Or start Purser with the same {1} and connect again.', '{0}或者用相同的 {1} 启动 Purser，再重新连接。'],
  ['{0} is set in {1} and overrides what Purser wrote for {2}.', '{1} 中设置了 {0}，会覆盖 Purser 为 {2} 写入的内容。'],
  ['{0} in {1} is {2}: {3}', '{1} 中的 {0} 为 {2}：{3}'],
  ['Purser does not listen on that port; it serves {0}.', 'Purser 没有监听该端口；它的地址是 {0}。'],
  ['it names none of your providers ({0}).', '其中没有你的任何提供商（{0}）。'],
  [
    'this variable must not end in /v1, because programs add it themselves.',
    '这个变量不能以 /v1 结尾，因为程序会自行添加。',
  ],
  ['Set {0} to {1}, or let Purser do it.', '请把 {0} 设为 {1}，或让 Purser 处理。'],
  [
    '{0} in {1} holds a sub-key, but no base URL points at Purser: programs send the sub-key to the vendor, ' +
      'which refuses it.',
    '{1} 中的 {0} 是子密钥，但没有指向 Purser 的 Base URL：程序会把子密钥发给提供商，而提供商会拒绝。',
  ],
  ['Set {0} too, or let Purser do it.', '请同时设置 {0}，或让 Purser 处理。'],
  [
    'The base URL in {0} points at Purser, but {1} holds another key: Purser refuses it.',
    '{0} 中的 Base URL 指向 Purser，但 {1} 是另一个密钥：Purser 会拒绝它。',
  ],
  ['Put a sub-key there, or let Purser do it.', '请在那里填入子密钥，或让 Purser 处理。'],
  [
    '{0} in {1} holds a sub-key. Libraries that read this name ignore the base URL (LangChain JS, Vercel AI SDK) ' +
      'and would send it to Google.',
    '{1} 中的 {0} 是子密钥。读取这个变量名的库（LangChain JS、Vercel AI SDK）会忽略 Base URL，把它发给 Google。',
  ],
  [
    'Use GEMINI_API_KEY with GOOGLE_GEMINI_BASE_URL instead, and remove {0}.',
    '请改用 GEMINI_API_KEY 和 GOOGLE_GEMINI_BASE_URL，并移除 {0}。',
  ],
  ['line {0} of {1}', '{1} 第 {0} 行'],
  [
    'Added lines to {0} that keep proxies off this machine. New terminals have them; marks show where they begin ' +
      'and end.',
    '已在 {0} 中添加几行，让访问本机的请求不走代理。新打开的终端会生效；首尾有标记。',
  ],
  ['The sub-key of {0} was revoked, and {1} still holds it.', '{0} 的子密钥已吊销，但 {1} 中仍保留着它。'],
  ['{0} uses the provider "{1}", which does not exist any more.', '{0} 使用的提供商“{1}”已不存在。'],
  ['{0}: {1} (and {2} more).', '{0}：{1}（另有 {2} 处）。'],
  ['{0}: {1}.', '{0}：{1}。'],
  ['Purser has MCP servers, and {0} has no entry for them yet.', 'Purser 中有 MCP 服务器，而 {0} 还没有它们的条目。'],
  ['it still points at {0}, and Purser now serves {1}', '它仍指向 {0}，而 Purser 现在的地址是 {1}'],
  ['the file cannot be read', '文件无法读取'],
  ['the file was deleted', '文件已被删除'],
  ['the file was changed', '文件已被修改'],
  ["Purser's lines are gone", 'Purser 写入的行不见了'],
  ["Purser's lines were changed", 'Purser 写入的行被改动了'],
  ["Wrote the change to {0}'s files again.", '已把更改重新写入 {0} 的文件。'],
  ['Connected {0} again.', '已重新连接 {0}。'],
  ['{0} follows {1}, which leads past Purser', '{0} 采用了 {1}，这会绕过 Purser'],
  ['{0} follows {1}, which leads past Purser.', '{0} 采用了 {1}，这会绕过 Purser。'],
  ['{0} follows {1}, which leads past Purser ({2}).', '{0} 采用了 {1}，这会绕过 Purser（{2}）。'],
  ['{0} has its own login, which overrides what Purser wrote.', '{0} 有自己的登录，会覆盖 Purser 写入的内容。'],
  [
    '{0} makes {1} use another login here instead of the key that Purser gave it.',
    '{0} 会让 {1} 在这里使用其他登录，而不是 Purser 给它的密钥。',
  ],
  ['Remove it, or set it to "{0}".', '请移除它，或把它设为“{0}”。'],
  [
    "While you are logged in, the CLI loads an assistant from Continue's hub instead of this file, unless you " +
      'chose this file last.',
    '登录期间，CLI 会从 Continue 的 Hub 加载助手，而不是使用这个文件，除非你上次选择的是这个文件。',
  ],
  [
    'Log out (`cn logout`), or choose the file once: `cn --config ~/.continue/config.yaml`.',
    '请退出登录（`cn logout`），或选择一次该文件：`cn --config ~/.continue/config.yaml`。',
  ],
  [
    'Claude Code is signed in with a Claude plan. Started where the usual variables are set, it may send that ' +
      'login to Purser, which refuses it.',
    'Claude Code 是用 Claude 订阅登录的。在设置了常用变量的环境中启动时，它可能会把该登录发给 Purser，而 Purser 会拒绝。',
  ],
  [
    'Codex has its own login and reads no base URL from variables: it bypasses Purser and goes straight to OpenAI.',
    'Codex 有自己的登录，且不从变量读取 Base URL：它会绕过 Purser，直接访问 OpenAI。',
  ],
  [
    'Gemini CLI is signed in with Google. Until a key is selected in its settings it uses that login, past ' +
      'Purser, whatever the variables say.',
    'Gemini CLI 已用 Google 登录。在其设置中选择密钥之前，无论变量如何设置，它都会使用该登录并绕过 Purser。',
  ],
  [
    'A key of {0} is here in plain text: every program you run can read it and spend without a limit.',
    '这里有 {0} 的明文密钥：你运行的任何程序都能读取它，并无限制地花费。',
  ],
  [
    '{0}, a key of {1}, is here in plain text: every program you run can read it and spend without a limit.',
    '{0}（{1} 的密钥）在这里以明文存放：你运行的任何程序都能读取它，并无限制地花费。',
  ],
  [
    'Add it to Purser, connect the tool, and remove the key from this file.',
    '请把它添加到 Purser，连接该工具，并从这个文件中移除密钥。',
  ],
  [
    'Moved the key on line {0} of {1} into the secret store as provider "{2}". A sub-key with a cap of $5.00 a ' +
      'day takes its place. Copies elsewhere (shell history, backups, git) are not touched: replace the key at the ' +
      'provider if there are any.',
    '已把 {1} 第 {0} 行的密钥作为提供商“{2}”移入密钥库，原处换成了限额为每天 $5 的子密钥。其他位置的副本（shell 历史、备份、git）没有改动：如有副本，请在提供商处更换密钥。',
  ],
  ['{0} in this .env overrides what Purser wrote for {1}.', '这个 .env 中的 {0} 会覆盖 Purser 为 {1} 写入的内容。'],
  ['Remove the line, or connect the project itself.', '请删除这一行，或直接连接该项目。'],
  ['{0} in this project overrides what Purser wrote for {1}.', '这个项目中的 {0} 会覆盖 Purser 为 {1} 写入的内容。'],
  ["Remove it from the project's file.", '请从项目文件中移除它。'],
  ["{0}'s config in this project", '{0} 在这个项目中的配置'],
  ['{0} cannot read this file: {1}.', '{0} 无法读取这个文件：{1}。'],
  ['Fix the file.', '请修正该文件。'],
  ['Fix that line.', '请修正该行。'],
  ['Fix it where you start Purser, then start Purser again.', '请在启动 Purser 的环境中修正，再重新启动 Purser。'],
  [
    '{0} goes out {1}, but the running Purser goes out {2}: it was started with other variables.',
    '{0}{1}访问外部，而正在运行的 Purser {2}访问外部：它是用不同的变量启动的。',
  ],
  [
    'If providers cannot be reached, start Purser again from this shell.',
    '如果无法连接提供商，请从这个 shell 重新启动 Purser。',
  ],
  ['through {0} ({1})', '通过 {0}（{1}）'],
  ['a proxy that cannot be used', '一个无法使用的代理'],
  ['straight to providers', '直接'],
  ['this shell', '这个 shell'],
  [
    'Purser could not look at {0} ({1}), so problems there are not listed.',
    'Purser 无法检查{0}（{1}），因此没有列出其中的问题。',
  ],
  ['Run this again. If it fails again, check there yourself.', '请再运行一次。如果仍然失败，请自行检查。'],
  [
    'Check the file yourself. If the project is not yours, be wary of it.',
    '请自行检查该文件。如果项目不是你的，请多加小心。',
  ],
  ['the connection {0}', '连接 {0}'],
  ['the environment Purser was started in', '启动 Purser 的环境'],
  ['the startup files of shells', ' shell 启动文件'],
  ["logins of the tools' own", '工具自己的登录'],
  ['the login of {0}', ' {0} 的登录'],
  ['the login of {0} beside the shell', ' {0} 在 shell 之外的登录'],
  ['the project {0}', '项目 {0}'],
  ['keys in plain text', '明文密钥'],
  ['unknown reason', '原因不明'],
];
