/** What the machine itself says: files, keychain, network, processes, in Chinese. */
import type { Translation } from '../t.ts'

export const system: Translation = {
  'A backup helps only if it was made after the last renewal: the refresh token in an older one is spent.':
    '备份只有在最后一次续期之后制作的才有用：更早的备份中的刷新令牌已用掉。',
  '"{command}" cannot be started ({code}): {why}.': '无法启动“{command}”（{code}）：{why}。',
  '"{id}" was changed after it was sealed, or the key is another one.': '“{id}”在封存后被更改，或密钥不同。',
  '"{id}" was sealed with another key.': '“{id}”是用另一个密钥封存的。',
  'A sealed credential was opened, but its contents are not understood.':
    '打开了一个封存的凭据，但无法理解其内容。',
  'Choose a folder in which nobody else may write: $XDG_RUNTIME_DIR is one.':
    '请选择他人不能写入的文件夹：例如 $XDG_RUNTIME_DIR。',
  'Close the program that uses it, or paste the address the browser ends on.':
    '请关闭占用它的程序，或粘贴浏览器最后停留的地址。',
  'Copy the address into a browser yourself.': '请自行将该地址复制到浏览器中。',
  'Everything else it remembers': '它记住的其他一切',
  'Finished a renewal that was cut short, written to {count} files.':
    '完成了一次中断的续期，已写入 {count} 个文件。',
  'Finished a renewal that was cut short.': '完成了一次中断的续期。',
  'From cron or ssh, set DBUS_SESSION_BUS_ADDRESS=unix:path=/run/user/UID/bus.':
    '从 cron 或 ssh 运行时，请设置 DBUS_SESSION_BUS_ADDRESS=unix:path=/run/user/UID/bus。',
  'Install Lamplighter anew, with the libraries it asks for.': '请重新安装 Lamplighter 及其所需的库。',
  'It has expired and will mend itself: Lamplighter renews it for all {count} agents at once.':
    '它已过期，但会自行恢复：Lamplighter 会一次为全部 {count} 个智能体续期。',
  'It has expired and will mend itself: Lamplighter renews it.':
    '它已过期，但会自行恢复：Lamplighter 会为它续期。',
  'It keeps your logins alive all the same, also with this window closed.':
    '即使此窗口关闭，它也会让你的登录保持有效。',
  'It names the key that opens the stored logins: restore it from a backup.':
    '它指明打开所存登录的密钥：请从备份恢复。',
  'Lamplighter does not know the provider "{name}".': 'Lamplighter 不认识提供方“{name}”。',
  'Lamplighter is renewing it for all {count} agents at once.':
    'Lamplighter 正在一次为全部 {count} 个智能体续期。',
  'Lamplighter is renewing it.': 'Lamplighter 正在为它续期。',
  'Lamplighter renews it for all {count} agents at once.': 'Lamplighter 会一次为全部 {count} 个智能体续期。',
  'Lamplighter renews it.': 'Lamplighter 为它续期。',
  'Lamplighter will renew it before it expires.': 'Lamplighter 会在它过期前续期。',
  'Lamplighter will renew it for all {count} agents at once before it expires.':
    'Lamplighter 会在它过期前一次为全部 {count} 个智能体续期。',
  'Lamplighter’s lock "{name}" is held by {holder}.': 'Lamplighter 的锁“{name}”被 {holder} 占用。',
  'Listening on 127.0.0.1:{port} failed.': '监听 127.0.0.1:{port} 失败。',
  'Locking {path} failed ({code}).': '锁定 {path} 失败（{code}）。',
  'Locking {path} failed ({code}): {why}.': '锁定 {path} 失败（{code}）：{why}。',
  'Move it away, and put back the file that belongs there.': '请将它移开，并放回应有的文件。',
  'Move it away: fingerprints in the history will then no longer match older ones.':
    '请将它移开：此后历史中的指纹与更早的不再对应。',
  Never: '从不',
  'No Lamplighter is running, and there is no `lamplighter` command.':
    '没有 Lamplighter 在运行，也没有 `lamplighter` 命令。',
  'No Lamplighter is running.': '没有 Lamplighter 在运行。',
  'No browser could be opened with {command}.': '无法用 {command} 打开浏览器。',
  'No file of logins is, so it was not read into memory.': '登录文件不会这么大，因此没有读入内存。',
  'On GNOME, the extension "AppIndicator and KStatusNotifierItem Support" brings tray icons back.':
    '在 GNOME 上，扩展“AppIndicator and KStatusNotifierItem Support”可让托盘图标重新显示。',
  'Only https addresses are opened.': '只打开 https 地址。',
  'Port {port} is in use, and the provider answers to no other.':
    '端口 {port} 已被占用，而提供方不会应答其他端口。',
  'Reading {path} failed ({code}).': '读取 {path} 失败（{code}）。',
  'Reading {path} failed ({code}): {why}.': '读取 {path} 失败（{code}）：{why}。',
  'Renewed, written to {count} files.': '已续期，写入 {count} 个文件。',
  'Renewed.': '已续期。',
  'Remove it, or set XDG_RUNTIME_DIR to a folder of your own.':
    '请移除它，或将 XDG_RUNTIME_DIR 设为你自己的文件夹。',
  'Renewal journal': '续期日志',
  'Restore it from a backup.': '请从备份恢复。',
  'Run Lamplighter as the user whose file it is: opened by anybody else, a database may lock its owner out.':
    '请以文件所属用户的身份运行 Lamplighter：若由他人打开，数据库可能会将其所有者锁在外面。',
  'Run: lamplighter login {id}': '请运行：lamplighter login {id}',
  'SQLite cannot be loaded on this machine: {why}': '这台机器上无法加载 SQLite：{why}',
  'SQLite {version} may damage a database that another program writes as well.':
    'SQLite {version} 可能损坏同时被其他程序写入的数据库。',
  'Say hello first.': '请先问好。',
  "See who did that, then make it yours alone: chown, and chmod go-w '{path}'":
    "请查明是谁所为，然后将其设为仅你所有：chown，以及 chmod go-w '{path}'",
  'Sign in with {owner} where you want to use it.': '在要使用它的地方用 {owner} 登录。',
  'Something unexpected went wrong inside Lamplighter.': 'Lamplighter 内部发生了意外错误。',
  'Something unexpected went wrong.': '发生了意外错误。',
  'Start the application, or: lamplighter serve': '请启动应用程序，或：lamplighter serve',
  'That hello was not understood.': '无法理解该问候。',
  'The key does not fit: this is not the same user, or an older host was meant.':
    '密钥不符：不是同一用户，或指的是更早的主机。',
  'The key to Lamplighter’s vault is in the keychain, which cannot be reached now.':
    'Lamplighter 保险库的密钥在钥匙串中，而钥匙串目前无法访问。',
  'The keychain cannot be read: {why}.': '无法读取钥匙串：{why}。',
  'The login was cancelled.': '登录已取消。',
  'The other side went away before it answered.': '对方在应答前已离开。',
  'The running Lamplighter cannot be reached at {at} ({why}).':
    '无法在 {at} 连接正在运行的 Lamplighter（{why}）。',
  'The running Lamplighter does not answer.': '正在运行的 Lamplighter 没有应答。',
  'The running Lamplighter speaks version {theirs} of its protocol, and was asked in version {ours}.':
    '正在运行的 Lamplighter 使用协议版本 {theirs}，而请求使用版本 {ours}。',
  'The sealed text of "{id}" is not in a form that this version knows.':
    '“{id}”的封存内容不是此版本所知的形式。',
  'The sealing key {key} in {path} is damaged.': '{path} 中的封存密钥 {key} 已损坏。',
  'The sealing key {key} in {path} is missing.': '{path} 中缺少封存密钥 {key}。',
  'The two sides may be of different versions: update the older one.': '双方版本可能不同：请更新较旧的一方。',
  'There is no call "{name}" here.': '这里没有调用“{name}”。',
  'There is no command "{command}".': '没有命令“{command}”。',
  'This desktop shows no tray icons, so Lamplighter has none.':
    '此桌面不显示托盘图标，所以 Lamplighter 没有托盘图标。',
  'To see the window again, start Lamplighter once more.': '要再次看到窗口，请再启动一次 Lamplighter。',
  'Too many calls at once.': '同时调用过多。',
  'Try again in a moment.': '请稍后再试。',
  'Unlock the keychain and try again.': '请解锁钥匙串后重试。',
  'Unlock your session’s keychain, and look again.': '请解锁会话的钥匙串，然后再看。',
  'Update the older of the two, and start the running one again.':
    '请更新两者中较旧的一个，并重新启动正在运行的那个。',
  'Wait for some answers first.': '请先等待一些应答。',
  'Window and caches': '窗口和缓存',
  'Without it the stored logins cannot be opened, and you sign in again.':
    '没有它就无法打开存储的登录，你须重新登录。',
  'Without it you sign in again.': '没有它，你须重新登录。',
  'Writing {path} failed ({code}).': '写入 {path} 失败（{code}）。',
  'Writing {path} failed ({code}): {why}.': '写入 {path} 失败（{code}）：{why}。',
  'a folder of its path is a file': '其路径中的某个文件夹是文件',
  'a line was too long': '有一行过长',
  files: '文件',
  home: '家居',
  identity: '身份',
  'it is a link that leads back to itself': '它是指向自身的链接',
  'it may not be a program': '它可能不是程序',
  media: '媒体',
  'the disk is full': '磁盘已满',
  'the disk reports an error': '磁盘报告错误',
  'the file system is read-only': '文件系统是只读的',
  'the other side does not read': '对方没有读取',
  'the permissions do not allow it': '权限不允许',
  'the system does not permit it, or another program has it open': '系统不允许，或另一个程序已将其打开',
  work: '办公',
  'your disk quota is used up': '你的磁盘配额已用完',
  '{name} did not answer ({why}).': '{name} 没有应答（{why}）。',
  '{name} did not answer.': '{name} 没有应答。',
  '{name}: the client certificate cannot be used: {why}': '{name}：客户端证书无法使用：{why}',
  '{name}: the server does not take the client certificate ({why})':
    '{name}：服务器不接受客户端证书（{why}）',
  '{owner} registered a client for this login alone, on the machine where it is: Lamplighter neither moves, lends nor copies it.':
    '{owner} 在它所在的机器上专为此登录注册了客户端：Lamplighter 既不转移、不借出，也不复制它。',
  '{path} belongs to another user.': '{path} 属于另一个用户。',
  '{path} belongs to another user: nothing was asked there.': '{path} 属于另一个用户：没有在那里询问。',
  '{path} belongs to somebody else.': '{path} 属于他人。',
  '{path} cannot be read: {why} (SQLite {code}).': '无法读取 {path}：{why}（SQLite {code}）。',
  '{path} cannot be written: {why} (SQLite {code}).': '无法写入 {path}：{why}（SQLite {code}）。',
  '{path} has been in use by another program for {seconds} s.': '{path} 已被另一个程序占用 {seconds} 秒。',
  '{path} is damaged, or no SQLite database.': '{path} 已损坏，或不是 SQLite 数据库。',
  '{path} is larger than {size} MiB.': '{path} 大于 {size} MiB。',
  '{path} is no file.': '{path} 不是一个文件。',
  '{path} is not UTF-8 text.': '{path} 不是 UTF-8 文本。',
  '{path} is not there any more.': '{path} 已不存在。',
  '{path} should hold {wanted} bytes and holds {count}.': '{path} 应有 {wanted} 字节，实际为 {count}。',
  '{path} was not read': '没有读取 {path}',
  '{path} was not written': '没有写入 {path}',
  '{path} was there and is gone.': '{path} 曾经存在，现在不见了。',
  '{program} was ended ({why})': '{program} 已终止（{why}）',
  '{program} · {count} agents': '{program} · {count} 个智能体',
  '{what}: it {why}.': '{what}：{why}。',
  'Make it readable for you: {command}': '让你自己可以读取它：{command}',
  'A part of Lamplighter is not where it was: most likely another version was installed under the one that runs.':
    'Lamplighter 的一部分已不在原处：很可能在运行中的版本之下安装了另一个版本。',
  'Restart Lamplighter.': '请重新启动 Lamplighter。',
  empty: '空',
  'Let its owner repair it, or sign in again there.': '请让其所有者修复，或在那里重新登录。',
}
