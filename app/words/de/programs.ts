/** What programs are told and asked that use logins, in German. */
import type { Translation } from '../t.ts'

export const programs: Translation = {
  '"{answer}" cannot be the configuration.': '„{answer}“ kann nicht die Konfiguration sein.',
  '"{answer}" cannot be the {question}.': '„{answer}“ kann nicht für {question} stehen.',
  '"{name}" cannot be the name of a door.': '„{name}“ kann kein Name einer Tür sein.',
  '"{name}" is no program that Lamplighter can connect.':
    '„{name}“ ist kein Programm, das Lamplighter verbinden kann.',
  '"{program}" is given no token of {login}: a person said never.':
    '„{program}“ bekommt kein Token von {login}: Jemand hat „Nie“ gesagt.',
  '"{program}" is given no token of {login}: a person withholds it.':
    '„{program}“ bekommt kein Token von {login}: Jemand enthält es ihm vor.',
  '"{program}" is not approved for {login}.': '„{program}“ ist für {login} nicht zugelassen.',
  '"{use}" is what {login} is for.': '„{use}“ ist das, wofür {login} da ist.',
  'A field takes the token with {example}; OpenClaw reads it at its start and at: openclaw secrets reload':
    'Ein Feld nimmt das Token mit {example}; OpenClaw liest es beim Start und bei: openclaw secrets reload',
  'A file was changed since you were shown what would be written.':
    'Eine Datei wurde geändert, seit dir gezeigt wurde, was geschrieben würde.',
  'A token comes with': 'Ein Token kommt mit',
  'Add "{member}" to it in config.json.': 'Ergänze „{member}“ dafür in config.json.',
  'Add the scope "openid" to its provider, and sign in again.':
    'Füge dem Anbieter den Scope „openid“ hinzu und melde dich neu an.',
  Always: 'Immer',
  'Another program may have it.': 'Vielleicht hat ein anderes Programm es.',
  'Answer in Lamplighter’s window, or: {command}': 'Antworte im Fenster von Lamplighter, oder: {command}',
  'Claude Code asks here for the key of your gateway':
    'Claude Code fragt hier nach dem Schlüssel deines Gateways',
  'Claude Code uses the login of a subscription no longer while this stands there: it is for a gateway or a server of your own.':
    'Solange das dort steht, benutzt Claude Code die Anmeldung eines Abonnements nicht mehr: Es ist für ein eigenes Gateway oder einen eigenen Server.',
  'Codex asks here for the key of a model provider of your own':
    'Codex fragt hier nach dem Schlüssel deines eigenen Modellanbieters',
  'Give it a port in its place: lamplighter door add {name} --port 9465 …':
    'Gib ihr stattdessen einen Port: lamplighter door add {name} --port 9465 …',
  'Give it the token of a run: lamplighter run LOGIN --env TF_TOKEN_HOST -- terraform …':
    'Gib ihm das Token für einen Lauf: lamplighter run LOGIN --env TF_TOKEN_HOST -- terraform …',
  'Give one of them a longer path, a folder or a remote (lamplighter use LOGIN … --below FOLDER), or take the use from the other.':
    'Gib einer davon einen längeren Pfad, einen Ordner oder ein Remote (lamplighter use LOGIN … --below FOLDER), oder nimm der anderen den Zweck.',
  'In there, a token comes with': 'Darin kommt ein Token mit',
  'Install Node.js, then the command: Settings, Command line.':
    'Installiere Node.js, dann den Befehl: Einstellungen, Befehlszeile.',
  'It is tried again every half minute; or let it in anew, by another port.':
    'Es wird jede halbe Minute wieder versucht; oder lass es neu ein, über einen anderen Port.',
  'It is while Lamplighter runs: the application, or lamplighter serve.':
    'Das geschieht, solange Lamplighter läuft: die Anwendung oder lamplighter serve.',
  'It ran, and ended well.': 'Er lief und endete gut.',
  'It runs on Node.js, which is not on the PATH.': 'Er läuft mit Node.js, das nicht im PATH ist.',
  'It says what was written into the settings of other programs.':
    'Darin steht, was in die Einstellungen anderer Programme geschrieben wurde.',
  'It was answered elsewhere, or nobody answered for an hour.':
    'Sie wurde anderswo beantwortet, oder eine Stunde lang hat niemand geantwortet.',
  'It works again.': 'Sie funktioniert wieder.',
  'Its ARN; in Identity Center REGION/ACCOUNT/ROLE.': 'Ihre ARN; im Identity Center REGION/KONTO/ROLLE.',
  'Keys of that profile in ~/.aws/credentials would come first: the AWS CLI prefers them.':
    'Schlüssel dieses Profils in ~/.aws/credentials kämen zuerst: Die AWS CLI bevorzugt sie.',
  'Lamplighter adds to it, and does not make it up.': 'Lamplighter ergänzt es und erfindet es nicht.',
  'Look at it again.': 'Sieh es dir noch einmal an.',
  'No command runs for "{event}".': 'Für „{event}“ läuft kein Befehl.',
  'No program could start the command of Lamplighter.':
    'Kein Programm könnte den Befehl von Lamplighter starten.',
  'No token of {login} is handed out while the screen is locked.':
    'Solange der Bildschirm gesperrt ist, wird kein Token von {login} ausgegeben.',
  'Nobody gets in: {at} cannot be opened.': 'Niemand kommt hinein: {at} lässt sich nicht öffnen.',
  'None was used.': 'Keine wurde benutzt.',
  'Nothing of it was written over.': 'Nichts davon wurde überschrieben.',
  'On Debian, mbsync learns XOAUTH2 from the package libsasl2-modules-kdexoauth2.':
    'Unter Debian lernt mbsync XOAUTH2 aus dem Paket libsasl2-modules-kdexoauth2.',
  'On Windows Terraform starts only helpers that are .exe files.':
    'Unter Windows startet Terraform nur Helfer, die .exe-Dateien sind.',
  Once: 'Einmal',
  'OpenClaw cannot start {path}: on Windows it starts only .exe files.':
    'OpenClaw kann {path} nicht starten: Unter Windows startet es nur .exe-Dateien.',
  'Put Node.js on the PATH, so that it can be named in place of that.':
    'Setze Node.js in den PATH, damit es stattdessen genannt werden kann.',
  'Put it right, or take it away and undo that by hand.':
    'Bring sie in Ordnung, oder nimm sie weg und mach das von Hand rückgängig.',
  'Remove it, and allow the programs again: lamplighter allow':
    'Entferne sie und erlaube die Programme wieder: lamplighter allow',
  'Remove it, and disconnect again.': 'Entferne es und trenne noch einmal.',
  'Remove it, and open the doors again: lamplighter door add':
    'Entferne sie und öffne die Türen wieder: lamplighter door add',
  'See Programs in the window, or consumers.withheld in config.json.':
    'Siehe Programme im Fenster, oder consumers.withheld in config.json.',
  'See: lamplighter door list': 'Siehe: lamplighter door list',
  'See: lamplighter use --list': 'Siehe: lamplighter use --list',
  'Sign in again for a new one: lamplighter login {login}':
    'Melde dich für ein neues wieder an: lamplighter login {login}',
  'Sign in again: lamplighter login {login}': 'Melde dich neu an: lamplighter login {login}',
  'Somebody has to allow "{program}" to use {login} first.':
    'Erst muss jemand „{program}“ erlauben, {login} zu benutzen.',
  'Start the container with': 'Starte den Container mit',
  'Take it away, or keep the token in another file.':
    'Nimm sie weg oder halte das Token in einer anderen Datei.',
  'Take it from that one first: lamplighter use {login} {use} --drop':
    'Nimm es zuerst von dieser weg: lamplighter use {login} {use} --drop',
  'Take out what stands between "{from}" and "{to}" there, and disconnect again.':
    'Nimm heraus, was dort zwischen „{from}“ und „{to}“ steht, und trenne noch einmal.',
  'Take that out first, if it is not needed any more.':
    'Nimm das zuerst heraus, wenn es nicht mehr gebraucht wird.',
  'That is no use of a login: {use}.': 'Das ist kein Zweck einer Anmeldung: {use}.',
  'The command after {path} failed: {program} {why}.': 'Der Befehl nach {path} schlug fehl: {program} {why}.',
  'The door cannot be a socket: {why}.': 'Die Tür kann kein Socket sein: {why}.',
  'The file itself is as it should be.': 'Die Datei selbst ist, wie sie sein soll.',
  'The helper of {name} asked for a token and was given one.':
    'Der Helfer von {name} hat nach einem Token gefragt und eines bekommen.',
  'The hook for "{event}" failed: {program} {why}.': 'Der Befehl für „{event}“ schlug fehl: {program} {why}.',
  'The id token of {login} has expired, and a renewal brings no other.':
    'Das ID-Token von {login} ist abgelaufen, und eine Erneuerung bringt kein anderes.',
  'The kept file {path} has the form "{form}" and no "{member}".':
    'Die gehaltene Datei {path} hat die Form „{form}“ und kein „{member}“.',
  'The lines of Lamplighter’s in {path} were changed by hand.':
    'Die Zeilen von Lamplighter in {path} wurden von Hand geändert.',
  'The program can ask again.': 'Das Programm kann noch einmal fragen.',
  'The program did not wait for an answer.': 'Das Programm hat keine Antwort abgewartet.',
  'The token is kept in {path}, which you alone may read, fresh while Lamplighter runs.':
    'Das Token liegt in {path}, lesbar nur für dich, und bleibt frisch, solange Lamplighter läuft.',
  'The token of {login} has characters that no token may have.':
    'Das Token von {login} hat Zeichen, die kein Token haben darf.',
  'There is a door "{name}" already.': 'Es gibt schon eine Tür „{name}“.',
  'There is no "{name}" in {path}.': 'In {path} gibt es kein „{name}“.',
  'There is no door "{name}".': 'Es gibt keine Tür „{name}“.',
  'There is no hook "{event}".': 'Es gibt keinen Befehl für „{event}“.',
  'There is nothing to undo: the hook was changed since.':
    'Es gibt nichts rückgängig zu machen: Der Befehl wurde seitdem geändert.',
  'They are: {names}.': 'Es sind: {names}.',
  'This connection is not there any more.': 'Diese Verbindung gibt es nicht mehr.',
  'This is a trial; nothing has happened.': 'Das ist eine Probe; es ist nichts geschehen.',
  'This question is no longer open.': 'Diese Frage ist nicht mehr offen.',
  'To allow it: {command}': 'Um es zu erlauben: {command}',
  'To approve it, add "{program}" to consumers.approved["{login}"] in config.json.':
    'Um es zuzulassen, trage „{program}“ in consumers.approved["{login}"] in config.json ein.',
  'To change it: lamplighter disconnect {id}': 'Um es zu ändern: lamplighter disconnect {id}',
  'To take that back: lamplighter allow {program} {login} --drop':
    'Um das zurückzunehmen: lamplighter allow {program} {login} --drop',
  'Try again.': 'Versuche es noch einmal.',
  'Try it by hand, with JSON on standard input; config.json says what is run.':
    'Probier ihn von Hand aus, mit JSON auf der Standardeingabe; in config.json steht, was läuft.',
  'Try the command by hand.': 'Probier den Befehl von Hand aus.',
  'Unlock it; or let programs have tokens then, too: lamplighter settings whileLocked give':
    'Entsperre ihn; oder gib Programmen auch dann Tokens: lamplighter settings whileLocked give',
  'Use letters, digits, ".", "-", "_".': 'Nimm Buchstaben, Ziffern, „.“, „-“, „_“.',
  'Use this one with: gcloud --configuration={name}, or make it the one that counts with: gcloud config configurations activate {name}':
    'Benutze diese mit: gcloud --configuration={name}, oder mach sie zur geltenden mit: gcloud config configurations activate {name}',
  'Use this one with: kubectl config use-context {context}':
    'Benutze diesen mit: kubectl config use-context {context}',
  'What do you call the gateway?': 'Wie nennst du das Gateway?',
  'What do you call the registry?': 'Wie nennst du die Registry?',
  'What shall its fields call the login?': 'Wie sollen seine Felder die Anmeldung nennen?',
  'What shall the configuration be called?': 'Wie soll die Konfiguration heißen?',
  'What shall the server be called there?': 'Wie soll der Server dort heißen?',
  'Where is its index?': 'Wo ist ihr Index?',
  'Where two logins fit none is used.': 'Wo zwei Anmeldungen passen, wird keine benutzt.',
  'Which IMAPAccount of its file?': 'Welcher IMAPAccount aus seiner Datei?',
  'Which account of its file?': 'Welches Konto aus seiner Datei?',
  'Which cluster?': 'Welcher Cluster?',
  'Which host?': 'Welcher Host?',
  'Which index?': 'Welcher Index?',
  'Which model provider?': 'Welcher Modellanbieter?',
  'Which of its MCP servers?': 'Welcher seiner MCP-Server?',
  'Which profile?': 'Welches Profil?',
  'Which project?': 'Welches Projekt?',
  'Which registry?': 'Welche Registry?',
  'Which role?': 'Welche Rolle?',
  'Which server, or which part of it?': 'Welcher Server oder welcher Teil davon?',
  'Which server?': 'Welcher Server?',
  'Whose mailbox?': 'Wessen Postfach?',
  'Windows has no sockets in folders': 'Windows hat keine Sockets in Ordnern',
  'Your other configurations stay as they are.': 'Deine anderen Konfigurationen bleiben, wie sie sind.',
  'Your other contexts stay as they are.': 'Deine anderen Kontexte bleiben, wie sie sind.',
  '[model_providers.{provider}] itself, with its base_url, is yours to write; Codex uses it with model_provider = "{provider}".':
    '[model_providers.{provider}] selbst, mit seiner base_url, schreibst du; Codex benutzt es mit model_provider = "{provider}".',
  'Add it first: {command}': 'Füge ihn zuerst hinzu: {command}',
  'Add it there: {command}': 'Füge ihn dort hinzu: {command}',
  'an MCP server of Claude Code gets the login’s token':
    'ein MCP-Server von Claude Code bekommt das Token der Anmeldung',
  'an MCP server that wants a login, for {name}': 'ein MCP-Server, der eine Anmeldung will, für {name}',
  'Choose one: aws configure set region eu-central-1 --profile {profile}':
    'Wähle eine: aws configure set region eu-central-1 --profile {profile}',
  'Claude Code has no MCP server "{server}" in {path}.':
    'Claude Code hat keinen MCP-Server „{server}“ in {path}.',
  'Claude Code has the MCP server "{server}" in one project only.':
    'Claude Code hat den MCP-Server „{server}“ nur in einem Projekt.',
  'Claude Code starts the MCP server "{server}" as a command.':
    'Claude Code startet den MCP-Server „{server}“ als Befehl.',
  'clones, fetches and pushes over https': 'klont, holt und überträgt über https',
  'crates from a registry of your own': 'Crates aus einer eigenen Registry',
  'docker finds {command} by the PATH: {folder} has to be on it.':
    'docker findet {command} über den PATH: {folder} muss darin stehen.',
  'ended with {code}': 'endete mit {code}',
  'fetches mail': 'holt E-Mails ab',
  'fields of OpenClaw’s settings name a login in place of a key':
    'Felder der Einstellungen von OpenClaw nennen eine Anmeldung statt eines Schlüssels',
  'gcloud acts as a login in a configuration of its own':
    'gcloud handelt als Anmeldung in einer eigenen Konfiguration',
  'gcloud takes small letters, digits and "-" for the name of one.':
    'gcloud nimmt als Namen kleine Buchstaben, Ziffern und „-“.',
  'kubectl and helm reach a cluster': 'kubectl und helm erreichen einen Cluster',
  'lamplighter connect {usage}; {name} is like: {example}':
    'lamplighter connect {usage}; {name} sieht so aus: {example}',
  'modules and state from a host of your own': 'Module und Zustand von einem eigenen Host',
  'packages from a registry of your own': 'Pakete aus einer eigenen Registry',
  'packages from an index of your own': 'Pakete aus einem eigenen Index',
  'pip finds keyring by the PATH: {folder} has to be on it, before any other keyring.':
    'pip findet keyring über den PATH: {folder} muss darin stehen, vor jedem anderen keyring.',
  'pulls and pushes images': 'lädt Images herunter und hoch',
  'reads mail': 'liest E-Mails',
  'sends mail': 'verschickt E-Mails',
  'the AWS CLI and SDKs get the keys of a role of yours':
    'die AWS CLI und die SDKs bekommen die Schlüssel einer Rolle von dir',
  'was ended by {signal}': 'wurde durch {signal} beendet',
  '{count} logins are for "{use}": {names}.': '{count} Anmeldungen sind für „{use}“ da: {names}.',
  '{login} has no id token.': '{login} hat kein ID-Token.',
  '{login} has no use "{use}".': '{login} hat keinen Zweck „{use}“.',
  '{name} asked for a token and was given one.': '{name} hat nach einem Token gefragt und eines bekommen.',
  '{name} asked for a token and {why}.': '{name} hat nach einem Token gefragt: {why}.',
  '{name} finds no token: {path} is not written yet.':
    '{name} findet kein Token: {path} ist noch nicht geschrieben.',
  '{name} is connected for "{use}" already.': '{name} ist für „{use}“ schon verbunden.',
  '{name} takes no more than that.': 'Mehr nimmt {name} nicht.',
  '{path} has something in it that Lamplighter did not write.':
    'In {path} steht etwas, das Lamplighter nicht geschrieben hat.',
  '{path} is no file, so no token was written there.':
    '{path} ist keine Datei, deshalb wurde dort kein Token geschrieben.',
  '{path} is not as Lamplighter wrote it, so it allows nothing.':
    '{path} ist nicht so, wie Lamplighter es geschrieben hat, und erlaubt deshalb nichts.',
  '{path} is not as Lamplighter wrote it, so no door is open.':
    '{path} ist nicht so, wie Lamplighter es geschrieben hat, deshalb ist keine Tür offen.',
  '{path} is not understood: no member can be added to it.':
    '{path} ist nicht zu verstehen: Es lässt sich nichts hinzufügen.',
  '{path} stands in for the settings of the whole machine: what stands in npm’s own (npm config get globalconfig) counts no longer while it is named.':
    '{path} tritt an die Stelle der Einstellungen des ganzen Rechners: Was in den eigenen von npm steht (npm config get globalconfig), gilt nicht mehr, solange sie genannt ist.',
  '{path} was changed by hand.': '{path} wurde von Hand geändert.',
  '{path} was changed meanwhile.': '{path} wurde inzwischen geändert.',
  '{socket} is too long for a socket': '{socket} ist zu lang für einen Socket',
  'The helper of {name} asked for a token and {why}.':
    'Der Helfer von {name} hat nach einem Token gefragt: {why}.',
  'was given none': 'es bekam keines',
  'did not get one': 'es kam keines',
  'Disconnect the other first: {command}': 'Trenne zuerst die andere: {command}',
  'It is like: {example}': 'So etwa: {example}',
  'Lamplighter connects those of all projects.': 'Lamplighter verbindet die aller Projekte.',
  'Lamplighter wrote that for another connection, and there is room for one.':
    'Lamplighter hat das für eine andere Verbindung geschrieben, und es ist nur für eine Platz.',
  'Only one that it asks over HTTP takes a token from here.':
    'Nur einer, den es über HTTP fragt, nimmt von hier ein Token.',
  'The AWS CLI knows no region for the profile {profile}, and so asks nobody.':
    'Die AWS CLI kennt keine Region für das Profil {profile} und fragt deshalb niemanden.',
  'Where the gateway is, Claude Code reads from ANTHROPIC_BASE_URL, which is yours to set.':
    'Wo das Gateway ist, liest Claude Code aus ANTHROPIC_BASE_URL; das setzt du selbst.',
}
