/** What happens at a sign-in, in Chinese. */
import type { Translation } from '../t.ts'

export const signIn: Translation = {
  '"{address}" cannot be the address of a server.': '“{address}”不能作为服务器地址。',
  '"{id}" cannot name a key.': '“{id}”不能作为密钥名称。',
  '"{issuer}" cannot be an issuer.': '“{issuer}”不能作为颁发者。',
  'A new key in place of the old one: lamplighter key rotate {id}':
    '用新密钥替换旧密钥：lamplighter key rotate {id}',
  'A person gave a new key.': '有人换上了新密钥。',
  'A person signed this login out.': '有人退出了此登录。',
  'Add it first: lamplighter provider add {id} --issuer URL --client-id ID':
    '请先添加：lamplighter provider add {id} --issuer URL --client-id ID',
  'An issuer is an https address; plain http is allowed on this machine only.':
    '颁发者是 https 地址；仅在本机上允许 http。',
  'Back to Lamplighter': '返回 Lamplighter',
  'Change it there.': '请在那里更改。',
  'Check the client certificate and its key, until when it holds, and what is registered of it there.':
    '请检查客户端证书及其密钥、有效期，以及在那里注册的内容。',
  'Check the issuer, or give the endpoints one by one.': '请检查颁发者，或逐个填写端点。',
  'Copy the whole address from the browser, beginning with http, and paste it here.':
    '从浏览器复制以 http 开头的完整地址，粘贴到这里。',
  'Endpoints must be https; plain http is allowed on this machine only.':
    '端点必须是 https；仅在本机上允许 http。',
  'Give an RSA, P-256 or Ed25519 key without a passphrase, as PEM (openssl pkcs8 -topk8 -nocrypt) or as a JWK.':
    '请提供不带口令的 RSA、P-256 或 Ed25519 密钥，格式为 PEM（openssl pkcs8 -topk8 -nocrypt）或 JWK。',
  'Give it a pushedAuthorizationEndpoint in config.json, or leave pushedAuthorization out.':
    '请在 config.json 中为它指定 pushedAuthorizationEndpoint，或去掉 pushedAuthorization。',
  'If your network has a certificate authority of its own, name its certificate in NODE_EXTRA_CA_CERTS=/path/to/ca.pem and start Lamplighter again.':
    '如果你的网络有自己的证书颁发机构，请在 NODE_EXTRA_CA_CERTS=/path/to/ca.pem 中指定其证书，然后重新启动 Lamplighter。',
  'Install it again, or remove the file.': '请重新安装它，或移除该文件。',
  'It belongs to another sign-in, or to none, and was not taken.':
    '它属于另一次登录或不属于任何登录，未被接受。',
  'It is an https address; plain http is allowed on this machine only.':
    '须为 https 地址；仅在本机上允许 http。',
  'It left {path}, with this login in it.': '它留下了 {path}，此登录就在其中。',
  'It stays in: {paths}': '它仍留在：{paths}',
  'Keep it in the vault, as PEM: lamplighter provider secret ID --from-file key.pem, or name a clientSecretFile in config.json.':
    '请以 PEM 形式存入保险库：lamplighter provider secret ID --from-file key.pem，或在 config.json 中指定 clientSecretFile。',
  'Keep it in the vault: lamplighter provider secret ID, or name a clientSecretFile in config.json.':
    '请存入保险库：lamplighter provider secret ID，或在 config.json 中指定 clientSecretFile。',
  'Keep it in the vault: lamplighter provider secret {id}': '请存入保险库：lamplighter provider secret {id}',
  'Keep the client’s private key in the vault: lamplighter provider secret {id} --from-file key.pem':
    '请将客户端的私钥存入保险库：lamplighter provider secret {id} --from-file key.pem',
  'Lamplighter cannot end the login of {login}.': 'Lamplighter 无法终止 {login} 这个登录。',
  'Lamplighter cannot sign in at {name}.': 'Lamplighter 无法在 {name} 登录。',
  'Lamplighter cannot sign in {login} itself.': 'Lamplighter 自己无法登录 {login}。',
  'Lamplighter goes on waiting.': 'Lamplighter 继续等待。',
  'Lamplighter tells you why.': 'Lamplighter 会告诉你原因。',
  'Lamplighter’s copy was deleted.': 'Lamplighter 的副本已删除。',
  'Make a new one where it came from, then: lamplighter key rotate {id}':
    '请在来源处生成新密钥，然后：lamplighter key rotate {id}',
  'Make the file writable and sign in again.': '请使该文件可写，然后重新登录。',
  'Name its file as clientCertificateFile in config.json, or put it before the key, in the same PEM file.':
    '请在 config.json 中用 clientCertificateFile 指定其文件，或放在同一 PEM 文件中密钥之前。',
  'Nobody completed the sign-in within ten minutes.': '十分钟内无人完成登录。',
  'Nobody has signed in with {program} in half an hour.': '半小时内无人用 {program} 登录。',
  'Not the answer that is waited for': '不是正在等待的应答',
  'Nothing arrived': '没有收到任何内容',
  'Nothing of {profileId} can be taken back.': '{profileId} 的任何内容都无法收回。',
  'Only its copy here can be deleted: lamplighter forget {id}': '只能删除这里的副本：lamplighter forget {id}',
  'Register an application there yourself, and put its client id into config.json.':
    '请自行在那里注册应用，并将其客户端 ID 写入 config.json。',
  'Remove it there, and it is gone here too: {path}': '在那里移除后，这里也会消失：{path}',
  'Say which login or which provider to sign in to.': '请说明要登录哪个登录或哪个提供方。',
  'Say whose it is and what it is for: openai:ci': '请说明属于谁、用于什么：openai:ci',
  'Sign in again as {name}, or add {name2} as a new login.':
    '请以 {name} 重新登录，或将 {name2} 添加为新登录。',
  'Sign in again to use it.': '重新登录后即可使用。',
  'Sign in again, and to the same account.': '请重新登录，并使用同一个账户。',
  'Sign in with the program that uses this login.': '请用使用此登录的程序登录。',
  'Sign in with {owner}.': '请用 {owner} 登录。',
  'Sign in with: {command}': '登录命令：{command}',
  'Signed in with {program}.': '已用 {program} 登录。',
  'Signed in.': '已登录。',
  'Signed out here.': '已在这里退出登录。',
  'Signed out: {name} has ended the login.': '已退出登录：{name} 已终止该登录。',
  'Start the sign-in again, and use only the browser tab it opens.':
    '请重新开始登录，并且只使用它打开的浏览器标签页。',
  'Start the sign-in again.': '请重新开始登录。',
  'Start the sign-in again; the code of this one is used up.': '请重新开始登录；这次的代码已经用过了。',
  'Take the passphrase off: openssl pkcs8 -in key.pem -topk8 -nocrypt.':
    '请去掉口令：openssl pkcs8 -in key.pem -topk8 -nocrypt。',
  'That is no key: it is empty, or has spaces or line breaks in it.':
    '这不是密钥：它是空的，或含有空格或换行。',
  'The client key cannot be used: it is no private key that is known here.':
    '客户端密钥无法使用：它不是这里支持的私钥。',
  'The code ran out before anybody used it.': '代码在有人使用之前就失效了。',
  'The configuration at {address} is not that of {issuer}.': '{address} 处的配置不属于 {issuer}。',
  'The configuration at {address} names an unsafe {endpoint}.':
    '{address} 处的配置给出了不安全的 {endpoint}。',
  'The deletion of Lamplighter’s copy was taken back.': '已撤销对 Lamplighter 副本的删除。',
  'The key that proves who uses a token is not understood.': '无法理解用于证明令牌使用者的密钥。',
  'The login of {login} is not there any more.': '{login} 的登录已不存在。',
  'The login worked, but no file would take it.': '登录成功，但没有文件能写入它。',
  'The provider has answered.': '提供方已应答。',
  'The sign-in did not go through': '登录未成功',
  'The sign-in of {program} has ended with {code}, and its login is as it was.':
    '{program} 的登录过程以 {code} 结束，其登录与之前相同。',
  'The sign-in of {program} has ended, and its login is as it was.':
    '{program} 的登录过程已结束，其登录与之前相同。',
  'The sign-in stopped unexpectedly.': '登录意外停止了。',
  'The sign-in was cancelled.': '登录已取消。',
  'The sign-in was declined at {name}.': '登录在 {name} 处被拒绝。',
  'The vault keeps the key sealed.': '保险库会封存该密钥。',
  'There is a login "{id}" already.': '已有名为“{id}”的登录。',
  'There is another login {name} by now, and it was left as it is.':
    '现在已有另一个登录 {name}，已原样保留。',
  'This address is for the provider to send you to.': '此地址供提供方跳转使用。',
  'This answer belongs to another sign-in, or was tampered with.': '此应答属于另一次登录，或已被篡改。',
  'This is not the address the sign-in ended on.': '这不是登录结束时的地址。',
  'This login has no refresh token, so nobody can renew it.': '此登录没有刷新令牌，所以无法续期。',
  'This sign-in has no page to open any more.': '此次登录已没有可打开的页面。',
  'This sign-in is no longer known.': '已不认识此次登录。',
  'This sign-in is not waiting for an address.': '此次登录没有在等待地址。',
  'Use the address of the server exactly as its maker gives it.': '请完全按照厂商给出的写法填写服务器地址。',
  'Use the issuer exactly as the provider spells it.': '请完全按照提供方的写法填写颁发者。',
  'What {address} says is not about {server}.': '{address} 给出的内容与 {server} 无关。',
  'You may close this tab.': '你可以关闭此标签页。',
  'You signed in as {name}, but this login belongs to {name2}.': '你以 {name} 登录，但此登录属于 {name2}。',
  '{address} cannot be reached.': '无法连接 {address}。',
  '{id} is kept by {owner}, not by Lamplighter.': '{id} 由 {owner} 保管，而不是 Lamplighter。',
  '{id} is kept by {owner}.': '{id} 由 {owner} 保管。',
  '{issuer} publishes no sign-in configuration.': '{issuer} 没有发布登录配置。',
  '{name} answered with something that is not a login.': '{name} 应答的不是登录。',
  '{name} answered with something that is not a sign-in code.': '{name} 应答的不是登录代码。',
  '{name} did not end the login (HTTP {status}).': '{name} 没有终止登录（HTTP {status}）。',
  '{name} gave us no client id.': '{name} 没有给出客户端 ID。',
  '{name} gives out no code.': '{name} 不发放代码。',
  '{name} offers no sign-in by code.': '{name} 不支持用代码登录。',
  '{name} offers no sign-in in the browser.': '{name} 不支持在浏览器中登录。',
  '{name} offers no way to end a login, so the permission stays there.':
    '{name} 没有提供终止登录的方法，因此那里的授权仍在。',
  '{name} refused the sign-in.': '{name} 拒绝了登录。',
  '{name} refused to complete the sign-in.': '{name} 拒绝完成登录。',
  '{name} sent the browser back without a code.': '{name} 让浏览器返回，却没有给出代码。',
  '{name} takes no authorization requests ahead of the browser.': '{name} 不接受浏览器之前的授权请求。',
  '{name} wants a key from its clients, and none is here.': '{name} 要求客户端提供密钥，而这里没有。',
  '{name} wants an assertion signed with a key, and none is here.':
    '{name} 要求用密钥签名的断言，而这里没有密钥。',
  '{name} wants signed requests, and no key to sign them is here.':
    '{name} 要求签名的请求，而这里没有签名密钥。',
  '{name} wants {what}, and none is here.': '{name} 要求{what}，而这里没有。',
  '{owner} keeps it: sign out there.': '由 {owner} 保管：请在那里退出登录。',
  '{owner} says that you have signed in, and its login is as it was.':
    '{owner} 说你已登录，但它的登录没有变化。',
  '{path} was not written: {why}': '没有写入 {path}：{why}',
  '{program} is not installed any more: there is no command "{name}".':
    '{program} 已不再安装：没有“{name}”命令。',
  '{providerName} did not answer when the sign-in was to be completed.':
    '要完成登录时，{providerName} 没有应答。',
}
