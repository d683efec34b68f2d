/** What programs are told and asked that use logins, in Chinese. */
import type { Translation } from '../t.ts'

export const programs: Translation = {
  '"{answer}" cannot be the configuration.': '“{answer}”不能作为配置名。',
  '"{answer}" cannot be the {question}.': '“{answer}”不能作为 {question}。',
  '"{name}" cannot be the name of a door.': '“{name}”不能作为门的名称。',
  '"{name}" is no program that Lamplighter can connect.': '“{name}”不是 Lamplighter 能连接的程序。',
  '"{program}" is given no token of {login}: a person said never.':
    '“{program}”得不到 {login} 的令牌：有人选择了“从不”。',
  '"{program}" is given no token of {login}: a person withholds it.':
    '“{program}”得不到 {login} 的令牌：有人不允许。',
  '"{program}" is not approved for {login}.': '“{program}”未获准使用 {login}。',
  '"{use}" is what {login} is for.': '“{use}”已指定给 {login}。',
  'A field takes the token with {example}; OpenClaw reads it at its start and at: openclaw secrets reload':
    '字段用 {example} 取得令牌；OpenClaw 在启动时以及执行 openclaw secrets reload 时读取',
  'A file was changed since you were shown what would be written.':
    '在向你展示将写入的内容之后，有文件被更改了。',
  'A token comes with': '获取令牌',
  'Add "{member}" to it in config.json.': '请在 config.json 中为它添加“{member}”。',
  'Add the scope "openid" to its provider, and sign in again.':
    '请为其提供方添加权限范围“openid”，然后重新登录。',
  Always: '始终',
  'Another program may have it.': '可能被另一个程序占用。',
  'Answer in Lamplighter’s window, or: {command}': '请在 Lamplighter 窗口中回答，或：{command}',
  'Claude Code asks here for the key of your gateway': 'Claude Code 在这里索取你的网关密钥',
  'Claude Code uses the login of a subscription no longer while this stands there: it is for a gateway or a server of your own.':
    '有此设置时，Claude Code 不再使用订阅的登录：它用于你自己的网关或服务器。',
  'Codex asks here for the key of a model provider of your own': 'Codex 在这里索取你自己的模型提供方的密钥',
  'Give it a port in its place: lamplighter door add {name} --port 9465 …':
    '请改用端口：lamplighter door add {name} --port 9465 …',
  'Give it the token of a run: lamplighter run LOGIN --env TF_TOKEN_HOST -- terraform …':
    '为单次运行提供令牌：lamplighter run LOGIN --env TF_TOKEN_HOST -- terraform …',
  'Give one of them a longer path, a folder or a remote (lamplighter use LOGIN … --below FOLDER), or take the use from the other.':
    '请为其中一个指定更长的路径、文件夹或远程仓库（lamplighter use LOGIN … --below FOLDER），或取消另一个的用途。',
  'In there, a token comes with': '在其中获取令牌',
  'Install Node.js, then the command: Settings, Command line.':
    '请安装 Node.js，然后安装命令：设置，命令行。',
  'It is tried again every half minute; or let it in anew, by another port.':
    '每半分钟重试一次；或换一个端口重新放行。',
  'It is while Lamplighter runs: the application, or lamplighter serve.':
    'Lamplighter 运行时会写入：应用程序或 lamplighter serve。',
  'It ran, and ended well.': '已运行，且正常结束。',
  'It runs on Node.js, which is not on the PATH.': '它在 Node.js 上运行，而 Node.js 不在 PATH 中。',
  'It says what was written into the settings of other programs.': '它记录写入其他程序设置的内容。',
  'It was answered elsewhere, or nobody answered for an hour.': '它已在别处回答，或一小时内无人回答。',
  'It works again.': '它又能用了。',
  'Its ARN; in Identity Center REGION/ACCOUNT/ROLE.':
    '填写其 ARN；在 Identity Center 中为 REGION/ACCOUNT/ROLE。',
  'Keys of that profile in ~/.aws/credentials would come first: the AWS CLI prefers them.':
    '~/.aws/credentials 中该配置的密钥会优先：AWS CLI 优先使用它们。',
  'Lamplighter adds to it, and does not make it up.': 'Lamplighter 只会在其中添加，不会凭空创建。',
  'Look at it again.': '请再看一遍。',
  'No command runs for "{event}".': '没有为“{event}”运行的命令。',
  'No program could start the command of Lamplighter.': '没有程序能启动 Lamplighter 的命令。',
  'No token of {login} is handed out while the screen is locked.': '屏幕锁定期间不发放 {login} 的令牌。',
  'Nobody gets in: {at} cannot be opened.': '无人能进入：无法打开 {at}。',
  'None was used.': '未使用其中任何一个。',
  'Nothing of it was written over.': '没有覆盖其中任何内容。',
  'On Debian, mbsync learns XOAUTH2 from the package libsasl2-modules-kdexoauth2.':
    '在 Debian 上，mbsync 通过软件包 libsasl2-modules-kdexoauth2 支持 XOAUTH2。',
  'On Windows Terraform starts only helpers that are .exe files.':
    '在 Windows 上，Terraform 只启动 .exe 形式的辅助程序。',
  Once: '仅一次',
  'OpenClaw cannot start {path}: on Windows it starts only .exe files.':
    'OpenClaw 无法启动 {path}：在 Windows 上它只启动 .exe 文件。',
  'Put Node.js on the PATH, so that it can be named in place of that.':
    '请将 Node.js 放到 PATH 上，以便用它代替。',
  'Put it right, or take it away and undo that by hand.': '请修正它，或移走它并手动撤销那些改动。',
  'Remove it, and allow the programs again: lamplighter allow':
    '请移除它，并重新允许各程序：lamplighter allow',
  'Remove it, and disconnect again.': '请移除它，然后再次断开。',
  'Remove it, and open the doors again: lamplighter door add': '请移除它，并重新打开门：lamplighter door add',
  'See Programs in the window, or consumers.withheld in config.json.':
    '参见窗口中的“程序”，或 config.json 中的 consumers.withheld。',
  'See: lamplighter door list': '参见：lamplighter door list',
  'See: lamplighter use --list': '参见：lamplighter use --list',
  'Sign in again for a new one: lamplighter login {login}': '请重新登录以获取新的：lamplighter login {login}',
  'Sign in again: lamplighter login {login}': '请重新登录：lamplighter login {login}',
  'Somebody has to allow "{program}" to use {login} first.': '须先有人允许“{program}”使用 {login}。',
  'Start the container with': '启动容器时使用',
  'Take it away, or keep the token in another file.': '请移走它，或将令牌保存到另一个文件。',
  'Take it from that one first: lamplighter use {login} {use} --drop':
    '请先从那个登录取消：lamplighter use {login} {use} --drop',
  'Take out what stands between "{from}" and "{to}" there, and disconnect again.':
    '请删除那里“{from}”和“{to}”之间的内容，然后再次断开。',
  'Take that out first, if it is not needed any more.': '如果不再需要，请先移除它。',
  'That is no use of a login: {use}.': '这不是登录的用途：{use}。',
  'The command after {path} failed: {program} {why}.': '写入 {path} 后的命令失败：{program} {why}。',
  'The door cannot be a socket: {why}.': '门不能是套接字：{why}。',
  'The file itself is as it should be.': '文件本身没有问题。',
  'The helper of {name} asked for a token and was given one.': '{name} 的辅助程序请求了令牌并已得到。',
  'The hook for "{event}" failed: {program} {why}.': '“{event}”的命令失败：{program} {why}。',
  'The id token of {login} has expired, and a renewal brings no other.':
    '{login} 的 ID 令牌已过期，续期不会返回新的。',
  'The kept file {path} has the form "{form}" and no "{member}".':
    '保持更新的文件 {path} 的形式为“{form}”，但没有“{member}”。',
  'The lines of Lamplighter’s in {path} were changed by hand.': '{path} 中 Lamplighter 的行被手动更改过。',
  'The program can ask again.': '程序可以再次询问。',
  'The program did not wait for an answer.': '程序没有等待回答。',
  'The token is kept in {path}, which you alone may read, fresh while Lamplighter runs.':
    '令牌保存在只有你能读取的 {path} 中，Lamplighter 运行期间保持最新。',
  'The token of {login} has characters that no token may have.': '{login} 的令牌含有不允许的字符。',
  'There is a door "{name}" already.': '已有门“{name}”。',
  'There is no "{name}" in {path}.': '{path} 中没有“{name}”。',
  'There is no door "{name}".': '没有门“{name}”。',
  'There is no hook "{event}".': '没有“{event}”的命令。',
  'There is nothing to undo: the hook was changed since.': '没有可撤销的：该命令之后已被更改。',
  'They are: {names}.': '可连接的有：{names}。',
  'This connection is not there any more.': '此连接已不存在。',
  'This is a trial; nothing has happened.': '这是试运行；什么也没有发生。',
  'This question is no longer open.': '此问题已不再待答。',
  'To allow it: {command}': '要允许：{command}',
  'To approve it, add "{program}" to consumers.approved["{login}"] in config.json.':
    '要批准它，请在 config.json 的 consumers.approved["{login}"] 中添加“{program}”。',
  'To change it: lamplighter disconnect {id}': '要更改：lamplighter disconnect {id}',
  'To take that back: lamplighter allow {program} {login} --drop':
    '要撤回：lamplighter allow {program} {login} --drop',
  'Try again.': '请再试一次。',
  'Try it by hand, with JSON on standard input; config.json says what is run.':
    '请手动尝试，在标准输入中提供 JSON；运行的内容见 config.json。',
  'Try the command by hand.': '请手动尝试该命令。',
  'Unlock it; or let programs have tokens then, too: lamplighter settings whileLocked give':
    '请解锁；或允许程序在锁定时也获得令牌：lamplighter settings whileLocked give',
  'Use letters, digits, ".", "-", "_".': '请使用字母、数字、“.”、“-”、“_”。',
  'Use this one with: gcloud --configuration={name}, or make it the one that counts with: gcloud config configurations activate {name}':
    '使用它：gcloud --configuration={name}，或将其设为当前配置：gcloud config configurations activate {name}',
  'Use this one with: kubectl config use-context {context}': '使用它：kubectl config use-context {context}',
  'What do you call the gateway?': '你怎么称呼这个网关？',
  'What do you call the registry?': '你怎么称呼这个注册表？',
  'What shall its fields call the login?': '它的字段应怎样称呼该登录？',
  'What shall the configuration be called?': '配置叫什么名称？',
  'What shall the server be called there?': '该服务器在那里叫什么？',
  'Where is its index?': '它的索引在哪里？',
  'Where two logins fit none is used.': '如果有两个登录匹配，则都不使用。',
  'Which IMAPAccount of its file?': '其文件中的哪个 IMAPAccount？',
  'Which account of its file?': '其文件中的哪个账户？',
  'Which cluster?': '哪个集群？',
  'Which host?': '哪个主机？',
  'Which index?': '哪个索引？',
  'Which model provider?': '哪个模型提供方？',
  'Which of its MCP servers?': '它的哪个 MCP 服务器？',
  'Which profile?': '哪个配置文件？',
  'Which project?': '哪个项目？',
  'Which registry?': '哪个注册表？',
  'Which role?': '哪个角色？',
  'Which server, or which part of it?': '哪个服务器，或其中哪一部分？',
  'Which server?': '哪个服务器？',
  'Whose mailbox?': '谁的邮箱？',
  'Windows has no sockets in folders': 'Windows 的文件夹中没有套接字',
  'Your other configurations stay as they are.': '你的其他配置保持不变。',
  'Your other contexts stay as they are.': '你的其他上下文保持不变。',
  '[model_providers.{provider}] itself, with its base_url, is yours to write; Codex uses it with model_provider = "{provider}".':
    '[model_providers.{provider}] 本身及其 base_url 由你编写；Codex 通过 model_provider = "{provider}" 使用它。',
  'Add it first: {command}': '请先添加：{command}',
  'Add it there: {command}': '请添加到那里：{command}',
  'an MCP server of Claude Code gets the login’s token': 'Claude Code 的一个 MCP 服务器获得该登录的令牌',
  'an MCP server that wants a login, for {name}': '为 {name} 提供需要登录的 MCP 服务器',
  'Choose one: aws configure set region eu-central-1 --profile {profile}':
    '请选择一个：aws configure set region eu-central-1 --profile {profile}',
  'Claude Code has no MCP server "{server}" in {path}.':
    '{path} 中没有 Claude Code 的 MCP 服务器“{server}”。',
  'Claude Code has the MCP server "{server}" in one project only.':
    'Claude Code 只在某个项目中有 MCP 服务器“{server}”。',
  'Claude Code starts the MCP server "{server}" as a command.':
    'Claude Code 以命令方式启动 MCP 服务器“{server}”。',
  'clones, fetches and pushes over https': '通过 https 克隆、拉取和推送',
  'crates from a registry of your own': '来自你自己的注册表的 crate',
  'docker finds {command} by the PATH: {folder} has to be on it.':
    'docker 通过 PATH 查找 {command}：{folder} 须在其中。',
  'ended with {code}': '以 {code} 结束',
  'fetches mail': '收取邮件',
  'fields of OpenClaw’s settings name a login in place of a key': 'OpenClaw 设置中的字段写登录名以代替密钥',
  'gcloud acts as a login in a configuration of its own': 'gcloud 在单独的配置中以某个登录运行',
  'gcloud takes small letters, digits and "-" for the name of one.':
    'gcloud 的配置名只接受小写字母、数字和“-”。',
  'kubectl and helm reach a cluster': 'kubectl 和 helm 访问集群',
  'lamplighter connect {usage}; {name} is like: {example}':
    'lamplighter connect {usage}；{name} 形如：{example}',
  'modules and state from a host of your own': '来自你自己的主机的模块和状态',
  'packages from a registry of your own': '来自你自己的注册表的软件包',
  'packages from an index of your own': '来自你自己的索引的软件包',
  'pip finds keyring by the PATH: {folder} has to be on it, before any other keyring.':
    'pip 通过 PATH 查找 keyring：{folder} 须在其中，且先于其他 keyring。',
  'pulls and pushes images': '拉取和推送镜像',
  'reads mail': '阅读邮件',
  'sends mail': '发送邮件',
  'the AWS CLI and SDKs get the keys of a role of yours': 'AWS CLI 和 SDK 得到你的某个角色的密钥',
  'was ended by {signal}': '被 {signal} 终止',
  '{count} logins are for "{use}": {names}.': '有 {count} 个登录用于“{use}”：{names}。',
  '{login} has no id token.': '{login} 没有 ID 令牌。',
  '{login} has no use "{use}".': '{login} 没有用途“{use}”。',
  '{name} asked for a token and was given one.': '{name} 请求了令牌并已得到。',
  '{name} asked for a token and {why}.': '{name} 请求了令牌：{why}。',
  '{name} finds no token: {path} is not written yet.': '{name} 找不到令牌：{path} 尚未写入。',
  '{name} is connected for "{use}" already.': '{name} 已为“{use}”连接。',
  '{name} takes no more than that.': '{name} 不接受更多内容。',
  '{path} has something in it that Lamplighter did not write.': '{path} 中有不是 Lamplighter 写入的内容。',
  '{path} is no file, so no token was written there.': '{path} 不是文件，因此没有写入令牌。',
  '{path} is not as Lamplighter wrote it, so it allows nothing.':
    '{path} 与 Lamplighter 写入的不同，因此不允许任何程序。',
  '{path} is not as Lamplighter wrote it, so no door is open.':
    '{path} 与 Lamplighter 写入的不同，因此没有门是打开的。',
  '{path} is not understood: no member can be added to it.': '无法理解 {path}：不能在其中添加成员。',
  '{path} stands in for the settings of the whole machine: what stands in npm’s own (npm config get globalconfig) counts no longer while it is named.':
    '{path} 取代整台机器的设置：指定它期间，npm 自己的设置（npm config get globalconfig）不再生效。',
  '{path} was changed by hand.': '{path} 被手动更改过。',
  '{path} was changed meanwhile.': '{path} 期间被更改。',
  '{socket} is too long for a socket': '{socket} 对套接字来说太长',
  'The helper of {name} asked for a token and {why}.': '{name} 的辅助程序请求了令牌：{why}。',
  'was given none': '没有得到',
  'did not get one': '未能取得',
  'Disconnect the other first: {command}': '请先断开另一个：{command}',
  'It is like: {example}': '例如：{example}',
  'Lamplighter connects those of all projects.': 'Lamplighter 连接的是所有项目共用的服务器。',
  'Lamplighter wrote that for another connection, and there is room for one.':
    '那是 Lamplighter 为另一个连接写的，而这里只能有一个。',
  'Only one that it asks over HTTP takes a token from here.':
    '只有通过 HTTP 访问的服务器才能从这里取得令牌。',
  'The AWS CLI knows no region for the profile {profile}, and so asks nobody.':
    'AWS CLI 不知道配置 {profile} 的区域，因此不会发出请求。',
  'Where the gateway is, Claude Code reads from ANTHROPIC_BASE_URL, which is yours to set.':
    '网关在哪里，Claude Code 从 ANTHROPIC_BASE_URL 读取，由你自己设置。',
}
