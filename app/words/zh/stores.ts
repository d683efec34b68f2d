/** What is said of other programs’ files, and of the vault, in Chinese. */
import type { Translation } from '../t.ts'

export const stores: Translation = {
  '"{id}" in {path} cannot be understood ({why}).': '无法理解 {path} 中的“{id}”（{why}）。',
  '"{member}" is {what}, where text was expected.': '“{member}”是 {what}，而此处应为文本。',
  'A line under “uses”: the login is for OpenClaw.': '在“uses”下添加一行：该登录用于 OpenClaw。',
  'A small program of yours, which OpenClaw starts when it needs the access token.':
    '你的一个小程序，OpenClaw 需要访问令牌时启动它。',
  'Anthropic refused the login of Claude Code.': 'Anthropic 拒绝了 Claude Code 的登录。',
  'Azure CLI keeps its tokens encrypted, or in the keychain.': 'Azure CLI 将令牌加密保存，或存放在钥匙串中。',
  'Azure CLI renews it itself, and when Lamplighter asks it to.':
    'Azure CLI 会自行续期，Lamplighter 要求时也会续期。',
  'Azure CLI renews it when it is used.': 'Azure CLI 在被使用时为它续期。',
  'Azure CLI was asked in vain: az {part}.': '请求 Azure CLI 未成功：az {part}。',
  'Bring Codex up to date.': '请更新 Codex。',
  'By hand: openclaw secrets reload': '手动操作：openclaw secrets reload',
  'Claude Code could not be asked to renew its login: claude {why}.':
    '无法要求 Claude Code 为其登录续期：claude {why}。',
  'Claude Code keeps its login in the keychain.': 'Claude Code 将其登录存放在钥匙串中。',
  'Claude Code renews it when it is used, and when Lamplighter asks it to, as you wished.':
    'Claude Code 在被使用时为它续期；按你的意愿，Lamplighter 要求时也会续期。',
  'Claude Code renews it when it is used.': 'Claude Code 在被使用时为它续期。',
  'Claude Code’s older refresh lock': 'Claude Code 的旧续期锁',
  'Claude Code’s refresh lock': 'Claude Code 的续期锁',
  'Codex could not be asked to renew its login: codex {why}.': '无法要求 Codex 为其登录续期：codex {why}。',
  'Codex could not be asked to sign in: {why}.': '无法要求 Codex 登录：{why}。',
  'Codex has not signed in: {part}.': 'Codex 未完成登录：{part}。',
  'Codex keeps it.': '由 Codex 保管。',
  'Codex keeps its login, if it has one, in the keyring, as its config.toml says.':
    '按其 config.toml 所述，Codex 的登录（如有）存放在密钥环中。',
  'Codex renews it itself, and when Lamplighter asks it to.':
    'Codex 会自行续期，Lamplighter 要求时也会续期。',
  'Codex · API key': 'Codex · API 密钥',
  'Connect to that server in {program}.': '请在 {program} 中连接该服务器。',
  'Correct "programs"."{id}" in config.json, or sign in with that program.':
    '请更正 config.json 中的“programs”.“{id}”，或用该程序登录。',
  'Correct the file, or sign in again with OpenClaw.': '请更正该文件，或用 OpenClaw 重新登录。',
  'Credentials of the type "{type}": Lamplighter knows no more of them.':
    '“{type}”类型的凭据：Lamplighter 对其了解仅限于此。',
  'Cursor does not renew it: sign in again when it has expired.': 'Cursor 不会为它续期：过期后请重新登录。',
  'Cursor keeps its session in the keychain.': 'Cursor 将其会话存放在钥匙串中。',
  'Gemini CLI keeps it encrypted, under a key of this machine.': 'Gemini CLI 用这台机器的密钥加密保存它。',
  'Gemini CLI renews it while it runs.': 'Gemini CLI 运行时会为它续期。',
  'GitHub CLI keeps it.': '由 GitHub CLI 保管。',
  'GitHub CLI keeps its token in the keychain.': 'GitHub CLI 将其令牌存放在钥匙串中。',
  'GitHub CLI uses the keychain since 2.24.': 'GitHub CLI 自 2.24 起使用钥匙串。',
  'GitHub Copilot keeps it.': '由 GitHub Copilot 保管。',
  'GitHub Copilot keeps its token in the keychain.': 'GitHub Copilot 将其令牌存放在钥匙串中。',
  'GitHub Copilot renews it when it next talks to that server.':
    'GitHub Copilot 下次与该服务器通信时会为它续期。',
  'Google default credentials': 'Google 默认凭据',
  'Google serves it to companies only since June 2026.': '自 2026 年 6 月起，Google 只向企业提供它。',
  'Grok keeps it.': '由 Grok 保管。',
  'Grok renews it while it runs.': 'Grok 运行时会为它续期。',
  'Grok · API key': 'Grok · API 密钥',
  'Grok’s entry "{name}" has no {part}: Grok reads none of the file then.':
    'Grok 的条目“{name}”没有 {part}：这样 Grok 不会读取该文件的任何内容。',
  'If OpenClaw is running, it may still use the old login until its gateway is restarted.':
    '如果 OpenClaw 正在运行，在其网关重启前可能仍使用旧登录。',
  'If OpenClaw is running, its gateway still takes the login for lost; a Lamplighter that keeps running tells it.':
    '如果 OpenClaw 正在运行，其网关仍认为登录已丢失；持续运行的 Lamplighter 会告知它。',
  'If nothing holds it ({command}), remove the lock.': '如果没有程序占用它（{command}），请移除锁。',
  'If that is long, its program is gone: remove the empty folder {path}.':
    '如果持续很久，说明该程序已不在：请移除空文件夹 {path}。',
  'In config.json: {example}. docs/logins.md says what it means.':
    '在 config.json 中：{example}。其含义见 docs/logins.md。',
  'It does for {names}.': '对 {names} 则接受。',
  'It does not expire; GitHub may end it.': '它不会过期；GitHub 可能会终止它。',
  'It does not say which provider it belongs to.': '它没有说明属于哪个提供方。',
  'It ends when it is revoked, or after six months without use.':
    '它在被吊销后终止，或在六个月未使用后终止。',
  'It has no refresh token, so nobody can renew it.': '它没有刷新令牌，因此谁也无法续期。',
  'It has no refresh token: mcp-remote signs in again when it expires.':
    '它没有刷新令牌：过期时由 mcp-remote 重新登录。',
  'It has no type.': '它没有类型。',
  'It holds no token.': '它不含令牌。',
  'It holds the secrets of OAuth clients.': '它保存 OAuth 客户端的密钥。',
  'It is left untouched.': '它保持不变。',
  'It is {what}, where an object was expected.': '它是 {what}，而此处应为对象。',
  'It never expires.': '它永不过期。',
  'It uses its other logins of {provider}, or none.': '它使用其 {provider} 的其他登录，或不使用。',
  'Its client was registered until {day}, and nobody can renew it now.':
    '其客户端的注册期限到 {day} 为止，现在谁也无法续期。',
  'Its type is none of oauth, token and api_key.': '其类型不是 oauth、token 或 api_key。',
  'Kimi Code renews it as soon as it is used; while nobody uses it, it expires.':
    'Kimi Code 在被使用时会立即续期；无人使用时，它会过期。',
  'Kimi refused the login, and {owner} has emptied its file.': 'Kimi 拒绝了此登录，{owner} 已清空其文件。',
  'Lamplighter asks there for each new access token, and writes it here.':
    'Lamplighter 在那里请求每个新的访问令牌，并写到这里。',
  'Lamplighter asks there for each new access token.': 'Lamplighter 在那里请求每个新的访问令牌。',
  'Lamplighter goes on trying.': 'Lamplighter 会继续尝试。',
  'Lamplighter leaves it alone until then.': '在此之前 Lamplighter 不会改动它。',
  'Lamplighter left it as it is.': 'Lamplighter 未作改动。',
  'Lamplighter only reads the logins of {owner}.': 'Lamplighter 只读取 {owner} 的登录。',
  'Lamplighter’s vault {path} cannot be understood: {why}.': '无法理解 Lamplighter 的保险库 {path}：{why}。',
  'Logins of agents that it puts elsewhere are not seen until it is mended.':
    '在修复之前，看不到它放在别处的智能体登录。',
  'Make the file and its folder writable for you; until then it is only watched.':
    '请使该文件及其文件夹对你可写；在此之前只监视它。',
  'No profile in {path} is of this session any more.': '{path} 中已没有属于此会话的配置。',
  'Nobody has signed in to Codex in a quarter of an hour.': '一刻钟内无人登录 Codex。',
  'Nothing to do: it is asked in time.': '无需操作：会及时请求。',
  'OpenClaw does not use {login} through Lamplighter.': 'OpenClaw 没有通过 Lamplighter 使用 {login}。',
  'OpenClaw’s agent {agent}': 'OpenClaw 的智能体 {agent}',
  'OpenClaw’s configuration': 'OpenClaw 的配置',
  'OpenClaw had set {entry} aside after failures; it may use it again.':
    'OpenClaw 在多次失败后搁置了 {entry}；现在可以再次使用。',
  'OpenClaw has {profile} already.': 'OpenClaw 已有 {profile}。',
  'OpenClaw is renewing it now.': 'OpenClaw 正在为它续期。',
  'OpenClaw is using the file; the next try is automatic.': 'OpenClaw 正在使用该文件；会自动重试。',
  'OpenClaw keeps {entry} in its database by now.': 'OpenClaw 现已将 {entry} 保存在其数据库中。',
  'OpenClaw lost it in a renewal that failed: only a new sign-in helps.':
    'OpenClaw 在一次失败的续期中丢失了它：只能重新登录。',
  'OpenClaw lost this login in a renewal that failed; Lamplighter has kept its last tokens and tries them.':
    'OpenClaw 在一次失败的续期中丢失了此登录；Lamplighter 保留了其最后的令牌并正在尝试。',
  'OpenClaw preferred {old} for {provider}; it now prefers {new}.':
    'OpenClaw 曾为 {provider} 优先使用 {old}；现在优先使用 {new}。',
  'OpenClaw takes no access token for logins of "{provider}".': 'OpenClaw 不接受“{provider}”登录的访问令牌。',
  'OpenClaw takes such a file for empty.': 'OpenClaw 会将这种文件视为空文件。',
  'OpenClaw’s gateway may still use an old token.': 'OpenClaw 的网关可能仍在使用旧令牌。',
  'OpenClaw’s order for {provider} leaves {entry} out, so it is not used.':
    'OpenClaw 为 {provider} 设定的顺序中没有 {entry}，因此不会使用它。',
  'OpenClaw’s refresh lock': 'OpenClaw 的续期锁',
  'OpenClaw’s store lock': 'OpenClaw 的存储锁',
  'Others are handed to a field of its configuration: lamplighter use {login} audience NAME':
    '其他的交给其配置中的字段：lamplighter use {login} audience NAME',
  'Put cli_auth_credentials_store = "keyring" into its config.toml, and sign in again.':
    '请在其 config.toml 中写入 cli_auth_credentials_store = "keyring"，然后重新登录。',
  'Qwen has ended this sign-in: ~/.qwen/oauth_creds.json is of no use any more and can be removed.':
    'Qwen 已终止这种登录方式：~/.qwen/oauth_creds.json 不再有用，可以移除。',
  'Restore it, or move it away and give them again.': '请恢复它，或将它移开并重新提供。',
  'Run this command with Node.js itself.': '请用 Node.js 本身运行此命令。',
  'Run: aws sts get-caller-identity --profile {profile}, and see what it says.':
    '运行：aws sts get-caller-identity --profile {profile}，看看它怎么说。',
  'Run: az account get-access-token, and see what it says; it may have to be signed in again.':
    '运行：az account get-access-token，看看它怎么说；可能需要重新登录。',
  'Run: az config set core.encrypt_token_cache=true, and sign in again.':
    '运行：az config set core.encrypt_token_cache=true，然后重新登录。',
  'Run: gh auth login, without --insecure-storage.': '运行：gh auth login，不带 --insecure-storage。',
  'Set GEMINI_FORCE_ENCRYPTED_FILE_STORAGE=true where Gemini CLI is started.':
    '在启动 Gemini CLI 的地方设置 GEMINI_FORCE_ENCRYPTED_FILE_STORAGE=true。',
  'Sign in again to replace it.': '请重新登录以替换它。',
  'Sign in again with Grok: grok login': '请用 Grok 重新登录：grok login',
  'Sign in again: aws login': '请重新登录：aws login',
  'Start Claude Code once; it renews its login by itself.': '启动一次 Claude Code；它会自行续期登录。',
  'Start Codex once; it renews its login by itself.': '启动一次 Codex；它会自行续期登录。',
  'Take it out first: lamplighter openclaw use {login} --drop':
    '请先移出：lamplighter openclaw use {login} --drop',
  'The AWS CLI renews it when it is used, and when Lamplighter asks it to, as you wished.':
    '如你所愿，AWS CLI 在使用时续期，Lamplighter 要求时也会续期。',
  'The AWS CLI renews it when it is used; while nobody uses it, it expires.':
    'AWS CLI 在使用时续期；没人使用时它会过期。',
  'The AWS CLI was asked in vain: aws {part}.': '要求 AWS CLI 续期未果：aws {part}。',
  'The file does not name a region and a client that AWS would know.':
    '该文件没有给出 AWS 能识别的区域和客户端。',
  'The key of a service account.': '服务账户的密钥。',
  'The line under “uses” goes.': '移除“uses”下的那一行。',
  'The next look finds it there: lamplighter list': '下次查看会在那里找到：lamplighter list',
  'The profile {profile} goes.': '移除配置 {profile}。',
  'The profile {profile}, tried before its other logins of {provider}.':
    '配置 {profile}，优先于其 {provider} 的其他登录。',
  'The row {row} could not be changed.': '无法更改行 {row}。',
  'The secret is held by OpenClaw, encrypted in a file of its own.':
    '密钥由 OpenClaw 持有，加密保存在其自己的文件中。',
  'The secret is kept outside this file.': '密钥保存在此文件之外。',
  'The small program goes.': '移除该小程序。',
  'The source of secrets “{source}” goes.': '移除密钥来源“{source}”。',
  'There is neither an access token nor a refresh token in it.': '其中既没有访问令牌也没有刷新令牌。',
  'There is no key in it.': '其中没有密钥。',
  'There is no token in it.': '其中没有令牌。',
  'There is no token in the file.': '该文件中没有令牌。',
  'This is OpenClaw’s copy of a login that {owner} keeps and renews.':
    '这是 OpenClaw 的副本，该登录由 {owner} 保管并续期。',
  'Try it in a terminal: openclaw {words}': '请在终端中尝试：openclaw {words}',
  'Until then OpenClaw renews them alone.': '在此之前由 OpenClaw 单独续期。',
  'Until then it only reads these logins, and OpenClaw renews them alone.':
    '在此之前只读取这些登录，由 OpenClaw 单独续期。',
  'Update Lamplighter here; until then it does not write the vault.':
    '请更新这里的 Lamplighter；在此之前不会写入保险库。',
  'Update Lamplighter.': '请更新 Lamplighter。',
  'What OpenClaw remembers of the old login could not be put right: {why}':
    '无法修正 OpenClaw 对旧登录的记录：{why}',
  'What is there is not what it writes.': '那里的内容不是它写入的。',
  'Where it is not installed any more, remove the file.': '如果那里已不再安装它，请移除该文件。',
  'Without a keychain it says that it worked and stores nothing, unless "storeTokenPlaintext": true stands in its settings.json.':
    '没有钥匙串时，它会说已成功，却什么也不存储，除非其 settings.json 中有 "storeTokenPlaintext": true。',
  'Your system would ask you before it is read; if you want that, config.json says so: {example}.':
    '读取前系统会询问你；如果你愿意，请在 config.json 中设置：{example}。',
  'config.json does not say how "{id}" is renewed.': 'config.json 没有说明如何为“{id}”续期。',
  'config.json names this command under "programs"."{id}"."refresh".':
    'config.json 在 "programs"."{id}"."refresh" 下指定了此命令。',
  'kimi-cli renews it while it runs; while nobody uses it, it expires.':
    'kimi-cli 运行时会为它续期；无人使用时会过期。',
  'mcp-remote is renewing this login; the next try is automatic.':
    'mcp-remote 正在为此登录续期；会自动重试。',
  'Move it away and sign in again.': '请将它移开并重新登录。',
  'openclaw {words} ended with {code}.': 'openclaw {words} 以 {code} 结束。',
  'openclaw {words} was ended by {signal}.': 'openclaw {words} 被 {signal} 终止。',
  'openclaw {words} {why}.': 'openclaw {words} {why}。',
  '{entry} in {path} is not understood.': '无法理解 {path} 中的 {entry}。',
  '{entry} is another login of the same account and was not renewed; retire one of the two.':
    '{entry} 是同一账户的另一个登录，没有续期；请停用其中一个。',
  '{entry} is renewed by {keeper}.': '{entry} 由 {keeper} 续期。',
  '{login} is {profile} in OpenClaw already.': '{login} 在 OpenClaw 中已是 {profile}。',
  '{owner} keeps {login}: Lamplighter hands OpenClaw its own logins.':
    '{login} 由 {owner} 保管：Lamplighter 只把自己的登录交给 OpenClaw。',
  '{owner} renews it when it next talks to that server.': '{owner} 下次与该服务器通信时会为它续期。',
  '{path} cannot be written.': '无法写入 {path}。',
  '{path} has no "{member}" that can be understood.': '{path} 中没有可理解的“{member}”。',
  '{path} has version {version}, which this Lamplighter does not know.':
    '{path} 的版本为 {version}，此 Lamplighter 不了解。',
  '{path} is being cleaned up by another program, for {time}.': '另一个程序正在清理 {path}，已持续 {time}。',
  '{path} is held by {holder}.': '{path} 被 {holder} 占用。',
  '{path} is not understood and was left alone.': '无法理解 {path}，未作改动。',
  '{path} is there, but it is not what OpenClaw writes.': '{path} 存在，但不是 OpenClaw 写入的内容。',
  '{path} is there, but it is not what {program} writes.': '{path} 存在，但不是 {program} 写入的内容。',
  '{path} keeps its logins in a way that this Lamplighter does not know.':
    '{path} 保存登录的方式此 Lamplighter 不了解。',
  '{path} lost a key that was just written.': '{path} 丢失了刚写入的密钥。',
  '{path} was changed.': '{path} 已被更改。',
  '{path} was written by a newer Lamplighter (format {format}).':
    '{path} 由较新的 Lamplighter 写入（格式 {format}）。',
  '{path} would not hold the new tokens; it was left as it is.': '{path} 无法容纳新令牌；保持原样。',
  '{program} could not be asked: {command} {why}.': '无法请求 {program}：{command} {why}。',
  '{program} has no access token for its MCP server "{server}", or in a form that is not known here.':
    '{program} 没有其 MCP 服务器“{server}”的访问令牌，或其形式这里不了解。',
  '{program} is not asked to renew its login unless you want that.':
    '除非你要求，否则不会请 {program} 为其登录续期。',
  '{program} renews a login only in its last {minutes} minutes; this one has longer.':
    '{program} 只在登录的最后 {minutes} 分钟内续期；此登录还有更久。',
  '{program} renews it, as config.json says, when Lamplighter asks it to.':
    '按 config.json 的设置，由 {program} 在 Lamplighter 请求时续期。',
  '{program} renews it, as config.json says.': '按 config.json 的设置，由 {program} 续期。',
  '{program} · MCP server {server}': '{program} · MCP 服务器 {server}',
  '{program}, dated in the future': '{program}，日期在将来',
  '“{source}” becomes a source of secrets, which runs that program.':
    '“{source}”成为密钥来源，会运行该程序。',
  'opencode keeps it.': '由 opencode 保管。',
  'not there': '不存在',
  'Sign in again with {program}.': '请用 {program} 重新登录。',
  unreadable: '无法读取',
  '{count} agent': '{count} 个智能体',
  '{count} agents': '{count} 个智能体',
}
