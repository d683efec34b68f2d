/** What is said of other programs’ files, and of the vault, in German. */
import type { Translation } from '../t.ts'

export const stores: Translation = {
  '"{id}" in {path} cannot be understood ({why}).': '„{id}“ in {path} ist nicht zu verstehen ({why}).',
  '"{member}" is {what}, where text was expected.': '„{member}“ ist {what}, wo Text erwartet wurde.',
  'A line under “uses”: the login is for OpenClaw.':
    'Eine Zeile unter „uses“: Die Anmeldung ist für OpenClaw.',
  'A small program of yours, which OpenClaw starts when it needs the access token.':
    'Ein kleines Programm von dir, das OpenClaw startet, wenn es das Access-Token braucht.',
  'Anthropic refused the login of Claude Code.': 'Anthropic hat die Anmeldung von Claude Code abgelehnt.',
  'Azure CLI keeps its tokens encrypted, or in the keychain.':
    'Azure CLI bewahrt seine Tokens verschlüsselt oder im Schlüsselbund auf.',
  'Azure CLI renews it itself, and when Lamplighter asks it to.':
    'Azure CLI erneuert sie selbst, auch wenn Lamplighter darum bittet.',
  'Azure CLI renews it when it is used.': 'Azure CLI erneuert sie, wenn es benutzt wird.',
  'Azure CLI was asked in vain: az {part}.': 'Azure CLI wurde vergeblich gefragt: az {part}.',
  'Bring Codex up to date.': 'Bring Codex auf den neuesten Stand.',
  'By hand: openclaw secrets reload': 'Von Hand: openclaw secrets reload',
  'Claude Code could not be asked to renew its login: claude {why}.':
    'Claude Code konnte nicht gebeten werden, seine Anmeldung zu erneuern: claude {why}.',
  'Claude Code keeps its login in the keychain.': 'Claude Code bewahrt seine Anmeldung im Schlüsselbund auf.',
  'Claude Code renews it when it is used, and when Lamplighter asks it to, as you wished.':
    'Claude Code erneuert sie, wenn es benutzt wird und, wie du es wolltest, wenn Lamplighter darum bittet.',
  'Claude Code renews it when it is used.': 'Claude Code erneuert sie, wenn es benutzt wird.',
  'Claude Code’s older refresh lock': 'Ältere Erneuerungssperre von Claude Code',
  'Claude Code’s refresh lock': 'Erneuerungssperre von Claude Code',
  'Codex could not be asked to renew its login: codex {why}.':
    'Codex konnte nicht gebeten werden, seine Anmeldung zu erneuern: codex {why}.',
  'Codex could not be asked to sign in: {why}.': 'Codex konnte nicht gebeten werden, sich anzumelden: {why}.',
  'Codex has not signed in: {part}.': 'Codex hat sich nicht angemeldet: {part}.',
  'Codex keeps it.': 'Codex verwaltet sie.',
  'Codex keeps its login, if it has one, in the keyring, as its config.toml says.':
    'Codex bewahrt seine Anmeldung, falls es eine hat, im Schlüsselbund auf; so steht es in seiner config.toml.',
  'Codex renews it itself, and when Lamplighter asks it to.':
    'Codex erneuert sie selbst, auch wenn Lamplighter darum bittet.',
  'Codex · API key': 'Codex · API-Schlüssel',
  'Connect to that server in {program}.': 'Verbinde dich in {program} mit diesem Server.',
  'Correct "programs"."{id}" in config.json, or sign in with that program.':
    'Berichtige "programs"."{id}" in config.json oder melde dich mit jenem Programm an.',
  'Correct the file, or sign in again with OpenClaw.':
    'Berichtige die Datei oder melde dich mit OpenClaw neu an.',
  'Credentials of the type "{type}": Lamplighter knows no more of them.':
    'Zugangsdaten vom Typ „{type}“: Mehr weiß Lamplighter nicht über sie.',
  'Cursor does not renew it: sign in again when it has expired.':
    'Cursor erneuert sie nicht: Melde dich neu an, wenn sie abgelaufen ist.',
  'Cursor keeps its session in the keychain.': 'Cursor bewahrt seine Sitzung im Schlüsselbund auf.',
  'Gemini CLI keeps it encrypted, under a key of this machine.':
    'Gemini CLI bewahrt sie verschlüsselt auf, mit einem Schlüssel dieses Rechners.',
  'Gemini CLI renews it while it runs.': 'Gemini CLI erneuert sie, solange es läuft.',
  'GitHub CLI keeps it.': 'GitHub CLI verwaltet sie.',
  'GitHub CLI keeps its token in the keychain.': 'GitHub CLI bewahrt sein Token im Schlüsselbund auf.',
  'GitHub CLI uses the keychain since 2.24.': 'GitHub CLI benutzt seit 2.24 den Schlüsselbund.',
  'GitHub Copilot keeps it.': 'GitHub Copilot verwaltet sie.',
  'GitHub Copilot keeps its token in the keychain.':
    'GitHub Copilot bewahrt sein Token im Schlüsselbund auf.',
  'GitHub Copilot renews it when it next talks to that server.':
    'GitHub Copilot erneuert sie, wenn es das nächste Mal mit jenem Server spricht.',
  'Google default credentials': 'Google-Standardanmeldedaten',
  'Google serves it to companies only since June 2026.':
    'Seit Juni 2026 bietet Google das nur noch Unternehmen an.',
  'Grok keeps it.': 'Grok verwaltet sie.',
  'Grok renews it while it runs.': 'Grok erneuert sie, solange es läuft.',
  'Grok · API key': 'Grok · API-Schlüssel',
  'Grok’s entry "{name}" has no {part}: Grok reads none of the file then.':
    'Groks Eintrag „{name}“ hat kein {part}: Grok liest dann nichts aus der Datei.',
  'If OpenClaw is running, it may still use the old login until its gateway is restarted.':
    'Falls OpenClaw läuft, benutzt es vielleicht noch die alte Anmeldung, bis sein Gateway neu gestartet wird.',
  'If OpenClaw is running, its gateway still takes the login for lost; a Lamplighter that keeps running tells it.':
    'Falls OpenClaw läuft, hält sein Gateway die Anmeldung noch für verloren; ein Lamplighter, das weiterläuft, sagt es ihm.',
  'If nothing holds it ({command}), remove the lock.':
    'Wenn nichts sie hält ({command}), entferne die Sperre.',
  'If that is long, its program is gone: remove the empty folder {path}.':
    'Wenn das lange dauert, ist das Programm weg: Entferne den leeren Ordner {path}.',
  'In config.json: {example}. docs/logins.md says what it means.':
    'In config.json: {example}. docs/logins.md sagt, was es bedeutet.',
  'It does for {names}.': 'Für {names} tut es das.',
  'It does not expire; GitHub may end it.': 'Sie läuft nicht ab; GitHub kann sie beenden.',
  'It does not say which provider it belongs to.': 'Es sagt nicht, zu welchem Anbieter es gehört.',
  'It ends when it is revoked, or after six months without use.':
    'Sie endet, wenn sie widerrufen wird oder sechs Monate lang ungenutzt bleibt.',
  'It has no refresh token, so nobody can renew it.':
    'Sie hat kein Refresh-Token, also kann niemand sie erneuern.',
  'It has no refresh token: mcp-remote signs in again when it expires.':
    'Sie hat kein Refresh-Token: mcp-remote meldet sich neu an, wenn sie abläuft.',
  'It has no type.': 'Es hat keinen Typ.',
  'It holds no token.': 'Es enthält kein Token.',
  'It holds the secrets of OAuth clients.': 'Sie enthält die Geheimnisse von OAuth-Clients.',
  'It is left untouched.': 'Er bleibt unberührt.',
  'It is {what}, where an object was expected.': 'Es ist {what}, wo ein Objekt erwartet wurde.',
  'It never expires.': 'Sie läuft nie ab.',
  'It uses its other logins of {provider}, or none.':
    'Es benutzt seine anderen Anmeldungen von {provider} oder keine.',
  'Its client was registered until {day}, and nobody can renew it now.':
    'Ihr Client war bis {day} registriert, jetzt kann niemand sie erneuern.',
  'Its type is none of oauth, token and api_key.': 'Sein Typ ist keiner von oauth, token und api_key.',
  'Kimi Code renews it as soon as it is used; while nobody uses it, it expires.':
    'Kimi Code erneuert sie, sobald es benutzt wird; benutzt es niemand, läuft sie ab.',
  'Kimi refused the login, and {owner} has emptied its file.':
    'Kimi hat die Anmeldung abgelehnt, und {owner} hat seine Datei geleert.',
  'Lamplighter asks there for each new access token, and writes it here.':
    'Lamplighter fragt dort nach jedem neuen Access-Token und schreibt es hierher.',
  'Lamplighter asks there for each new access token.':
    'Lamplighter fragt dort nach jedem neuen Access-Token.',
  'Lamplighter goes on trying.': 'Lamplighter versucht es weiter.',
  'Lamplighter leaves it alone until then.': 'Lamplighter lässt sie bis dahin in Ruhe.',
  'Lamplighter left it as it is.': 'Lamplighter hat es gelassen, wie es ist.',
  'Lamplighter only reads the logins of {owner}.': 'Lamplighter liest die Anmeldungen von {owner} nur.',
  'Lamplighter’s vault {path} cannot be understood: {why}.':
    'Der Tresor von Lamplighter {path} ist nicht zu verstehen: {why}.',
  'Logins of agents that it puts elsewhere are not seen until it is mended.':
    'Anmeldungen von Agenten, die es anderswohin legt, sind erst zu sehen, wenn das behoben ist.',
  'Make the file and its folder writable for you; until then it is only watched.':
    'Mach die Datei und ihren Ordner für dich schreibbar; bis dahin wird sie nur beobachtet.',
  'No profile in {path} is of this session any more.': 'Kein Profil in {path} gehört noch zu dieser Sitzung.',
  'Nobody has signed in to Codex in a quarter of an hour.':
    'Seit einer Viertelstunde hat sich niemand bei Codex angemeldet.',
  'Nothing to do: it is asked in time.': 'Nichts zu tun: Es wird rechtzeitig gebeten.',
  'OpenClaw does not use {login} through Lamplighter.': 'OpenClaw benutzt {login} nicht über Lamplighter.',
  'OpenClaw’s agent {agent}': 'Agent {agent} von OpenClaw',
  'OpenClaw’s configuration': 'Konfiguration von OpenClaw',
  'OpenClaw had set {entry} aside after failures; it may use it again.':
    'OpenClaw hatte {entry} nach Fehlschlägen beiseitegelegt; es darf sie wieder benutzen.',
  'OpenClaw has {profile} already.': 'OpenClaw hat {profile} schon.',
  'OpenClaw is renewing it now.': 'OpenClaw erneuert sie gerade.',
  'OpenClaw is using the file; the next try is automatic.':
    'OpenClaw benutzt die Datei gerade; der nächste Versuch kommt von selbst.',
  'OpenClaw keeps {entry} in its database by now.': 'OpenClaw hat {entry} inzwischen in seiner Datenbank.',
  'OpenClaw lost it in a renewal that failed: only a new sign-in helps.':
    'OpenClaw hat sie bei einer misslungenen Erneuerung verloren: Nur ein neues Anmelden hilft.',
  'OpenClaw lost this login in a renewal that failed; Lamplighter has kept its last tokens and tries them.':
    'OpenClaw hat diese Anmeldung bei einer misslungenen Erneuerung verloren; Lamplighter hat ihre letzten Tokens behalten und versucht sie.',
  'OpenClaw preferred {old} for {provider}; it now prefers {new}.':
    'OpenClaw bevorzugte {old} für {provider}; jetzt bevorzugt es {new}.',
  'OpenClaw takes no access token for logins of "{provider}".':
    'OpenClaw nimmt kein Access-Token für Anmeldungen von „{provider}“.',
  'OpenClaw takes such a file for empty.': 'OpenClaw hält so eine Datei für leer.',
  'OpenClaw’s gateway may still use an old token.':
    'Das Gateway von OpenClaw benutzt vielleicht noch ein altes Token.',
  'OpenClaw’s order for {provider} leaves {entry} out, so it is not used.':
    'Die Reihenfolge von OpenClaw für {provider} lässt {entry} aus, deshalb wird sie nicht benutzt.',
  'OpenClaw’s refresh lock': 'Erneuerungssperre von OpenClaw',
  'OpenClaw’s store lock': 'Speichersperre von OpenClaw',
  'Others are handed to a field of its configuration: lamplighter use {login} audience NAME':
    'Andere werden einem Feld seiner Konfiguration übergeben: lamplighter use {login} audience NAME',
  'Put cli_auth_credentials_store = "keyring" into its config.toml, and sign in again.':
    'Schreibe cli_auth_credentials_store = "keyring" in seine config.toml und melde dich neu an.',
  'Qwen has ended this sign-in: ~/.qwen/oauth_creds.json is of no use any more and can be removed.':
    'Qwen hat diese Anmeldung beendet: ~/.qwen/oauth_creds.json nützt nichts mehr und kann entfernt werden.',
  'Restore it, or move it away and give them again.':
    'Stell sie wieder her, oder schieb sie beiseite und gib sie noch einmal ein.',
  'Run this command with Node.js itself.': 'Führe diesen Befehl mit Node.js selbst aus.',
  'Run: aws sts get-caller-identity --profile {profile}, and see what it says.':
    'Führe „aws sts get-caller-identity --profile {profile}“ aus und sieh nach, was es meldet.',
  'Run: az account get-access-token, and see what it says; it may have to be signed in again.':
    'Führe „az account get-access-token“ aus und sieh nach, was es meldet; vielleicht ist eine neue Anmeldung nötig.',
  'Run: az config set core.encrypt_token_cache=true, and sign in again.':
    'Führe „az config set core.encrypt_token_cache=true“ aus und melde dich neu an.',
  'Run: gh auth login, without --insecure-storage.': 'Führe „gh auth login“ ohne --insecure-storage aus.',
  'Set GEMINI_FORCE_ENCRYPTED_FILE_STORAGE=true where Gemini CLI is started.':
    'Setze dort, wo Gemini CLI gestartet wird, GEMINI_FORCE_ENCRYPTED_FILE_STORAGE=true.',
  'Sign in again to replace it.': 'Melde dich neu an, um sie zu ersetzen.',
  'Sign in again with Grok: grok login': 'Melde dich mit Grok neu an: grok login',
  'Sign in again: aws login': 'Melde dich neu an: aws login',
  'Start Claude Code once; it renews its login by itself.':
    'Starte Claude Code einmal; es erneuert seine Anmeldung von selbst.',
  'Start Codex once; it renews its login by itself.':
    'Starte Codex einmal; es erneuert seine Anmeldung von selbst.',
  'Take it out first: lamplighter openclaw use {login} --drop':
    'Nimm sie zuerst heraus: lamplighter openclaw use {login} --drop',
  'The AWS CLI renews it when it is used, and when Lamplighter asks it to, as you wished.':
    'Die AWS CLI erneuert sie, wenn sie benutzt wird, und, wie du es wolltest, wenn Lamplighter sie darum bittet.',
  'The AWS CLI renews it when it is used; while nobody uses it, it expires.':
    'Die AWS CLI erneuert sie, wenn sie benutzt wird; benutzt sie niemand, läuft sie ab.',
  'The AWS CLI was asked in vain: aws {part}.': 'Die AWS CLI wurde vergeblich gefragt: aws {part}.',
  'The file does not name a region and a client that AWS would know.':
    'Die Datei nennt keine Region und keinen Client, die AWS kennen würde.',
  'The key of a service account.': 'Der Schlüssel eines Dienstkontos.',
  'The line under “uses” goes.': 'Die Zeile unter „uses“ verschwindet.',
  'The next look finds it there: lamplighter list':
    'Beim nächsten Nachsehen findet es sich dort: lamplighter list',
  'The profile {profile} goes.': 'Das Profil {profile} verschwindet.',
  'The profile {profile}, tried before its other logins of {provider}.':
    'Das Profil {profile}, vor seinen anderen Anmeldungen von {provider} versucht.',
  'The row {row} could not be changed.': 'Die Zeile {row} ließ sich nicht ändern.',
  'The secret is held by OpenClaw, encrypted in a file of its own.':
    'Das Geheimnis hat OpenClaw, verschlüsselt in einer eigenen Datei.',
  'The secret is kept outside this file.': 'Das Geheimnis liegt außerhalb dieser Datei.',
  'The small program goes.': 'Das kleine Programm verschwindet.',
  'The source of secrets “{source}” goes.': 'Die Quelle von Geheimnissen „{source}“ verschwindet.',
  'There is neither an access token nor a refresh token in it.':
    'Darin ist weder ein Access-Token noch ein Refresh-Token.',
  'There is no key in it.': 'Darin ist kein Schlüssel.',
  'There is no token in it.': 'Darin ist kein Token.',
  'There is no token in the file.': 'In der Datei steht kein Token.',
  'This is OpenClaw’s copy of a login that {owner} keeps and renews.':
    'Das ist OpenClaws Kopie einer Anmeldung, die {owner} verwaltet und erneuert.',
  'Try it in a terminal: openclaw {words}': 'Probier es in einem Terminal: openclaw {words}',
  'Until then OpenClaw renews them alone.': 'Bis dahin erneuert OpenClaw sie allein.',
  'Until then it only reads these logins, and OpenClaw renews them alone.':
    'Bis dahin liest es diese Anmeldungen nur, und OpenClaw erneuert sie allein.',
  'Update Lamplighter here; until then it does not write the vault.':
    'Aktualisiere Lamplighter hier; bis dahin schreibt es den Tresor nicht.',
  'Update Lamplighter.': 'Aktualisiere Lamplighter.',
  'What OpenClaw remembers of the old login could not be put right: {why}':
    'Was OpenClaw von der alten Anmeldung noch weiß, ließ sich nicht berichtigen: {why}',
  'What is there is not what it writes.': 'Was da ist, ist nicht, was es schreibt.',
  'Where it is not installed any more, remove the file.':
    'Wo es nicht mehr installiert ist, entferne die Datei.',
  'Without a keychain it says that it worked and stores nothing, unless "storeTokenPlaintext": true stands in its settings.json.':
    'Ohne Schlüsselbund meldet es Erfolg und speichert nichts, außer wenn "storeTokenPlaintext": true in seiner settings.json steht.',
  'Your system would ask you before it is read; if you want that, config.json says so: {example}.':
    'Dein System würde dich fragen, bevor er gelesen wird; wenn du das willst, sagt es config.json: {example}.',
  'config.json does not say how "{id}" is renewed.': 'config.json sagt nicht, wie „{id}“ erneuert wird.',
  'config.json names this command under "programs"."{id}"."refresh".':
    'config.json nennt diesen Befehl unter "programs"."{id}"."refresh".',
  'kimi-cli renews it while it runs; while nobody uses it, it expires.':
    'kimi-cli erneuert sie, während es läuft; solange es niemand benutzt, läuft sie ab.',
  'mcp-remote is renewing this login; the next try is automatic.':
    'mcp-remote erneuert diese Anmeldung gerade; der nächste Versuch kommt von selbst.',
  'Move it away and sign in again.': 'Schieb ihn beiseite und melde dich neu an.',
  'openclaw {words} ended with {code}.': 'openclaw {words} endete mit {code}.',
  'openclaw {words} was ended by {signal}.': 'openclaw {words} wurde durch {signal} beendet.',
  'openclaw {words} {why}.': 'openclaw {words} {why}.',
  '{entry} in {path} is not understood.': '{entry} in {path} ist nicht zu verstehen.',
  '{entry} is another login of the same account and was not renewed; retire one of the two.':
    '{entry} ist eine andere Anmeldung desselben Kontos und wurde nicht erneuert; leg eine der beiden still.',
  '{entry} is renewed by {keeper}.': '{entry} wird von {keeper} erneuert.',
  '{login} is {profile} in OpenClaw already.': '{login} ist in OpenClaw schon {profile}.',
  '{owner} keeps {login}: Lamplighter hands OpenClaw its own logins.':
    '{owner} verwaltet {login}: Lamplighter gibt OpenClaw nur eigene Anmeldungen.',
  '{owner} renews it when it next talks to that server.':
    '{owner} erneuert sie beim nächsten Kontakt mit diesem Server.',
  '{path} cannot be written.': '{path} lässt sich nicht schreiben.',
  '{path} has no "{member}" that can be understood.': '{path} hat kein verständliches „{member}“.',
  '{path} has version {version}, which this Lamplighter does not know.':
    '{path} hat Version {version}, die dieses Lamplighter nicht kennt.',
  '{path} is being cleaned up by another program, for {time}.':
    '{path} wird von einem anderen Programm aufgeräumt, seit {time}.',
  '{path} is held by {holder}.': '{path} wird von {holder} gehalten.',
  '{path} is not understood and was left alone.': '{path} ist nicht zu verstehen und wurde in Ruhe gelassen.',
  '{path} is there, but it is not what OpenClaw writes.':
    '{path} ist da, aber nicht so, wie OpenClaw es schreibt.',
  '{path} is there, but it is not what {program} writes.':
    '{path} ist da, aber nicht so, wie {program} es schreibt.',
  '{path} keeps its logins in a way that this Lamplighter does not know.':
    '{path} hält seine Anmeldungen auf eine Weise, die dieses Lamplighter nicht kennt.',
  '{path} lost a key that was just written.': '{path} hat einen gerade geschriebenen Schlüssel verloren.',
  '{path} was changed.': '{path} wurde geändert.',
  '{path} was written by a newer Lamplighter (format {format}).':
    '{path} wurde von einem neueren Lamplighter geschrieben (Format {format}).',
  '{path} would not hold the new tokens; it was left as it is.':
    '{path} würde die neuen Tokens nicht enthalten; es blieb, wie es ist.',
  '{program} could not be asked: {command} {why}.': '{program} ließ sich nicht bitten: {command} {why}.',
  '{program} has no access token for its MCP server "{server}", or in a form that is not known here.':
    '{program} hat kein Access-Token für seinen MCP-Server „{server}“, oder in einer Form, die man hier nicht kennt.',
  '{program} is not asked to renew its login unless you want that.':
    '{program} wird nicht gebeten, seine Anmeldung zu erneuern, außer du willst es.',
  '{program} renews a login only in its last {minutes} minutes; this one has longer.':
    '{program} erneuert eine Anmeldung nur in ihren letzten {minutes} Minuten; diese hat noch länger.',
  '{program} renews it, as config.json says, when Lamplighter asks it to.':
    '{program} erneuert sie, wie config.json es sagt, wenn Lamplighter darum bittet.',
  '{program} renews it, as config.json says.': '{program} erneuert sie, wie config.json es sagt.',
  '{program} · MCP server {server}': '{program} · MCP-Server {server}',
  '{program}, dated in the future': '{program}, mit einem Datum in der Zukunft',
  '“{source}” becomes a source of secrets, which runs that program.':
    '„{source}“ wird eine Quelle von Geheimnissen, die dieses Programm ausführt.',
  'opencode keeps it.': 'opencode verwaltet sie.',
  'not there': 'nicht da',
  'Sign in again with {program}.': 'Melde dich mit {program} neu an.',
  unreadable: 'nicht lesbar',
  '{count} agent': '{count} Agent',
  '{count} agents': '{count} Agenten',
}
