/** What is said of providers and of config.json, in Chinese. */
import type { Translation } from '../t.ts'

export const providers: Translation = {
  '"{address}" is not an https address.': '“{address}”不是 https 地址。',
  '"{id}" did not find its way into config.json.': '“{id}”没有写入 config.json。',
  '"{value}" does not fit into {address}.': '“{value}”不能填入 {address}。',
  'A token of GitHub CLI does not expire: GitHub ends it when it is revoked, or after a year without use.':
    'GitHub CLI 的令牌不会过期：被撤销或一年不用时由 GitHub 终止。',
  'Correct or remove it; until then it does nothing.': '请更正或移除；在此之前它不起作用。',
  'Correct the file; Lamplighter reads it again as soon as it is saved.':
    '请更正该文件；保存后 Lamplighter 会立即重新读取。',
  'Did you mean "{nearest}"?': '你是指“{nearest}”吗？',
  'Forget them first: lamplighter forget {ids}': '请先忘记它们：lamplighter forget {ids}',
  'Give "{id}" a clientId in config.json, or --client-id at the sign-in':
    '请在 config.json 中为“{id}”指定 clientId，或在登录时用 --client-id',
  'Give "{id}" an issuer or a tokenEndpoint in config.json.':
    '请在 config.json 中为“{id}”指定 issuer 或 tokenEndpoint。',
  'Give "{name}" as it stands in the provider\'s address.': '请按提供方地址中的写法填写“{name}”。',
  'Give its issuer, which tells the rest, or its token endpoint and the client id.':
    '请填写其颁发者（由它给出其余内容），或其令牌端点和客户端 ID。',
  'Google wants the client secret of the Gemini CLI as well.': 'Google 还要求 Gemini CLI 的客户端密钥。',
  'Google’s libraries make a token from it whenever they need one.': 'Google 的库在需要时用它生成令牌。',
  'Is it one of these?': '是其中之一吗？',
  'It has none at all.': '它没有任何待填项。',
  'It has: {names}.': '它有：{names}。',
  'It is one of those that Lamplighter knows by itself.': '它是 Lamplighter 自带的提供方。',
  'It is that of an application whose redirect address is {address}': '它属于重定向地址为 {address} 的应用',
  'Known are: {names}.': '已知的有：{names}。',
  'Nothing is said of "{id}" by which it could be reached.': '没有说明如何连接“{id}”。',
  'Nothing was changed.': '未更改任何内容。',
  'One that is not known needs a "path"': '未知的程序需要“path”',
  'Put it there, or take clientSecretEnv or clientSecretFile out of config.json.':
    '请放到那里，或从 config.json 中移除 clientSecretEnv 或 clientSecretFile。',
  'Qwen has ended this sign-in.': 'Qwen 已停止此登录方式。',
  'See: lamplighter provider list': '参见：lamplighter provider list',
  'See: lamplighter provider list --catalogue': '参见：lamplighter provider list --catalogue',
  'Set GEMINI_OAUTH_CLIENT_SECRET to let Lamplighter renew this login; until then OpenClaw does.':
    '请设置 GEMINI_OAUTH_CLIENT_SECRET，让 Lamplighter 为此登录续期；在此之前由 OpenClaw 续期。',
  'Set {variable} to it where Lamplighter runs.': '请在 Lamplighter 运行的地方将 {variable} 设为它。',
  'So the next start is a first one again.': '因此下次启动又会是首次启动。',
  'The GitHub login itself does not expire; OpenClaw makes the short Copilot token from it whenever it needs one.':
    'GitHub 登录本身不会过期；OpenClaw 需要时用它生成短期的 Copilot 令牌。',
  'The catalogue has no "{id}".': '目录中没有“{id}”。',
  'The client certificate of {name} is not in {where}.': '{name} 的客户端证书不在 {where} 中。',
  'The client secret of {name} is not in {where}.': '{name} 的客户端密钥不在 {where} 中。',
  'The client secret of {name} is read from {where}, not from the vault.':
    '{name} 的客户端密钥从 {where} 读取，而不是从保险库。',
  'The command for the client secret of {name} {why}.': '获取 {name} 客户端密钥的命令：{why}。',
  'The {field} of "{id}" is not understood.': '无法理解“{id}”的 {field}。',
  'The {field} of "{id}" {why}.': '“{id}”的 {field}：{why}。',
  'Try it by hand: {command}': '请手动尝试：{command}',
  'Use an API key of Alibaba Cloud Model Studio instead.': '请改用 Alibaba Cloud Model Studio 的 API 密钥。',
  'Whoever writes {path} can put "welcomed": true in it.':
    '编写 {path} 的人可以在其中加入 "welcomed": true。',
  'Without "{id}" nobody could refresh: {names}.': '没有“{id}”，谁也无法续期：{names}。',
  'Write it there, as PEM, or correct clientCertificateFile in config.json.':
    '请以 PEM 形式写入那里，或更正 config.json 中的 clientCertificateFile。',
  'Write it there, for nobody but you to read, or correct clientSecretFile in config.json.':
    '请写入那里并仅限自己读取，或更正 config.json 中的 clientSecretFile。',
  'config.json says nothing of a provider "{id}".': 'config.json 中没有提供方“{id}”。',
  'is no program that waits for a wish; there is: {names}.': '不是等待设置的程序；可用的有：{names}。',
  'set {variable}': '设置 {variable}',
  '{field} is not understood; did you mean "{nearest}"?': '无法理解 {field}；你是指“{nearest}”吗？',
  '{name} has no blank "{blank}".': '{name} 没有待填项“{blank}”。',
  '{name} has no client id.': '{name} 没有客户端 ID。',
  '{name} has no token endpoint.': '{name} 没有令牌端点。',
  '{name} is called "{id}" already.': '{name} 已名为“{id}”。',
  '{name} wants the client secret in every renewal.': '{name} 每次续期都要求客户端密钥。',
  '{name}: {what} is not understood.': '{name}：无法理解 {what}。',
  '{path} cannot be read.': '无法读取 {path}。',
  '{path} does not name a provider "{id}".': '{path} 中没有提供方“{id}”。',
  '{path} is not valid JSON.': '{path} 不是有效的 JSON。',
  '{path} must hold a JSON object.': '{path} 必须包含一个 JSON 对象。',
  '{path}: {field}: is not understood': '{path}：{field}：无法理解',
  '{why} So the next start is a first one again.': '{why} 因此下次启动又会是首次启动。',
}
