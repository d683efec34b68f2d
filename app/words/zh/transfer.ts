/** What is said of files that logins travel in, in Chinese. */
import type { Translation } from '../t.ts'

export const transfer: Translation = {
  '"{id}" in the file is not understood.': '无法理解文件中的“{id}”。',
  'A newer OpenClaw keeps its logins in a database, which cannot be read.':
    '较新的 OpenClaw 将登录保存在数据库中，无法读取。',
  'A recipient is an age key (age1…) or the public half of an SSH key, as in id_ed25519.pub.':
    '接收者是 age 密钥（age1…）或 SSH 公钥，例如 id_ed25519.pub。',
  'Better: sign in here, which leaves the other one alone.': '更好的做法：在这里登录，不影响另一个。',
  'Both machines hold the same refresh token: whichever renews first signs the other out, so remove it on {there}.':
    '两台机器持有同一个刷新令牌：谁先续期，就会使另一台退出登录，因此请在 {there} 上移除它。',
  'Brought over from {from}, into {targets}.': '已从 {from} 带入到 {targets}。',
  'Check capitals and spaces, and that it is the right file.': '请检查大小写和空格，以及是否选对了文件。',
  'Choose a copy that is whole.': '请选择完整的副本。',
  'Choose an age identity file (AGE-SECRET-KEY-1…) or an SSH private key, as in ~/.ssh/id_ed25519.':
    '请选择 age 身份文件（AGE-SECRET-KEY-1…）或 SSH 私钥，例如 ~/.ssh/id_ed25519。',
  'Choose another machine’s auth-profiles.json or its .openclaw folder, or a file that Lamplighter exported.':
    '请选择另一台机器的 auth-profiles.json 或其 .openclaw 文件夹，或 Lamplighter 导出的文件。',
  'Choose another name, or say --force to replace it.': '请换一个名称，或用 --force 替换。',
  'Choose it only if the one here no longer works.': '仅当这里的登录不再可用时才选择它。',
  'Choose it only if {there} no longer uses this login.': '仅当 {there} 不再使用此登录时才选择它。',
  'Choose the file again to compare anew.': '请重新选择文件以再次比较。',
  'Choose the file again.': '请重新选择文件。',
  'Choose the folder of an OpenClaw, an auth-profiles.json, or a file that Lamplighter exported.':
    '请选择 OpenClaw 的文件夹、auth-profiles.json，或 Lamplighter 导出的文件。',
  'Choose the key it was exported to, or export it again to yours.':
    '请选择导出时所用的密钥，或为你的密钥重新导出。',
  'Choose the private half: an age identity file, or an SSH private key.':
    '请选择私钥部分：age 身份文件或 SSH 私钥。',
  'Copy it again, whole.': '请重新完整复制。',
  'Copy it again: perhaps the copying was cut short.': '请重新复制：可能复制时中断了。',
  'Copy the file again, or export it again on the other machine.':
    '请重新复制文件，或在另一台机器上重新导出。',
  'Decrypt it with age first, or choose another key.': '请先用 age 解密，或选择其他密钥。',
  'Export it again on the other machine; an ordinary one takes a second or two.':
    '请在另一台机器上重新导出；通常只需一两秒。',
  'Export it there.': '请在那里导出。',
  'For a file of them there is --recipients-file.': '如果是文件，请用 --recipients-file。',
  'Give a passphrase, or at least one recipient.': '请提供口令，或至少一个接收者。',
  'Give a recipient of its own kind as well: an age1… key without a plugin, or an SSH key.':
    '请另外给出一个接收者：不带插件的 age1… 密钥或 SSH 密钥。',
  'Give its public half, and keep the private one to yourself.': '请给出公钥，私钥自己保管。',
  'It cannot be brought over.': '无法带入。',
  'It cannot be renewed: once it expires, somebody has to sign in again.':
    '它无法续期：一旦过期，就得有人重新登录。',
  'It has expired and nothing in the file can renew it.': '它已过期，文件中没有可用来续期的内容。',
  'It is borrowed from {owner}, which renews it for this machine only.':
    '它借自 {owner}，只由其为这台机器续期。',
  'It is for {recipients}.': '它是为 {recipients} 加密的。',
  'It takes the place of the one in {first}.': '它会取代 {first} 中的那个。',
  'It takes the place of the one in {length} places at once.': '它会一次取代 {length} 处的登录。',
  'Its provider has refused it.': '其提供方已拒绝它。',
  'Its refresh token was already used up on this machine; sending it again could end the login.':
    '其刷新令牌已在这台机器上用掉；再次发送可能会终止登录。',
  'Its token has characters that no token has.': '其令牌含有不应有的字符。',
  'Its tokens are not in this file.': '其令牌不在此文件中。',
  'Lamplighter does not know "{providerName}" here yet: add the provider first, or it is kept but not renewed.':
    'Lamplighter 在这里还不认识“{providerName}”：请先添加该提供方，否则只保管而不续期。',
  'Lamplighter keeps it in its vault as a new login; other programs’ files stay as they are.':
    'Lamplighter 将它作为新登录保存在自己的保险库中；其他程序的文件保持原样。',
  'Lamplighter renews it here, with {name}.': 'Lamplighter 在这里续期，方式是 {name}。',
  'Lamplighter’s vault': 'Lamplighter 的保险库',
  'Name the file to write, for example logins.age.': '请指定要写入的文件，例如 logins.age。',
  'Neither says whose it is: choose it only if you know.': '两边都没有说明它属于谁：只有你清楚时才选择它。',
  'Nobody is named who could open the file.': '没有指定谁可以打开该文件。',
  'None of these logins can be put into the file.': '这些登录都无法放入该文件。',
  'Nothing says which of the two is newer.': '没有信息表明两者中哪个更新。',
  'Nothing to do: what is there now came after the import.': '无需操作：现有内容在导入之后产生。',
  'Sign in again on the other machine.': '请在另一台机器上重新登录。',
  'Sign in here instead.': '请改为在这里登录。',
  'Sign in here, or export it again on {there}.': '在这里登录，或在 {there} 上重新导出。',
  'Sign in instead.': '请改为登录。',
  'Take the import back to be sure, then choose the file again.':
    '为稳妥起见，请撤销导入，然后重新选择文件。',
  'Take the passphrase off a copy of it (ssh-keygen -p -f COPY), choose the copy, and delete it afterwards.':
    '请去掉其副本的口令（ssh-keygen -p -f 副本），选择该副本，用完后删除。',
  'That passphrase does not open {path}.': '该口令无法打开 {path}。',
  'The file holds {what}.': '文件中有 {what}。',
  'The import was cut short while it wrote to {path}.': '导入在写入 {path} 时中断。',
  'The lock of {path} was lost.': '{path} 的锁丢失。',
  'The lock of {path} was lost; it was left as it is.': '{path} 的锁丢失；文件保持原样。',
  'The login of this name belongs to {login} here, and stays untouched.':
    '这里的同名登录属于 {login}，保持不动。',
  'The passphrase needs at least {count} characters: it is all that protects the file.':
    '口令至少需要 {count} 个字符：它是文件的唯一保护。',
  'The provider has already refused this login here.': '提供方已经在这里拒绝过此登录。',
  'There is no login called "{id}".': '没有名为“{id}”的登录。',
  'There is no {name} in {path}.': '{path} 中没有 {name}。',
  'There is nothing to bring over in this choice.': '所选内容中没有可带入的。',
  'There is nothing to bring over, and nothing to remove.': '没有可带入的，也没有可移除的。',
  'This import is not known any more.': '已不知道此导入。',
  'This import was taken back already.': '此导入已撤销。',
  'This login cannot be brought over.': '此登录无法带入。',
  'This login lives here already: this is the file that it stands in.':
    '此登录本来就在这里：这正是存放它的文件。',
  'This machine already holds a newer one.': '这台机器已有更新的一份。',
  'This machine already holds exactly this login.': '这台机器已有完全相同的登录。',
  'Update Lamplighter on this machine and try again.': '请更新这台机器上的 Lamplighter 后重试。',
  'Where newer tokens were found, they were left.': '发现较新令牌的地方保持不变。',
  'a device or a pipe': '设备或管道',
  '{capital} can go on using the key as well.': '{capital} 也可以继续使用该密钥。',
  '{capital} stays signed in.': '{capital} 保持登录状态。',
  '{entry} is no longer in {path}.': '{entry} 已不在 {path} 中。',
  '{key} belongs to a plugin of age, which Lamplighter does not run.':
    '{key} 属于 age 的插件，Lamplighter 不运行插件。',
  '{key} does not open {path}, which is encrypted to another key.':
    '{key} 无法打开 {path}，后者是为另一个密钥加密的。',
  '{key} is a private key.': '{key} 是私钥。',
  '{key} is an SSH key of a kind that age cannot encrypt to.': '{key} 是 age 无法用来加密的 SSH 密钥类型。',
  '{key} is not a key that can be used: {why}.': '{key} 不是可用的密钥：{why}。',
  '{key} is not a recipient.': '{key} 不是接收者。',
  '{owner} keeps this login on {there} and renews it there; a copy would end it.':
    '{owner} 在 {there} 上保管此登录并在那里续期；副本会使它终止。',
  '{path} asks for more work to open it than anybody would wish.': '打开 {path} 所需的计算量过大。',
  '{path} holds a key of a kind that age does not use ({kind}).':
    '{path} 含有 age 不使用的密钥类型（{kind}）。',
  '{path} holds a public key; the private half opens files.': '{path} 含有公钥；打开文件需要私钥。',
  '{path} holds no key.': '{path} 不含密钥。',
  '{path} holds something newer than the import wrote; it was left as it is.':
    '{path} 中的内容比导入写入的更新；保持原样。',
  '{path} is a bundle without logins in it.': '{path} 是不含登录的包。',
  '{path} is a device or a pipe, not a file.': '{path} 是设备或管道，不是文件。',
  '{path} is a folder, not a file.': '{path} 是文件夹，不是文件。',
  '{path} is an SSH key under a passphrase, which Lamplighter cannot open.':
    '{path} 是带口令的 SSH 密钥，Lamplighter 无法打开。',
  '{path} is damaged or was cut short.': '{path} 已损坏或不完整。',
  '{path} is empty.': '{path} 是空的。',
  '{path} is encrypted to another key.': '{path} 是为另一个密钥加密的。',
  '{path} is encrypted to {recipients}, not under a passphrase.':
    '{path} 是为 {recipients} 加密的，没有使用口令。',
  '{path} is larger than {size}; {verdict}.': '{path} 大于 {size}；{verdict}。',
  '{path} is not a file Lamplighter can import from.': '{path} 不是 Lamplighter 能导入的文件。',
  '{path} is not a file of keys.': '{path} 不是密钥文件。',
  '{path} is not the record of this import.': '{path} 不是此导入的记录。',
  '{path} is not there.': '{path} 不存在。',
  '{path} is protected by a passphrase.': '{path} 受口令保护。',
  '{path} is there already, and was left as it is.': '{path} 已存在，保持原样。',
  '{path} is {what}, not a file.': '{path} 是{what}，不是文件。',
  '{path} names no recipient.': '{path} 没有指定接收者。',
  '{path} was written by a newer Lamplighter (bundle version {version}).':
    '{path} 由较新的 Lamplighter 写入（包版本 {version}）。',
  '{path} was written by a newer age, in a format of its own ({format}).':
    '{path} 由较新的 age 以其自有格式写入（{format}）。',
  '{path} was written by somebody else since the file was compared; it was left as it is.':
    '比较文件之后，{path} 被他人写入；保持原样。',
  '{providerName} does not rotate refresh tokens, so {there} stays signed in.':
    '{providerName} 不轮换刷新令牌，因此 {there} 保持登录状态。',
  '{providerName} accepts each refresh token once: a copy would end it here or there.':
    '{providerName} 每个刷新令牌只接受一次：副本会使它在这里或那里终止。',
  '{providerName} accepts each refresh token once: as soon as Lamplighter renews it here, {there} is signed out, or the other way round.':
    '{providerName} 每个刷新令牌只接受一次：Lamplighter 一旦在这里续期，{there} 就会退出登录，反之亦然。',
  '{providerName} may accept each refresh token only once: a copy would end it here or there.':
    '{providerName} 可能每个刷新令牌只接受一次：副本会使它在这里或那里终止。',
  '{providerName} may accept each refresh token only once: as soon as Lamplighter renews it here, {there} is signed out, or the other way round.':
    '{providerName} 可能每个刷新令牌只接受一次：Lamplighter 一旦在这里续期，{there} 就会退出登录，反之亦然。',
  'Its provider may accept each refresh token only once: a copy would end it here or there.':
    '其提供方可能每个刷新令牌只接受一次：副本会使它在这里或那里终止。',
  'the file': '该文件',
}
