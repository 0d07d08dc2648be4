/**
 * Texts of tools in Chinese, by the English text that the gateway tells:
 * when a tool notices a change, and how much of what it does can be metered.
 */
export const TOOL_TEXTS: ReadonlyMap<string, string> = new Map([
  ['At once, also in sessions that are running.', '立即生效，正在运行的会话也一样。'],
  [
    'With the next session: a running one keeps what it began with.',
    '从下一个会话起；正在运行的会话沿用启动时的设置。',
  ],
  ['In new terminals.', '在新打开的终端中。'],
  ['After a restart of OpenCode.', '重启 OpenCode 后。'],
  ['With the next start, or when /model is opened.', '下次启动时，或打开 /model 时。'],
  ['After a restart of Kilo.', '重启 Kilo 后。'],
  ['With the next session.', '从下一个会话起。'],
  ['With the next start.', '下次启动时。'],
  [
    'At once: its own gateway watches the file. It shows a refusal as "authentication failed": its ' +
      'log and Purser have the reason. It then sends nothing for about a minute, even if the cap was ' +
      'raised.',
    '立即生效，因为它自带的网关会监视该文件。请求被拒绝时它显示“authentication failed”，原因见它的日志和 Purser。此后约一分钟内它不会发送任何请求，即使限额已经提高。',
  ],
  ['At once in the editors; with the next start of the CLI.', '在编辑器中立即生效；CLI 在下次启动时生效。'],
  ['At once; restart VS Code if the models do not appear.', '立即生效；如果没有出现这些模型，请重启 VS Code。'],
  ['In new editor terminals.', '在编辑器新打开的终端中。'],
  ['At once.', '立即。'],
  [
    'After a restart of Cursor; then switch the server on under MCP, if it is off.',
    '重启 Cursor 后；如果该服务器未启用，请在 MCP 中启用它。',
  ],
  ['After a restart of Neovim.', '重启 Neovim 后。'],
  ['With the next start of the program.', '程序下次启动时。'],
  ['After `direnv allow`.', '运行 `direnv allow` 后。'],
  ['After the next login.', '下次登录系统后。'],

  [
    'All model calls, also of subagents and of a claude.ai login, which is not used while connected.',
    '所有模型调用，包括子智能体的调用。连接期间不使用 claude.ai 登录。',
  ],
  [
    'All model calls of the CLI. A ChatGPT login stays signed in, but requests go through Purser.',
    'CLI 的所有模型调用。ChatGPT 保持登录，但请求经由 Purser。',
  ],
  [
    'All model calls of sessions started from a shell that has the variables; its telemetry goes to ' +
      'Google directly.',
    '从带有这些变量的 shell 启动的会话的所有模型调用；其遥测数据直接发送给 Google。',
  ],
  [
    'The models under "Purser". Built-in providers that the person logged into stay as they are and ' +
      'are not metered.',
    '“Purser”下的模型。你已登录的内置提供商保持不变，不计量。',
  ],
  [
    'The models under "purser", one of which becomes the default. Others that the person logged into ' +
      'stay as they are and are not metered.',
    '“purser”下的模型，其中一个成为默认模型。你已登录的其他模型保持不变，不计量。',
  ],
  [
    'The models under "Purser". Kilo\'s own providers stay as they are; the extension before version ' +
      '7 keeps its settings where no program can write.',
    '“Purser”下的模型。Kilo 自带的提供商保持不变；7 之前版本的扩展把设置存放在其他程序无法写入的位置。',
  ],
  [
    'All model calls, also the memory call after each turn. Its telemetry goes out directly.',
    '所有模型调用，包括每轮之后的记忆调用。其遥测数据直接发出。',
  ],
  [
    'The models under "purser", one of which becomes the default. A Kimi login and other providers ' +
      'stay as they are and are not metered.',
    '“purser”下的模型，其中一个成为默认模型。Kimi 登录和其他提供商保持不变，不计量。',
  ],
  [
    'The models under "purser", which becomes the default, without fallbacks. Agents with a model of ' +
      'their own and other providers stay as they are; the search of its memory asks OpenAI directly ' +
      'where there is an OPENAI_API_KEY.',
    '“purser”下的模型；该提供商成为默认，且没有备用模型。自带模型的智能体和其他提供商保持不变；如果存在 OPENAI_API_KEY，其记忆搜索会直接请求 OpenAI。',
  ],
  [
    'The CLI; its telemetry goes to Cline directly. The VS Code extension reads the same keys, but ' +
      'its choice of provider per mode is made in its own settings.',
    'CLI；其遥测数据直接发送给 Cline。VS Code 扩展读取相同的密钥，但每种模式使用哪个提供商由它自己的设置决定。',
  ],
  [
    'The models named "(Purser)". Others in the config stay as they are; Gemini is left out, because ' +
      'Continue ignores a base URL there.',
    '名称带有“(Purser)”的模型。配置中的其他模型保持不变；不含 Gemini，因为 Continue 会忽略它的 Base URL。',
  ],
  [
    "All model calls of sessions started from a shell that has the variables. GitHub's own models " +
      'are not used then.',
    '从带有这些变量的 shell 启动的会话的所有模型调用。此时不使用 GitHub 自己的模型。',
  ],
  [
    'All calls to OpenAI and Anthropic models; other vendors that the person set up are not touched.',
    '对 OpenAI 和 Anthropic 模型的所有调用；你设置的其他厂商不受影响。',
  ],
  [
    'All model calls of sessions started from a shell that has the variable.',
    '从带有该变量的 shell 启动的会话的所有模型调用。',
  ],
  [
    'The models under "purser" (OpenAI-compatible ones). Other providers stay as they are.',
    '“purser”下的模型（兼容 OpenAI 的模型）。其他提供商保持不变。',
  ],
  [
    'The profile named "purser". Whether the IDE plugin reads it is not known.',
    '名为“purser”的配置。IDE 插件是否读取它尚不清楚。',
  ],
  [
    'The models named "(Purser)" in the CLI. Factory\'s own models go through its servers, and it ' +
      'needs a Factory login for any model.',
    'CLI 中名称带有“(Purser)”的模型。Factory 自己的模型经由其服务器，且使用任何模型都需要登录 Factory。',
  ],
  [
    'All model calls. They are chat completions, in which OpenAI refuses functions for gpt-5.6 and ' +
      'later: it is made for xAI.',
    '所有模型调用。它使用 chat completions，而 OpenAI 从 gpt-5.6 起在其中拒绝函数调用：这个工具是为 xAI 设计的。',
  ],
  [
    'Chat with the models named "Purser". Inline completions, embeddings and Copilot\'s own models ' +
      'are not: they never leave GitHub.',
    '与名为“Purser”的模型的聊天。行内补全、嵌入和 Copilot 自己的模型除外：它们始终留在 GitHub。',
  ],
  [
    "Tools and scripts that are started in the editor's terminal and read the usual variables. " +
      'Extensions are not.',
    '在编辑器终端中启动并读取常用变量的工具和脚本。扩展除外。',
  ],
  [
    'The agent panel with models under "purser", when Zed is started from a shell that has the ' +
      'variables (or the key was pasted in its dialog). External agents have their own config; edit ' +
      'predictions go to Zed.',
    '智能体面板中“purser”下的模型，前提是 Zed 从带有这些变量的 shell 启动（或已在其对话框中粘贴密钥）。外部智能体有各自的配置；编辑预测发送给 Zed。',
  ],
  [
    "Chat with the provider entered by hand (chat completions only). Code completion by JetBrains' " +
      'own models is not.',
    '与手动填写的提供商的聊天（仅限 chat completions）。由 JetBrains 自己的模型提供的代码补全除外。',
  ],
  ['The adapter entered by hand. Other adapters stay as they are.', '手动填写的适配器。其他适配器保持不变。'],
  [
    'Calls of tools of the MCP servers in Purser, and no model calls: Cursor sends every one of those through its ' +
      'own servers, even with your own base URL, and those cannot reach this machine. Tools in its terminal can be ' +
      'connected one by one.',
    '计量对 Purser 中 MCP 服务器工具的调用，不计量模型调用：Cursor 的每次模型调用都经由它自己的服务器，即使设置了你自己的 Base URL，' +
      '而这些服务器无法访问本机。其终端中的工具可以逐个连接。',
  ],
  [
    "The Cursor CLI takes neither a base URL nor your own provider key: it talks to Cursor's servers " +
      'in their protocol, and the models run there.',
    'Cursor CLI 既不接受 Base URL，也不接受你自己的提供商密钥：它用 Cursor 的协议与 Cursor 的服务器通信，模型在那里运行。',
  ],
  [
    'Windsurf has no setting for a base URL: its models, even with your own key, run through its ' +
      'service. Tools in its terminal can be connected one by one.',
    'Windsurf 没有 Base URL 设置：即使用你自己的密钥，它的模型也经由它的服务。其终端中的工具可以逐个连接。',
  ],
  [
    'Amp talks to its own server in its own protocol, and the models run there.',
    'Amp 用自己的协议与自己的服务器通信，模型在那里运行。',
  ],
  [
    "Auggie talks to Augment's server in its own protocol, and the models run there: your own keys " +
      'are sent to that server.',
    'Auggie 用自己的协议与 Augment 的服务器通信，模型在那里运行：你自己的密钥会发送到该服务器。',
  ],
  [
    'Programs that read the usual variables (SDKs of OpenAI and Anthropic, LiteLLM, google-genai). ' +
      'The Vercel AI SDK and LangChain JS ignore the base URL for Google models.',
    '读取常用变量的程序（OpenAI 和 Anthropic 的 SDK、LiteLLM、google-genai）。' +
      'Vercel AI SDK 和 LangChain JS 会忽略 Google 模型的 Base URL。',
  ],
  [
    'Programs that load the .env (most frameworks, Aider, Gemini CLI, Qwen Code). Claude Code, ' +
      'Codex, OpenCode and Copilot CLI never read it.',
    '加载 .env 的程序（大多数框架、Aider、Gemini CLI、Qwen Code）。Claude Code、Codex、OpenCode 和 Copilot CLI 从不读取它。',
  ],
  ['Programs started in the folder that read the usual variables.', '在该目录中启动并读取常用变量的程序。'],
  [
    'Graphical programs that read the usual variables. Linux: sessions that systemd starts; macOS: ' +
      'by a login item; Windows: by commands to run once, and another to run after disconnecting, ' +
      'because no file holds its variables.',
    '读取常用变量的图形程序。Linux：由 systemd 启动的会话；macOS：通过登录项；Windows：运行一次若干命令，断开连接后再运行另一条命令，因为那里的变量不存放在任何文件中。',
  ],
]);
