/** What is said of providers and of config.json, in German. */
import type { Translation } from '../t.ts'

export const providers: Translation = {
  '"{address}" is not an https address.': '„{address}“ ist keine https-Adresse.',
  '"{id}" did not find its way into config.json.': '„{id}“ ist nicht in config.json angekommen.',
  '"{value}" does not fit into {address}.': '„{value}“ passt nicht in {address}.',
  'A token of GitHub CLI does not expire: GitHub ends it when it is revoked, or after a year without use.':
    'Ein Token der GitHub CLI läuft nicht ab: GitHub beendet es, wenn es widerrufen wird, oder nach einem Jahr ohne Nutzung.',
  'Correct or remove it; until then it does nothing.':
    'Berichtige oder entferne es; bis dahin bewirkt es nichts.',
  'Correct the file; Lamplighter reads it again as soon as it is saved.':
    'Berichtige die Datei; Lamplighter liest sie neu, sobald sie gespeichert ist.',
  'Did you mean "{nearest}"?': 'Meintest du „{nearest}“?',
  'Forget them first: lamplighter forget {ids}': 'Vergiss sie zuerst: lamplighter forget {ids}',
  'Give "{id}" a clientId in config.json, or --client-id at the sign-in':
    'Gib „{id}“ in config.json eine clientId, oder beim Anmelden --client-id',
  'Give "{id}" an issuer or a tokenEndpoint in config.json.':
    'Gib „{id}“ in config.json einen issuer oder einen tokenEndpoint.',
  'Give "{name}" as it stands in the provider\'s address.':
    'Gib „{name}“ so an, wie es in der Adresse des Anbieters steht.',
  'Give its issuer, which tells the rest, or its token endpoint and the client id.':
    'Gib seinen Aussteller an, der den Rest nennt, oder seinen Token-Endpunkt und die Client-ID.',
  'Google wants the client secret of the Gemini CLI as well.':
    'Google verlangt auch das Client-Secret der Gemini CLI.',
  'Google’s libraries make a token from it whenever they need one.':
    'Googles Bibliotheken machen daraus ein Token, wann immer sie eines brauchen.',
  'Is it one of these?': 'Ist es einer von diesen?',
  'It has none at all.': 'Es hat gar keine.',
  'It has: {names}.': 'Es hat: {names}.',
  'It is one of those that Lamplighter knows by itself.':
    'Er ist einer von denen, die Lamplighter von selbst kennt.',
  'It is that of an application whose redirect address is {address}':
    'Es ist die einer Anwendung, deren Umleitungsadresse {address} ist',
  'Known are: {names}.': 'Bekannt sind: {names}.',
  'Nothing is said of "{id}" by which it could be reached.':
    'Über „{id}“ steht nichts da, womit er zu erreichen wäre.',
  'Nothing was changed.': 'Nichts wurde geändert.',
  'One that is not known needs a "path"': 'Eines, das nicht bekannt ist, braucht einen „path“',
  'Put it there, or take clientSecretEnv or clientSecretFile out of config.json.':
    'Leg es dorthin, oder nimm clientSecretEnv oder clientSecretFile aus config.json heraus.',
  'Qwen has ended this sign-in.': 'Qwen hat dieses Anmelden eingestellt.',
  'See: lamplighter provider list': 'Siehe: lamplighter provider list',
  'See: lamplighter provider list --catalogue': 'Siehe: lamplighter provider list --catalogue',
  'Set GEMINI_OAUTH_CLIENT_SECRET to let Lamplighter renew this login; until then OpenClaw does.':
    'Setze GEMINI_OAUTH_CLIENT_SECRET, damit Lamplighter diese Anmeldung erneuern kann; bis dahin tut es OpenClaw.',
  'Set {variable} to it where Lamplighter runs.': 'Setze {variable} dort darauf, wo Lamplighter läuft.',
  'So the next start is a first one again.': 'Deshalb ist der nächste Start wieder ein erster.',
  'The GitHub login itself does not expire; OpenClaw makes the short Copilot token from it whenever it needs one.':
    'Die GitHub-Anmeldung selbst läuft nicht ab; OpenClaw macht daraus das kurze Copilot-Token, wann immer es eines braucht.',
  'The catalogue has no "{id}".': 'Der Katalog hat kein „{id}“.',
  'The client certificate of {name} is not in {where}.':
    'Das Client-Zertifikat von {name} ist nicht in {where}.',
  'The client secret of {name} is not in {where}.': 'Das Client-Secret von {name} ist nicht in {where}.',
  'The client secret of {name} is read from {where}, not from the vault.':
    'Das Client-Secret von {name} wird aus {where} gelesen, nicht aus dem Tresor.',
  'The command for the client secret of {name} {why}.': 'Der Befehl für das Client-Secret von {name}: {why}.',
  'The {field} of "{id}" is not understood.': '{field} von „{id}“ ist nicht zu verstehen.',
  'The {field} of "{id}" {why}.': '{field} von „{id}“: {why}.',
  'Try it by hand: {command}': 'Probier ihn von Hand aus: {command}',
  'Use an API key of Alibaba Cloud Model Studio instead.':
    'Benutze stattdessen einen API-Schlüssel von Alibaba Cloud Model Studio.',
  'Whoever writes {path} can put "welcomed": true in it.':
    'Wer {path} schreibt, kann "welcomed": true hineinsetzen.',
  'Without "{id}" nobody could refresh: {names}.': 'Ohne „{id}“ könnte niemand diese erneuern: {names}.',
  'Write it there, as PEM, or correct clientCertificateFile in config.json.':
    'Schreib es dorthin, als PEM, oder berichtige clientCertificateFile in config.json.',
  'Write it there, for nobody but you to read, or correct clientSecretFile in config.json.':
    'Schreib es dorthin, nur für dich lesbar, oder berichtige clientSecretFile in config.json.',
  'config.json says nothing of a provider "{id}".': 'config.json sagt nichts über einen Anbieter „{id}“.',
  'is no program that waits for a wish; there is: {names}.':
    'ist kein Programm, das auf einen Wunsch wartet; es gibt: {names}.',
  'set {variable}': 'setze {variable}',
  '{field} is not understood; did you mean "{nearest}"?':
    '{field} ist nicht zu verstehen; meintest du „{nearest}“?',
  '{name} has no blank "{blank}".': '{name} hat keine Lücke „{blank}“.',
  '{name} has no client id.': '{name} hat keine Client-ID.',
  '{name} has no token endpoint.': '{name} hat keinen Token-Endpunkt.',
  '{name} is called "{id}" already.': '{name} heißt schon „{id}“.',
  '{name} wants the client secret in every renewal.':
    '{name} verlangt bei jeder Erneuerung das Client-Secret.',
  '{name}: {what} is not understood.': '{name}: {what} ist nicht zu verstehen.',
  '{path} cannot be read.': '{path} ist nicht lesbar.',
  '{path} does not name a provider "{id}".': '{path} nennt keinen Anbieter „{id}“.',
  '{path} is not valid JSON.': '{path} ist kein gültiges JSON.',
  '{path} must hold a JSON object.': '{path} muss ein JSON-Objekt enthalten.',
  '{path}: {field}: is not understood': '{path}: {field}: ist nicht zu verstehen',
  '{why} So the next start is a first one again.': '{why} Deshalb ist der nächste Start wieder ein erster.',
}
