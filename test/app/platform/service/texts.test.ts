import { describe, expect, it } from 'vitest'
import { launchAgent } from '../../../../app/platform/service/launch-agent.ts'
import { scheduledTask } from '../../../../app/platform/service/scheduled-task.ts'
import { systemdUnit } from '../../../../app/platform/service/systemd-unit.ts'

const PLAIN = { words: ['/usr/bin/node', '/opt/lamplighter/lamplighter.cjs', 'serve'], env: {} }
/** What each of the three has to be careful with. */
const TRICKY = {
  words: ['/opt/Node "20"/bin/node', '/home/ada/100% $HOME\\<&>/cli.cjs', 'serve'],
  env: { LAMPLIGHTER_HOME: '/home/ada/a b/$c%d"e\\f\n' },
}

describe('systemdUnit', () => {
  it('starts the command and starts it again when it failed', () => {
    expect(systemdUnit(PLAIN)).toBe(`[Unit]
Description=Lamplighter keeps this user's OAuth logins alive

[Service]
Type=simple
ExecStart=/usr/bin/node /opt/lamplighter/lamplighter.cjs serve
Restart=on-failure
RestartSec=5
# A renewal under way is stored first: its request may take 30 s.
TimeoutStopSec=45
KillMode=mixed
UMask=0077
# No tokens in a core dump, no more rights than we start with.
LimitCORE=0
NoNewPrivileges=yes
RestrictSUIDSGID=yes
RestrictRealtime=yes
RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6 AF_NETLINK
LockPersonality=yes
SystemCallArchitectures=native
SystemCallFilter=~@clock @cpu-emulation @debug @module @obsolete @raw-io @reboot @swap
SystemCallErrorNumber=EPERM

[Install]
WantedBy=default.target
`)
  })

  it('quotes what systemd would read as something else', () => {
    const lines = systemdUnit(TRICKY).split('\n')
    expect(lines).toContain(
      String.raw`ExecStart=/usr/bin/env "/opt/Node \"20\"/bin/node" "/home/ada/100%% $$HOME\\<&>/cli.cjs" serve`,
    )
    const dollar = systemdUnit({ words: ['/opt/a$b/node', '/cli.cjs', 'serve'], env: {} })
    expect(dollar).toContain('ExecStart=/usr/bin/env /opt/a$$b/node /cli.cjs serve\n')
    expect(lines).toContain(String.raw`Environment="LAMPLIGHTER_HOME=/home/ada/a b/$c%%d\"e\\f\n"`)
  })
})

describe('launchAgent', () => {
  it('names the command, its variables and its log', () => {
    const text = launchAgent(TRICKY, '/Users/ada/Library/Logs/l&l.log')
    expect(text).toContain(
      '    <string>/home/ada/100% $HOME\\&lt;&amp;&gt;/cli.cjs</string>\n    <string>serve</string>',
    )
    expect(text).toContain('    <key>LAMPLIGHTER_HOME</key>\n    <string>/home/ada/a b/$c%d"e\\f\n</string>')
    expect(text).toContain(
      '<key>StandardErrorPath</key>\n  <string>/Users/ada/Library/Logs/l&amp;l.log</string>',
    )
    expect(text).toContain('<key>Core</key>\n    <integer>0</integer>')
    expect(text).toContain('<key>SuccessfulExit</key>\n    <false/>')
    expect(launchAgent(PLAIN, '/log')).not.toContain('EnvironmentVariables')
  })
})

describe('scheduledTask', () => {
  it('is one line for the command prompt, with quotes inside quotes', () => {
    const words = ['C:\\Program Files\\nodejs\\node.exe', 'C:\\lamplighter\\cli.cjs', 'serve']
    expect(scheduledTask({ words, env: {} }).create).toBe(
      String.raw`schtasks /Create /SC ONLOGON /TN "Lamplighter serve" /TR "\"C:\Program Files\nodejs\node.exe\" C:\lamplighter\cli.cjs serve"`,
    )
  })
})
