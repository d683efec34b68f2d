/** Every message in German, by its English text. */

export const de: Readonly<Record<string, string>> = {
  ' by pid {pid}': ' von PID {pid}',
  ' just now': ' gerade eben',
  ' {time} ago': ' vor {time}',
  ', done': ', erledigt',
  ', for less than a minute': ', seit weniger als einer Minute',
  ', for {time}': ', seit {time}',
  ', muted': ', stumm',
  ', took {duration}': ', Dauer {duration}',
  '24 h': '24 h',
  '30 days': '30 Tage',
  '7 days': '7 Tage',
  '; folded, opens with Enter': '; eingeklappt, öffnet mit der Eingabetaste',
  '; unfolded': '; ausgeklappt',
  '; {kept} of a provider that does not rotate go on working there: sign in to them again':
    '; dort weiter gültig, weil der Anbieter nicht rotiert: {kept}; melde dich dafür neu an',
  '; {left} are left, and go on by themselves': '; noch übrig: {left}, das geht von selbst weiter',
  'A bundle of Lamplighter, or another program’s file of logins.':
    'Ein Bündel von Lamplighter oder die Anmeldedatei eines anderen Programms.',
  'A certificate (tls_client_auth)': 'Ein Zertifikat (tls_client_auth)',
  'A certificate of its own (self_signed_tls_client_auth)':
    'Ein eigenes Zertifikat (self_signed_tls_client_auth)',
  'A click on the tray opens': 'Ein Klick auf das Symbol im Infobereich öffnet',
  'A day that is still to come.': 'Ein Tag, der noch kommt.',
  'A fleet': 'Eine Flotte',
  'A key does not expire: there is nothing to ask for again.':
    'Ein Schlüssel läuft nicht ab: Es gibt nichts, wonach man wieder fragen müsste.',
  'A login of its own for {to}, with you present.': 'Eine eigene Anmeldung für {to}, bei der du dabei bist.',
  'A login of its own, with your browser or a code. Nothing is copied, nothing changes there.':
    'Eine eigene Anmeldung, mit deinem Browser oder einem Code. Nichts wird kopiert, dort ändert sich nichts.',
  'A move or a loan needs somebody there who gives the refresh token up, or can be asked again: install Lamplighter there.':
    'Zum Verschieben oder Leihen muss dort jemand das Refresh-Token abgeben oder wieder gefragt werden können: Installiere dort Lamplighter.',
  'A new key': 'Neuer Schlüssel',
  'A number of days, 1 or more.': 'Eine Zahl von Tagen, 1 oder mehr.',
  'A person': 'Eine Person',
  'A person gave a new key.': 'Jemand hat einen neuen Schlüssel eingegeben.',
  'A person signed this login out.': 'Jemand hat diese Anmeldung abgemeldet.',
  'A port, or several with commas between them; 0 for any that is free.':
    'Ein Port, oder mehrere durch Kommas getrennt; 0 für einen beliebigen freien.',
  'A renewal was sent and no reply came back, so nobody knows yet whether it counted.':
    'Eine Erneuerung wurde gesendet, aber es kam keine Antwort: Noch weiß niemand, ob sie gezählt hat.',
  'A screenful': 'Eine Bildschirmseite',
  'A time of day from 00:00 to 23:59, such as 22:00.': 'Eine Uhrzeit von 00:00 bis 23:59, etwa 22:00.',
  'A whole number, such as 4.': 'Eine ganze Zahl, etwa 4.',
  'API key': 'API-Schlüssel',
  'API key or fixed token': 'API-Schlüssel oder festes Token',
  About: 'Über',
  'Access token': 'Access-Token',
  'Account, provider, what happened…': 'Konto, Anbieter, was geschah…',
  Action: 'Aktion',
  'Actions and logins': 'Aktionen und Anmeldungen',
  Add: 'Hinzufügen',
  'Add a key': 'Schlüssel hinzufügen',
  'Add a login': 'Anmeldung hinzufügen',
  'Add a login…': 'Anmeldung hinzufügen…',
  'Add a machine': 'Rechner hinzufügen',
  'Add a warning, in hours': 'Warnung hinzufügen, in Stunden',
  'Add {login}': 'Hinzufügen {login}',
  'Add {name}': '{name} hinzufügen',
  'Adding…': 'Wird hinzugefügt…',
  'Address of the last page': 'Adresse der letzten Seite',
  'Add…': 'Hinzufügen…',
  'Advanced: where things are kept': 'Erweitert: wo alles liegt',
  'After a minute it is looked at again, and tried once more.':
    'Nach einer Minute wird noch einmal nachgesehen und ein neuer Versuch gemacht.',
  'Agree only if you know that address.': 'Stimme nur zu, wenn du diese Adresse kennst.',
  All: 'Alle',
  'All files': 'Alle Dateien',
  'All of it': 'Alles',
  'All programs': 'Alle Programme',
  'All {able}': 'Alle {able}',
  'All {count} lamps are lit': 'Alle {count} Lampen leuchten',
  'All {logins} work.': 'Alle {logins} funktionieren.',
  'Already here': 'Schon hier',
  'An address is needed here, such as https://login.example.org':
    'Hier ist eine Adresse nötig, etwa https://login.example.org',
  'An https address that is registered at the provider.':
    'Eine https-Adresse, die beim Anbieter registriert ist.',
  'An https address, pasted': 'Eine eingefügte https-Adresse',
  'And {hidden} more.': 'Und {hidden} weitere.',
  'Another Lamplighter keeps watch': 'Ein anderes Lamplighter hält Wache',
  'Another Lamplighter on this machine renews them.':
    'Ein anderes Lamplighter auf diesem Rechner erneuert sie.',
  'Another machine, or a new installation, answers in the place of {name}.':
    'Statt {name} antwortet ein anderer Rechner oder eine neue Installation.',
  'Another process had just renewed it; its tokens are used.':
    'Ein anderer Prozess hatte sie gerade erneuert; seine Tokens werden verwendet.',
  'Another process has been renewing this login for longer than a renewal takes.':
    'Ein anderer Prozess erneuert diese Anmeldung schon länger, als eine Erneuerung dauert.',
  'Another process is in the middle of renewing this login.':
    'Ein anderer Prozess erneuert diese Anmeldung gerade.',
  'Another process was faster.': 'Ein anderer Prozess war schneller.',
  'Another program keeps writing the file.': 'Ein anderes Programm schreibt die Datei immer wieder.',
  'Another server': 'Ein anderer Server',
  'Another try of its own failed at the same moment.':
    'Ein weiterer eigener Versuch schlug im selben Moment fehl.',
  'Another way': 'Anderer Weg',
  'Another way for {account}': 'Anderer Weg für {account}',
  'Anthropic refused the login of Claude Code.': 'Anthropic hat die Anmeldung von Claude Code abgelehnt.',
  'Any OAuth, OpenID Connect or MCP server': 'Beliebiger OAuth-, OpenID-Connect- oder MCP-Server',
  'Any server that speaks OAuth 2.0': 'Beliebiger Server, der OAuth 2.0 spricht',
  Anywhere: 'Überall',
  Appearance: 'Darstellung',
  'As suggested': 'Wie vorgeschlagen',
  'As the server says': 'Wie der Server es sagt',
  'As you chose, it is left to {owner}, and only counted down.':
    'Wie von dir gewählt, bleibt sie {owner} überlassen; hier läuft nur die Restzeit.',
  'As you would type after ssh. Your own keys, agent, jump hosts and known hosts apply.':
    'Wie du es nach ssh eingeben würdest. Deine eigenen Schlüssel, dein Agent, deine Jump-Hosts und bekannten Hosts gelten.',
  'Asked by': 'Ausgelöst von',
  'Asked by {askedBy}, in {process} (pid {pid}){took}.':
    'Ausgelöst von {askedBy}, in {process} (PID {pid}){took}.',
  'Asking the provider how to sign in…': 'Der Anbieter wird gefragt, wie man sich anmeldet…',
  'Asking the provider…': 'Der Anbieter wird gefragt…',
  'Asking what would stop…': 'Wird geprüft, was stehen bliebe…',
  'At least {minPassphraseLength} characters: it is all that protects the file.':
    'Mindestens {minPassphraseLength} Zeichen: Nur sie schützt die Datei.',
  'Authorization endpoint': 'Autorisierungs-Endpunkt',
  'Azure CLI keeps its tokens encrypted, or in the keychain.':
    'Azure CLI bewahrt seine Tokens verschlüsselt oder im Schlüsselbund auf.',
  'Azure CLI renews it itself, and when Lamplighter asks it to.':
    'Azure CLI erneuert sie selbst, auch wenn Lamplighter darum bittet.',
  'Azure CLI renews it when it is used.': 'Azure CLI erneuert sie, wenn es benutzt wird.',
  'Azure CLI was asked in vain: az {part}.': 'Azure CLI wurde vergeblich gefragt: az {part}.',
  Back: 'Zurück',
  'Before anything is written': 'Bevor etwas geschrieben wird',
  Begin: 'Beginnen',
  'Believed, and not tried by anybody yet': 'Vermutet, aber noch von niemandem ausprobiert',
  'Better: sign in here, which leaves the other one alone.':
    'Besser: Melde dich hier an, das lässt die andere in Ruhe.',
  'Between 1 and {mostConcurrent}.': 'Zwischen 1 und {mostConcurrent}.',
  'Between 1 hour and 90 days.': 'Zwischen 1 Stunde und 90 Tagen.',
  'Between 1 minute and 1,440, which is a day.': 'Zwischen 1 Minute und 1.440, also einem Tag.',
  'Bind tokens to a key (DPoP)': 'Tokens an einen Schlüssel binden (DPoP)',
  Borrow: 'Leihen',
  'Borrow it from {name}, or sign in here for a login of its own.':
    'Leihe sie von {name} oder melde dich hier an, um eine eigene zu haben.',
  'Borrow that login anew, or have {name} sign in as {part} again.':
    'Leihe jene Anmeldung neu, oder melde auf {name} wieder {part} an.',
  'Borrowed from': 'Geliehen von',
  'Borrowed from {owner}, good for {left}.': 'Geliehen von {owner}, noch {left} gültig.',
  'Borrowed from {owner}.': 'Geliehen von {owner}.',
  'Borrowed: {name} stays its owner, and is asked for the next token before this one expires.':
    'Geliehen: {name} bleibt Besitzer und wird vor Ablauf dieses Tokens nach dem nächsten gefragt.',
  'Both machines can spend its refresh token: whoever renews first signs the other one out.':
    'Beide Rechner können das Refresh-Token einlösen: Wer zuerst erneuert, meldet den anderen ab.',
  'Both machines hold exactly the same.': 'Beide Rechner haben genau dasselbe.',
  'Both machines hold the same refresh token: whichever renews first signs the other out, so remove it on {there}.':
    'Beide Rechner haben dasselbe Refresh-Token: Wer zuerst erneuert, meldet den anderen ab; entferne es also auf {there}.',
  'Both machines would hold the same refresh token, and it works once. Whoever renews first signs the other one out.':
    'Beide Rechner hätten dasselbe Refresh-Token, und es gilt nur einmal. Wer zuerst erneuert, meldet den anderen ab.',
  'Bring logins from another machine': 'Anmeldungen von einem anderen Rechner holen',
  'Bring logins over from {name}': 'Anmeldungen von {name} holen',
  'Bring logins over from {nodeName}': 'Anmeldungen von {nodeName} holen',
  'Bring logins over…': 'Anmeldungen holen…',
  'Bring over': 'Herüberholen',
  'Bring {logins} over': '{logins} herüberholen',
  'Bringing {logins} over…': 'Herüberholen von {logins}…',
  'Brings logins over from another machine. The file is compared with what is here first; nothing is written until you have seen what would change.':
    'Holt Anmeldungen von einem anderen Rechner. Die Datei wird zuerst mit dem verglichen, was hier ist; geschrieben wird erst, wenn du gesehen hast, was sich ändern würde.',
  'Brought over, or borrowed': 'Herübergeholt oder geliehen',
  Browser: 'Browser',
  'Browser or code': 'Browser oder Code',
  'Built in': 'Eingebaut',
  'By file': 'Per Datei',
  'By its issuer or its endpoints': 'Über den Aussteller oder die Endpunkte',
  'By itself': 'Von selbst',
  'By others': 'Von anderen',
  Cancel: 'Abbrechen',
  'Cannot be read': 'Nicht lesbar',
  'Cannot be read, last looked {ago}.': 'Nicht lesbar, zuletzt nachgesehen {ago}.',
  'Cannot be renewed now.': 'Kann jetzt nicht erneuert werden.',
  Cause: 'Ursache',
  'Change anything in another program’s files but the tokens it renewed.':
    'In Dateien anderer Programme etwas anderes ändern als die Tokens, die es erneuert hat.',
  'Change it there.': 'Ändere ihn dort.',
  Check: 'Prüfen',
  'Check the client id and the endpoints of "{id}" in config.json.':
    'Prüfe die Client-ID und die Endpunkte von „{id}“ in config.json.',
  'Checking…': 'Wird geprüft…',
  Choose: 'Auswählen',
  'Choose a file': 'Datei auswählen',
  'Choose a file…': 'Datei auswählen…',
  'Choose a login': 'Anmeldung auswählen',
  'Choose another key…': 'Anderen Schlüssel wählen…',
  'Choose at least one login.': 'Wähle mindestens eine Anmeldung.',
  'Choose it only if the one here no longer works.':
    'Wähle sie nur, wenn die hiesige nicht mehr funktioniert.',
  'Choose it only if {there} no longer uses this login.':
    'Wähle sie nur, wenn {there} diese Anmeldung nicht mehr benutzt.',
  'Choose the key that opens it: an age identity file, or an SSH private key such as {file}. It is read once, where it lies, and not kept.':
    'Wähle den Schlüssel, der sie öffnet: eine age-Identitätsdatei oder einen privaten SSH-Schlüssel wie {file}. Er wird einmal gelesen, dort, wo er liegt, und nicht aufbewahrt.',
  'Choose the key that opens the file': 'Wähle den Schlüssel, der die Datei öffnet',
  'Choose the key…': 'Schlüssel wählen…',
  'Chromium {chromium}': 'Chromium {chromium}',
  'Claims of the assertion': 'Claims der Assertion',
  'Claude Code could not be asked to renew its login: claude {why}.':
    'Claude Code konnte nicht gebeten werden, seine Anmeldung zu erneuern: claude {why}.',
  'Claude Code keeps its login in the keychain.': 'Claude Code bewahrt seine Anmeldung im Schlüsselbund auf.',
  'Claude Code renews it when it is used, and when Lamplighter asks it to, as you wished.':
    'Claude Code erneuert sie, wenn es benutzt wird und, wie du es wolltest, wenn Lamplighter darum bittet.',
  'Claude Code renews it when it is used.': 'Claude Code erneuert sie, wenn es benutzt wird.',
  'Client authentication': 'Client-Authentifizierung',
  'Client id': 'Client-ID',
  'Client secret': 'Client-Secret',
  Close: 'Schließen',
  'Close the program that uses it, or paste the address the browser ends on.':
    'Schließe das Programm, das ihn benutzt, oder füge die Adresse ein, auf der der Browser endet.',
  'Close the window; Lamplighter keeps watch': 'Fenster schließen; Lamplighter hält weiter Wache',
  'Close this window and open it again from the tray.':
    'Schließe dieses Fenster und öffne es wieder über das Symbol im Infobereich.',
  'Close what is open over the screen': 'Schließen, was über dem Bildschirm offen ist',
  Code: 'Code',
  'Codex could not be asked to renew its login: codex {why}.':
    'Codex konnte nicht gebeten werden, seine Anmeldung zu erneuern: codex {why}.',
  'Codex could not be asked to sign in: {why}.': 'Codex konnte nicht gebeten werden, sich anzumelden: {why}.',
  'Codex has not signed in: {part}.': 'Codex hat sich nicht angemeldet: {part}.',
  'Codex keeps it.': 'Codex verwaltet sie.',
  'Codex keeps its login, if it has one, in the keyring, as its config.toml says.':
    'Codex bewahrt seine Anmeldung, falls es eine hat, im Schlüsselbund auf; so steht es in seiner config.toml.',
  'Codex renews it itself, and when Lamplighter asks it to.':
    'Codex erneuert sie selbst, auch wenn Lamplighter darum bittet.',
  'Collecting…': 'Wird gesammelt…',
  'Command line': 'Befehlszeile',
  'Command palette': 'Befehlspalette',
  'Compact rows': 'Kompakte Zeilen',
  Connect: 'Verbinden',
  'Connect {name}': '{name} verbinden',
  Connected: 'Verbunden',
  'Connected {when}. {use}': 'Verbunden am {when}. {use}',
  'Connecting…': 'Wird verbunden…',
  'Connect…': 'Verbinden…',
  'Continue signing in': 'Anmeldung fortsetzen',
  'Continue to sign-in': 'Weiter zur Anmeldung',
  Copied: 'Kopiert',
  'Copied the newest token to {count} agent that had an older one.':
    'Das neueste Token wurde zu {count} Agenten kopiert, der ein älteres hatte.',
  'Copied the newest token to {count} agents that had an older one.':
    'Das neueste Token wurde zu {count} Agenten kopiert, die ein älteres hatten.',
  'Copied the newest token to {count} file that had an older one.':
    'Das neueste Token wurde in {count} Datei kopiert, die ein älteres hatte.',
  'Copied the newest token to {count} files that had an older one.':
    'Das neueste Token wurde in {count} Dateien kopiert, die ein älteres hatten.',
  Copy: 'Kopieren',
  'Copy code': 'Code kopieren',
  'Copy command': 'Befehl kopieren',
  'Copy detail': 'Einzelheiten kopieren',
  'Copy id': 'ID kopieren',
  'Copy link': 'Link kopieren',
  'Copy path': 'Pfad kopieren',
  'Copy the address into a browser yourself.': 'Kopiere die Adresse selbst in einen Browser.',
  'Copy the invitation': 'Einladung kopieren',
  'Copy the whole address from the browser, beginning with http, and paste it here.':
    'Kopiere die ganze Adresse aus dem Browser, beginnend mit http, und füge sie hier ein.',
  'Copy token: {name}': 'Token kopieren: {name}',
  'Correct "programs"."{id}" in config.json, or sign in with that program.':
    'Berichtige "programs"."{id}" in config.json oder melde dich mit jenem Programm an.',
  'Correct the tokenEndpoint of "{id}" in config.json, or give its issuer, which tells its own.':
    'Berichtige den tokenEndpoint von „{id}“ in config.json oder gib den Aussteller an, der seinen eigenen nennt.',
  'Could not be done': 'Das ging nicht',
  'Could not copy.': 'Kopieren fehlgeschlagen.',
  'Credentials of the type "{type}": Lamplighter knows no more of them.':
    'Zugangsdaten vom Typ „{type}“: Mehr weiß Lamplighter nicht über sie.',
  'Cursor does not renew it: sign in again when it has expired.':
    'Cursor erneuert sie nicht: Melde dich neu an, wenn sie abgelaufen ist.',
  'Cursor keeps its session in the keychain.': 'Cursor bewahrt seine Sitzung im Schlüsselbund auf.',
  Cut: 'Ausschneiden',
  Dark: 'Dunkel',
  Day: 'Tag',
  'Days between': 'Abstand in Tagen',
  Delete: 'Löschen',
  'Delete the copy here…': 'Kopie hier löschen…',
  'Delete the copy of {login}?': 'Die Kopie von {login} löschen?',
  'Described by': 'Beschrieben durch',
  Details: 'Einzelheiten',
  'Details of {account}': 'Einzelheiten zu {account}',
  'Details of {name}, {about}': 'Einzelheiten zu {name}, {about}',
  'Details…': 'Einzelheiten…',
  'Device authorization endpoint': 'Geräteautorisierungs-Endpunkt',
  'Differs from the newest copy': 'Weicht von der neuesten Kopie ab',
  Disconnect: 'Trennen',
  'Disconnecting…': 'Wird getrennt…',
  Dismiss: 'Ausblenden',
  'Do not end it.': 'Beende ihn nicht.',
  'Do not warn {hours} before': 'Nicht {hours} vorher warnen',
  Done: 'Fertig',
  'Done.': 'Fertig.',
  'Drop a file or a folder here': 'Lege hier eine Datei oder einen Ordner ab',
  'Due now.': 'Jetzt fällig.',
  'Each renewal, each token taken over from another program and each sign-in will be listed here, with who asked for it and how long it took.':
    'Jede Erneuerung, jedes Token, das von einem anderen Programm übernommen wurde, und jede Anmeldung wird hier aufgeführt, mit Auslöser und Dauer.',
  'Earlier imports': 'Frühere Importe',
  'Electron {electron}': 'Electron {electron}',
  'Empty where the server registers clients by itself.':
    'Leer, wenn der Server Clients von selbst registriert.',
  'Empty: it does not end.': 'Leer: kein Ende.',
  'Encrypting…': 'Wird verschlüsselt…',
  'End not known': 'Ende unbekannt',
  Ended: 'Beendet',
  'Ended by the provider': 'Vom Anbieter beendet',
  Endpoints: 'Endpunkte',
  'Ends on': 'Endet am',
  'Events by day': 'Ereignisse nach Tagen',
  'Every action and login, by a few letters': 'Jede Aktion und Anmeldung, mit wenigen Buchstaben',
  'Every file already holds the newest tokens.': 'Alle Dateien enthalten schon die neuesten Tokens.',
  'Every file is kept as it was before it is written, so that the import can be undone.':
    'Jede Datei wird vor dem Schreiben so gesichert, wie sie war; der Import lässt sich also rückgängig machen.',
  'Every file is kept as it was before it is written.':
    'Jede Datei wird vor dem Schreiben so gesichert, wie sie war.',
  'Every login that it could renew is renewed now, so that what it holds is worth nothing; where a provider does not rotate, sign in again.':
    'Jede Anmeldung, die er erneuern konnte, wird jetzt erneuert, damit das, was er hat, wertlos ist; wo ein Anbieter nicht rotiert, melde dich neu an.',
  'Every so many days': 'In festem Abstand',
  Everything: 'Alles',
  'Everything else it remembers': 'Alles andere, was es sich merkt',
  'Exchange parameters': 'Parameter beim Einlösen',
  'Expected renewal': 'Erwartete Erneuerung',
  Expired: 'Abgelaufen',
  'Expired {ago}': 'Abgelaufen {ago}',
  'Expired {ago}.': 'Abgelaufen {ago}.',
  'Expires soon.': 'Läuft bald ab.',
  'Export it there.': 'Exportiere sie dort.',
  'Export logins': 'Anmeldungen exportieren',
  'Export logins…': 'Anmeldungen exportieren…',
  'Export the history': 'Verlauf exportieren',
  'Export {logins}…': '{logins} exportieren…',
  Exported: 'Exportiert',
  'Export…': 'Exportieren…',
  Failed: 'Fehlgeschlagen',
  File: 'Datei',
  'Filter the history': 'Verlauf filtern',
  'Fingerprint of the refresh token: {fingerprint}': 'Fingerabdruck des Refresh-Tokens: {fingerprint}',
  Finish: 'Abschließen',
  'Finished a renewal that was cut short, written to {count} files.':
    'Eine abgebrochene Erneuerung wurde abgeschlossen und in {count} Dateien geschrieben.',
  'Finished a renewal that was cut short.': 'Eine abgebrochene Erneuerung wurde abgeschlossen.',
  'First and last': 'Erste und letzte',
  'Fleet {name}': 'Flotte {name}',
  'Fold by program': 'Nach Programm einklappen',
  'Fold by provider': 'Nach Anbieter einklappen',
  'For all {logins}': 'Für alle {logins}',
  'For an hour': 'Für eine Stunde',
  'For one {role}, for another {left}. Whoever has it can join: take it there by a way that nobody else reads. On the other machine: lamplighter fleet join':
    'Für einen Rechner als {role}, noch {left} gültig. Wer sie hat, kann beitreten: Bring sie auf einem Weg dorthin, auf dem niemand mitliest. Auf dem anderen Rechner: lamplighter fleet join',
  Forgotten: 'Gelöscht',
  'Found on this machine': 'Auf diesem Rechner gefunden',
  'Four or five unrelated words are easy to type and hard to guess.':
    'Vier oder fünf Wörter ohne Zusammenhang sind leicht zu tippen und schwer zu erraten.',
  'Fresh.': 'Frisch.',
  From: 'Von',
  'From a bundle of another Lamplighter, or from another program’s file of logins.':
    'Aus dem Bündel eines anderen Lamplighter oder aus der Anmeldedatei eines anderen Programms.',
  'From a file': 'Aus einer Datei',
  'From a minute on it can be tried once more.': 'Nach einer Minute ist ein neuer Versuch möglich.',
  'From and until are the same, which would never be quiet.': 'Von und Bis sind gleich; damit wäre nie Ruhe.',
  'From another machine': 'Von einem anderen Rechner',
  'From the machine where the fleet was founded. Lamplighter has to run there meanwhile.':
    'Von dem Rechner, auf dem die Flotte gegründet wurde. Dort muss Lamplighter solange laufen.',
  'Gemini CLI keeps it encrypted, under a key of this machine.':
    'Gemini CLI bewahrt sie verschlüsselt auf, mit einem Schlüssel dieses Rechners.',
  'Gemini CLI renews it while it runs.': 'Gemini CLI erneuert sie, solange es läuft.',
  General: 'Allgemein',
  'Gets a login of its own, once you have signed in.':
    'Bekommt eine eigene Anmeldung, sobald du dich angemeldet hast.',
  'Gets the access token only, and asks for the next one before it expires.':
    'Bekommt nur das Access-Token und fragt vor dessen Ablauf nach dem nächsten.',
  'Gets the login itself, and renews it at once and from then on.':
    'Bekommt die Anmeldung selbst und erneuert sie sofort und ab dann.',
  'Gets the same tokens.': 'Bekommt dieselben Tokens.',
  'GitHub CLI keeps it.': 'GitHub CLI verwaltet sie.',
  'GitHub CLI keeps its token in the keychain.': 'GitHub CLI bewahrt sein Token im Schlüsselbund auf.',
  'GitHub CLI uses the keychain since 2.24.': 'GitHub CLI benutzt seit 2.24 den Schlüsselbund.',
  'GitHub Copilot keeps it.': 'GitHub Copilot verwaltet sie.',
  'GitHub Copilot keeps its token in the keychain.':
    'GitHub Copilot bewahrt sein Token im Schlüsselbund auf.',
  'GitHub Copilot renews it when it next talks to that server.':
    'GitHub Copilot erneuert sie, wenn es das nächste Mal mit jenem Server spricht.',
  'Give again': 'Wieder geben',
  'Give it in hours, such as 24, or in days, such as 3 d.':
    'Gib sie in Stunden an, etwa 24, oder in Tagen, etwa 3 d.',
  'Give it in minutes, such as 10, or leave it empty.':
    'Gib sie in Minuten an, etwa 10, oder lass das Feld leer.',
  'Give this one, or the device authorization endpoint, or both.':
    'Gib diesen oder den Geräteautorisierungs-Endpunkt an, oder beide.',
  'Give {name} tokens of {account} again': '{name} wieder Tokens von {account} geben',
  'Gives up its refresh token, and asks for each new token from then on.':
    'Gibt sein Refresh-Token ab und fragt ab dann nach jedem neuen Token.',
  'Go back': 'Zurück',
  'Go on borrowing': 'Weiter leihen',
  'Go on trying': 'Weiter versuchen',
  'Go to': 'Gehe zu',
  'Goes dark with it': 'Fällt damit aus',
  'Goes on renewing it. Nothing else changes.': 'Erneuert sie weiterhin. Sonst ändert sich nichts.',
  'Goes on with what it has': 'Läuft weiter mit dem, was es hat',
  'Google serves it to companies only since June 2026.':
    'Seit Juni 2026 bietet Google das nur noch Unternehmen an.',
  'Google, Slack, your company’s Keycloak, or an address':
    'Google, Slack, das Keycloak deiner Firma oder eine Adresse',
  'Google’s libraries make a token from it whenever they need one.':
    'Googles Bibliotheken machen daraus ein Token, wann immer sie eines brauchen.',
  'Grok keeps it.': 'Grok verwaltet sie.',
  'Grok renews it while it runs.': 'Grok erneuert sie, solange es läuft.',
  'Grok’s entry "{name}" has no {part}: Grok reads none of the file then.':
    'Groks Eintrag „{name}“ hat kein {part}: Grok liest dann nichts aus der Datei.',
  'Held{age}. It does not say by whom.': 'Gehalten{age}. Von wem, sagt sie nicht.',
  'Held{who}{age}.': 'Gehalten{who}{age}.',
  'Held{who}{age}. That process is stopped; everybody waits until it goes on or ends.':
    'Gehalten{who}{age}. Dieser Prozess ist angehalten; alle warten, bis er weiterläuft oder endet.',
  Help: 'Hilfe',
  Hide: 'Ausblenden',
  History: 'Verlauf',
  Hooks: 'Hooks',
  'Hooks are written in config.json': 'Hooks stehen in config.json',
  'Hours, or days: 12, 36 h, 3 d': 'Stunden oder Tage: 12, 36 h, 3 d',
  How: 'Wie',
  'How it is encrypted': 'Art der Verschlüsselung',
  'How long': 'Wie lange',
  'How things stand': 'Wie es steht',
  'How {logins, plural, one {it comes} other {{logins} logins come}} over from {nodeName}':
    'Wie {logins, plural, one {sie} other {{logins} Anmeldungen}} von {nodeName} {logins, plural, one {herüberkommt} other {herüberkommen}}',
  'How {logins, plural, one {it goes} other {{logins} logins go}} to {nodeName}':
    'Wie {logins, plural, one {sie} other {{logins} Anmeldungen}} zu {nodeName} {logins, plural, one {geht} other {gehen}}',
  'I know {address}: tokens may go there': 'Ich kenne {address}: Tokens dürfen dorthin',
  'I understand what this can cost': 'Mir ist klar, was das kosten kann',
  Id: 'ID',
  'If it goes on like this, sign in again.': 'Wenn das so weitergeht, melde dich neu an.',
  'If that does not help, check the client id and the endpoints of "{id}" in config.json.':
    'Wenn das nicht hilft, prüfe die Client-ID und die Endpunkte von „{id}“ in config.json.',
  'If the last page says that it cannot be opened, or you signed in on another machine: copy its address and paste it here. It begins with {address}.':
    'Wenn die letzte Seite sich nicht öffnen lässt oder du dich auf einem anderen Rechner angemeldet hast: Kopiere ihre Adresse und füge sie hier ein. Sie beginnt mit {address}.',
  'If the login was removed on purpose, nothing need be done.':
    'Wurde die Anmeldung absichtlich entfernt, ist nichts zu tun.',
  'If the next token lives as long as this one.': 'Wenn das nächste Token so lange gilt wie dieses.',
  'If the provider ends the login because it saw a used refresh token, Lamplighter asks you to sign in.':
    'Beendet der Anbieter die Anmeldung, weil er ein benutztes Refresh-Token gesehen hat, bittet Lamplighter dich, dich anzumelden.',
  'If this network has a sign-in page of its own, open it in a browser.':
    'Hat dieses Netz eine eigene Anmeldeseite, öffne sie in einem Browser.',
  Import: 'Importieren',
  'Import Logins…': 'Anmeldungen importieren…',
  'Import another file': 'Andere Datei importieren',
  'Import logins': 'Anmeldungen importieren',
  'Import logins from a file…': 'Anmeldungen aus einer Datei importieren…',
  'Import {logins}': '{logins} importieren',
  Imported: 'Importiert',
  'Importing…': 'Wird importiert…',
  'Import…': 'Importieren…',
  'In the list of logins': 'In der Liste der Anmeldungen',
  'In {left}, {who}': 'In {left}, {who}',
  'Install Lamplighter there.': 'Installiere dort Lamplighter.',
  'Install it again, or remove the file.': 'Installiere es neu oder entferne die Datei.',
  'Install it there again, or sign in here.': 'Installiere es dort wieder oder melde dich hier an.',
  'Install the command': 'Befehl installieren',
  'Into one encrypted file. Logins that only one machine may have are left out.':
    'In eine verschlüsselte Datei. Anmeldungen, die nur ein Rechner haben darf, bleiben außen vor.',
  'Into one encrypted file. Nothing is sent anywhere.':
    'In eine verschlüsselte Datei. Nichts wird irgendwohin gesendet.',
  Invitation: 'Einladung',
  'Invite a keeper': 'Hüter einladen',
  'Invite a reader': 'Leser einladen',
  'Is this machine’s clock right, and no sign-in page of the network in the way?':
    'Geht die Uhr dieses Rechners richtig, und steht keine Anmeldeseite des Netzes im Weg?',
  Issuer: 'Aussteller',
  'Issuer URL': 'URL des Ausstellers',
  'It begins with /, such as /callback': 'Er beginnt mit /, etwa /callback',
  'It belongs to this machine already.': 'Sie gehört schon diesem Rechner.',
  'It cannot be renewed: once it expires, somebody has to sign in again.':
    'Sie kann nicht erneuert werden: Wenn sie abgelaufen ist, muss sich jemand neu anmelden.',
  'It does not expire by itself, so there is nothing to renew.':
    'Sie läuft nicht von selbst ab, es gibt also nichts zu erneuern.',
  'It does not expire by itself.': 'Sie läuft nicht von selbst ab.',
  'It does not expire; GitHub may end it.': 'Sie läuft nicht ab; GitHub kann sie beenden.',
  'It does not say who holds it.': 'Sie sagt nicht, wer sie hält.',
  'It ends when it is revoked, or after six months without use.':
    'Sie endet, wenn sie widerrufen wird oder sechs Monate lang ungenutzt bleibt.',
  'It goes into the vault and is not shown again.': 'Kommt in den Tresor und wird nicht wieder angezeigt.',
  'It goes on when you look elsewhere, and when you close this window.':
    'Es geht weiter, auch wenn du woanders hinsiehst oder dieses Fenster schließt.',
  'It has expired and nothing in the file can renew it.':
    'Sie ist abgelaufen, und nichts in der Datei kann sie erneuern.',
  'It has expired and will mend itself: Lamplighter renews it for all {count} agents at once.':
    'Sie ist abgelaufen, aber das gibt sich von selbst: Lamplighter erneuert sie für alle {count} Agenten auf einmal.',
  'It has expired and will mend itself: Lamplighter renews it.':
    'Sie ist abgelaufen, aber das gibt sich von selbst: Lamplighter erneuert sie.',
  'It has expired meanwhile.': 'Inzwischen ist sie abgelaufen.',
  'It has expired, and there is nothing to renew it with.':
    'Sie ist abgelaufen, und es gibt nichts, womit sie sich erneuern ließe.',
  'It has expired.': 'Sie ist abgelaufen.',
  'It has no newer access token yet.': 'Dort gibt es noch kein neueres Access-Token.',
  'It has no refresh token, so nobody can renew it.':
    'Sie hat kein Refresh-Token, also kann niemand sie erneuern.',
  'It has not asked yet.': 'Es hat noch nicht gefragt.',
  'It holds no login that Lamplighter knows how to keep.':
    'Dort ist keine Anmeldung, mit der Lamplighter umgehen kann.',
  'It is at {path}.': 'Er liegt unter {path}.',
  'It is at {path}. Where a terminal does not find it, add that folder to the PATH.':
    'Er liegt unter {path}. Wo ein Terminal ihn nicht findet, füge diesen Ordner zum PATH hinzu.',
  'It is borrowed from there already.': 'Sie ist schon von dort geliehen.',
  'It is borrowed from {owner}, which renews it for this machine only.':
    'Sie ist von {owner} geliehen und wird dort nur für diesen Rechner erneuert.',
  'It is called {name}.': 'Sie heißt jetzt {name}.',
  'It is disconnected.': 'Es ist getrennt.',
  'It is needed, such as {example}': 'Das ist nötig, etwa {example}',
  'It is no login that could be made anew.': 'Es ist keine Anmeldung, die sich neu anlegen ließe.',
  'It is older than the {time} after which its own program takes it for abandoned.':
    'Sie ist älter als {time}; danach hält ihr eigenes Programm sie für verwaist.',
  'It is removed only if it is still the same lock.':
    'Sie wird nur entfernt, wenn es noch dieselbe Sperre ist.',
  'It is renewed whenever {name} connects to this machine.':
    'Sie wird erneuert, sooft {name} sich mit diesem Rechner verbindet.',
  'It is the key that opens {file}. Its passphrase is used once and not kept.':
    'Dieser Schlüssel öffnet {file}. Seine Passphrase wird einmal benutzt und nicht aufbewahrt.',
  'It is tried again now.': 'Jetzt wird es erneut versucht.',
  'It is tried again {when}.': 'Nächster Versuch: {when}.',
  'It keeps logins alive: those that other programs make on this machine, and those you add yourself.':
    'Es hält Anmeldungen am Leben: die anderer Programme auf diesem Rechner und die, die du selbst hinzufügst.',
  'It keeps them alive, so that nothing stops in the night because one of them expired.':
    'Es hält sie am Leben, damit nachts nichts stehen bleibt, weil eine von ihnen abgelaufen ist.',
  'It keeps your logins alive all the same, also with this window closed.':
    'Es hält deine Anmeldungen trotzdem am Leben, auch wenn dieses Fenster geschlossen ist.',
  'It leaves this list, and Lamplighter does not contact it any more. Nothing changes on the machine itself, and no login is removed here.':
    'Er verschwindet aus dieser Liste, und Lamplighter nimmt keinen Kontakt mehr zu ihm auf. Auf dem Rechner selbst ändert sich nichts, und hier wird keine Anmeldung entfernt.',
  'It left {path}, with this login in it.': 'Es hat {path} hinterlassen, mit dieser Anmeldung darin.',
  'It looked here': 'Hier wurde gesucht',
  'It names whom it trusts.': 'Er nennt, wem er vertraut.',
  'It needs Node.js 20.19 or newer in the PATH.': 'Er braucht Node.js 20.19 oder neuer im PATH.',
  'It never expires.': 'Sie läuft nie ab.',
  'It never held a refresh token.': 'Er hatte nie ein Refresh-Token.',
  'It only counts down {logins} of {names}, without touching {elsewhere, plural, one {it} other {them}}.':
    'Bei {logins} von {names} läuft nur die Restzeit mit, ohne {elsewhere, plural, one {sie} other {sie}} anzufassen.',
  'It renews the logins you add, shortly before they expire.':
    'Es erneuert die Anmeldungen, die du hinzufügst, kurz vor ihrem Ablauf.',
  'It renews {refreshed, plural, one {# login shortly before it expires} other {# logins shortly before they expire}}, under OpenClaw’s own locks so that no two programs spend the same token.':
    'Es erneuert {refreshed, plural, one {# Anmeldung kurz vor ihrem Ablauf} other {# Anmeldungen kurz vor ihrem Ablauf}}, unter den Sperren von OpenClaw selbst, damit nie zwei Programme dasselbe Token einlösen.',
  'It renews {refreshed, plural, one {# login shortly before it expires} other {# logins shortly before they expire}}.':
    'Es erneuert {refreshed, plural, one {# Anmeldung kurz vor ihrem Ablauf} other {# Anmeldungen kurz vor ihrem Ablauf}}.',
  'It takes the place of the one in {first}.': 'Sie ersetzt die in {first}.',
  'It takes the place of the one in {length} places at once.':
    'Sie ersetzt die an {length} Stellen zugleich.',
  'It tells you when you have to sign in, and only then.':
    'Es sagt dir, wann du dich anmelden musst, und nur dann.',
  'It was given {tokens}.': 'Es hat {tokens} bekommen.',
  'It was moved to {part}, which renews it.': 'Sie wurde zu {part} verschoben und wird dort erneuert.',
  'It was not told which machine asks, so copies of one login are not recognised yet. If it is yours, say so; bringing a login over or sending one says it, too.':
    'Ihm wurde nicht gesagt, welcher Rechner fragt, deshalb werden Kopien derselben Anmeldung noch nicht erkannt. Wenn es deiner ist, sag es; auch das Holen oder Senden einer Anmeldung sagt es.',
  'It was read without trouble, and holds no login that Lamplighter knows how to keep.':
    'Sie ließ sich ohne Weiteres lesen und enthält keine Anmeldung, mit der Lamplighter umgehen kann.',
  'It was refused.': 'Sie wurde abgelehnt.',
  'It works until then.': 'Bis dahin funktioniert sie.',
  'It works.': 'Sie funktioniert.',
  'Its client was registered until {day}, and nobody can renew it now.':
    'Ihr Client war bis {day} registriert, jetzt kann niemand sie erneuern.',
  'Its end is not known': 'Ende unbekannt',
  'Its machines share it, and one at a time renews it.':
    'Ihre Rechner teilen sie sich, und immer nur einer erneuert sie.',
  'Its name, in place of the vault.': 'Ihr Name, statt des Tresors.',
  'Its newest tokens are kept in Lamplighter’s journal.':
    'Ihre neuesten Tokens liegen im Journal von Lamplighter.',
  'Its provider has refused it.': 'Ihr Anbieter hat sie abgelehnt.',
  'Its refresh token is used up.': 'Ihr Refresh-Token ist verbraucht.',
  'Its refresh token was already used up on this machine; sending it again could end the login.':
    'Ihr Refresh-Token wurde auf diesem Rechner schon verbraucht; es noch einmal zu senden könnte die Anmeldung beenden.',
  'Its tokens are bound to a key that stays on this machine (DPoP): sign in on the other one.':
    'Ihre Tokens sind an einen Schlüssel gebunden, der auf diesem Rechner bleibt (DPoP): Melde dich auf dem anderen an.',
  'Its tokens are not in this file.': 'Ihre Tokens stehen nicht in dieser Datei.',
  'Its tokens are out of reach there.': 'Ihre Tokens sind dort nicht zugänglich.',
  'Its tokens are out of reach: another program keeps them.':
    'Ihre Tokens sind nicht zugänglich: Ein anderes Programm verwaltet sie.',
  'Its tokens go to {endpoint}': 'Ihre Tokens gehen an {endpoint}',
  'Its {elsewhere} is on another host than {shown}: add the provider yourself first, with lamplighter provider add.':
    '{elsewhere} liegt auf einem anderen Host als {shown}: Füge den Anbieter zuerst selbst hinzu, mit lamplighter provider add.',
  Join: 'Beitreten',
  'Keep alive what it cannot read: {rows} of the list {unread, plural, one {says} other {say}} why.':
    'Am Leben halten, was es nicht lesen kann: {rows} der Liste {unread, plural, one {sagt} other {sagen}}, warum.',
  'Keep it': 'Behalten',
  'Keeping watch': 'Hält Wache',
  'Keeps what it has.': 'Behält, was es hat.',
  Kept: 'Aufbewahrt',
  'Kept and counted down': 'Aufbewahrt, mit Restzeit',
  'Kept by others': 'Von anderen verwaltet',
  'Kept by {by}.': 'Verwaltet von {by}.',
  Key: 'Schlüssel',
  'Key id (kid)': 'Schlüssel-ID (kid)',
  'Keyboard shortcuts': 'Tastenkürzel',
  'Kimi Code renews it as soon as it is used; while nobody uses it, it expires.':
    'Kimi Code erneuert sie, sobald es benutzt wird; benutzt es niemand, läuft sie ab.',
  'Kimi refused the login, and {owner} has emptied its file.':
    'Kimi hat die Anmeldung abgelehnt, und {owner} hat seine Datei geleert.',
  'Lamplighter cannot end the login of {login}.': 'Lamplighter kann die Anmeldung {login} nicht beenden.',
  'Lamplighter cannot read its own folder': 'Lamplighter kann seinen eigenen Ordner nicht lesen',
  'Lamplighter cannot sign in at {name}.': 'Lamplighter kann sich bei {name} nicht anmelden.',
  'Lamplighter cannot sign in {login} itself.': 'Lamplighter kann {login} nicht selbst anmelden.',
  'Lamplighter counts down to it and reminds you a week before. A command that makes the new key by itself is named in config.json (rotateCommand).':
    'Lamplighter zählt bis dahin herunter und erinnert dich eine Woche vorher. Ein Befehl, der den neuen Schlüssel von selbst macht, wird in config.json genannt (rotateCommand).',
  'Lamplighter does not know "{providerName}" here yet: add the provider first, or it is kept but not renewed.':
    'Lamplighter kennt „{providerName}“ hier noch nicht: Füge den Anbieter zuerst hinzu, sonst wird sie zwar aufbewahrt, aber nicht erneuert.',
  'Lamplighter does not know the provider "{name}".': 'Lamplighter kennt den Anbieter „{name}“ nicht.',
  'Lamplighter does not know the provider "{printable}" here: add it first, with lamplighter provider add.':
    'Lamplighter kennt den Anbieter „{printable}“ hier nicht: Füge ihn zuerst hinzu, mit lamplighter provider add.',
  'Lamplighter found {logins}': 'Lamplighter hat {logins} gefunden',
  'Lamplighter has found no logins yet.': 'Lamplighter hat noch keine Anmeldungen gefunden.',
  'Lamplighter is not installed there, so OpenClaw’s files were read in place.':
    'Dort ist kein Lamplighter installiert, deshalb wurden OpenClaws Dateien an Ort und Stelle gelesen.',
  'Lamplighter is renewing it for all {count} agents at once.':
    'Lamplighter erneuert sie gerade für alle {count} Agenten auf einmal.',
  'Lamplighter is renewing it.': 'Lamplighter erneuert sie gerade.',
  'Lamplighter keeps it in its own vault and renews it.':
    'Lamplighter bewahrt sie im eigenen Tresor auf und erneuert sie.',
  'Lamplighter keeps it in its vault as a new login; other programs’ files stay as they are.':
    'Lamplighter bewahrt sie als neue Anmeldung in seinem Tresor auf; Dateien anderer Programme bleiben, wie sie sind.',
  'Lamplighter lights a lamp for each login it finds.':
    'Lamplighter zündet für jede Anmeldung, die es findet, eine Lampe an.',
  'Lamplighter only reads the logins of {owner}.': 'Lamplighter liest die Anmeldungen von {owner} nur.',
  'Lamplighter only watches.': 'Lamplighter sieht nur zu.',
  'Lamplighter renews it for all {count} agents at once.':
    'Lamplighter erneuert sie für alle {count} Agenten auf einmal.',
  'Lamplighter renews it for {program}, under {program}’s own locks.':
    'Lamplighter erneuert sie für {program}, unter den Sperren von {program} selbst.',
  'Lamplighter renews it here, with {name}.': 'Lamplighter erneuert sie hier, bei {name}.',
  'Lamplighter renews it once you resume; until then only “Renew now” does.':
    'Lamplighter erneuert sie, wenn du fortsetzt; bis dahin nur mit „Jetzt erneuern“.',
  'Lamplighter renews it then; until then only “Renew now” does.':
    'Lamplighter erneuert sie dann; bis dahin nur mit „Jetzt erneuern“.',
  'Lamplighter renews it.': 'Lamplighter erneuert sie.',
  'Lamplighter tries again by itself and says when it works.':
    'Lamplighter versucht es von selbst erneut und sagt, wann sie funktioniert.',
  'Lamplighter tries again by itself and says when they work.':
    'Lamplighter versucht es von selbst erneut und sagt, wann sie funktionieren.',
  'Lamplighter tries again by itself.': 'Lamplighter versucht es von selbst erneut.',
  'Lamplighter version licences libraries': 'Lamplighter Version Lizenzen Bibliotheken',
  'Lamplighter watches it for half a minute first, and removes it only if nobody touches it.':
    'Lamplighter beobachtet sie erst eine halbe Minute lang und entfernt sie nur, wenn niemand sie anfasst.',
  'Lamplighter will not send that refresh token.': 'Lamplighter wird dieses Refresh-Token nicht senden.',
  'Lamplighter will renew it before it expires.': 'Lamplighter wird sie vor ihrem Ablauf erneuern.',
  'Lamplighter will renew it for all {count} agents at once before it expires.':
    'Lamplighter wird sie vor ihrem Ablauf für alle {count} Agenten auf einmal erneuern.',
  'Lamplighter’s vault': 'Tresor von Lamplighter',
  Language: 'Sprache',
  Later: 'Später',
  'Left behind{who}{since}. Whoever needs it next takes it over.':
    'Zurückgelassen{who}{since}. Wer sie als Nächstes braucht, übernimmt sie.',
  'Left out': 'Ausgelassen',
  Lend: 'Verleihen',
  Less: 'Weniger',
  'Licences {libraries}': 'Lizenzen {libraries}',
  Light: 'Hell',
  Lineage: 'Herkunft',
  'Lineage of the refresh token': 'Herkunft des Refresh-Tokens',
  List: 'Liste',
  'Listening on 127.0.0.1:{port} failed.': 'Lauschen auf 127.0.0.1:{port} ist fehlgeschlagen.',
  Locks: 'Sperren',
  Login: 'Anmeldung',
  Logins: 'Anmeldungen',
  'Logins here': 'Anmeldungen hier',
  'Logins in {file}': 'Anmeldungen in {file}',
  'Logins of {name}': 'Anmeldungen von {name}',
  'Logins of {nodeName}': 'Anmeldungen von {nodeName}',
  'Logins renew only while Lamplighter runs.': 'Anmeldungen werden nur erneuert, während Lamplighter läuft.',
  'Look again': 'Erneut nachsehen',
  'Look at {name} again': 'Bei {name} erneut nachsehen',
  'Look at {name} again, and agree to that address if you know it.':
    'Sieh bei {name} erneut nach, und stimme dieser Adresse zu, wenn du sie kennst.',
  'Look for a newer version once a day': 'Einmal am Tag nach einer neueren Version sehen',
  'Looking for logins…': 'Anmeldungen werden gesucht…',
  'Looking for programs…': 'Programme werden gesucht…',
  'Looking…': 'Wird nachgesehen…',
  'MCP server': 'MCP-Server',
  Machines: 'Rechner',
  'Make a new key where the old one came from, and paste it here. Programs get it from now on; delete the old one there when all of them have asked again.':
    'Mach dort, woher der alte kam, einen neuen Schlüssel und füge ihn hier ein. Ab jetzt bekommen Programme ihn; lösche dort den alten, sobald alle wieder gefragt haben.',
  'Make room, or make the disk writable.': 'Schaffe Platz oder mach die Festplatte beschreibbar.',
  'Make the file writable and sign in again.': 'Mach die Datei beschreibbar und melde dich neu an.',
  'Many machines that share logins: any of them may fail, and one at a time renews. Found one on a machine that is always on, in a terminal: lamplighter fleet found NAME --here':
    'Viele Rechner, die sich Anmeldungen teilen: Jeder von ihnen darf ausfallen, und immer nur einer erneuert. Gründe eine im Terminal auf einem Rechner, der immer an ist: lamplighter fleet found NAME --here',
  May: 'Darf',
  Menu: 'Menü',
  More: 'Mehr',
  'More for {account}': 'Mehr zu {account}',
  'More: authentication, redirect, parameters': 'Mehr: Authentifizierung, Umleitung, Parameter',
  'More: authentication, redirect, parameters, addresses':
    'Mehr: Authentifizierung, Umleitung, Parameter, Adressen',
  Move: 'Verschieben',
  'Mute notifications': 'Benachrichtigungen stumm schalten',
  'Muted logins': 'Stumme Anmeldungen',
  Name: 'Name',
  'Needs a sign-in.': 'Muss angemeldet werden.',
  'Needs you': 'Braucht dich',
  'Needs you first': 'Zuerst, was dich braucht',
  'Needs you or worth a look': 'Braucht dich oder ist einen Blick wert',
  'Needs you to sign in.': 'Du musst dich anmelden.',
  'Neither says whose it is: choose it only if you know.':
    'Keine von beiden sagt, wem sie gehört: Wähle sie nur, wenn du es weißt.',
  'Never expire': 'Laufen nie ab',
  'Never expires': 'Läuft nie ab',
  'Never expires by itself.': 'Läuft nie von selbst ab.',
  'Never: you hear of it when it has ended.': 'Nie: Du erfährst davon, wenn sie beendet ist.',
  'New key': 'Neuer Schlüssel',
  'New tokens are on no disk yet': 'Neue Tokens sind noch auf keiner Festplatte',
  'New tokens came and no disk takes them, so Lamplighter does not quit: it holds them and goes on trying. Make room, or make the disk writable; then it quits by itself.':
    'Neue Tokens sind da, aber keine Festplatte nimmt sie auf. Deshalb beendet sich Lamplighter nicht: Es behält sie und versucht es weiter. Schaffe Platz oder mach die Festplatte beschreibbar; dann beendet es sich von selbst.',
  'New tokens of {profileId} are kept in the journal, and the place they belong to is gone.':
    'Neue Tokens von {profileId} liegen im Journal; der Ort, an den sie gehören, ist verschwunden.',
  'New {provider} tokens could not be saved, so none were asked for. Make sure that Lamplighter can write to {where}.':
    'Neue Tokens von {provider} konnten nicht gespeichert werden, deshalb wurden keine angefordert. Stelle sicher, dass Lamplighter in {where} schreiben kann.',
  'Newer tokens, written by another process, are used.':
    'Neuere Tokens, geschrieben von einem anderen Prozess, werden verwendet.',
  Next: 'Als Nächstes',
  'Next and previous login': 'Nächste und vorige Anmeldung',
  'Next renewal now': 'Nächste Erneuerung jetzt',
  'Next renewal now: {login}.': 'Nächste Erneuerung jetzt: {login}.',
  'Next renewal {when}': 'Nächste Erneuerung {when}',
  'Next renewal {when}: {login}.': 'Nächste Erneuerung {when}: {login}.',
  'Next: check': 'Weiter: Prüfen',
  'Next: how': 'Weiter: Wie',
  'No Lamplighter keeps it alive now: it is renewed only when somebody asks for it.':
    'Kein Lamplighter hält sie jetzt am Leben: Sie wird nur erneuert, wenn jemand danach fragt.',
  'No browser could be opened with {command}.': 'Mit {command} ließ sich kein Browser öffnen.',
  'No command runs by itself.': 'Kein Befehl läuft von selbst.',
  'No connection to {name} comes about with this client certificate.':
    'Mit diesem Client-Zertifikat kommt keine Verbindung zu {name} zustande.',
  'No keychain answered when the first login was stored, so the key is a file that only you can read. Other users of this machine cannot open your logins; a backup that holds both the key file and the vault can.':
    'Kein Schlüsselbund hat geantwortet, als die erste Anmeldung gespeichert wurde. Deshalb ist der Schlüssel eine Datei, die nur du lesen kannst. Andere Benutzer dieses Rechners können deine Anmeldungen nicht öffnen; eine Sicherung, die Schlüsseldatei und Tresor enthält, schon.',
  'No keychain on this machine: what Lamplighter keeps is sealed with a key file that only you can read.':
    'Kein Schlüsselbund auf diesem Rechner: Was Lamplighter aufbewahrt, ist mit einer Schlüsseldatei versiegelt, die nur du lesen kannst.',
  'No login matches this filter.': 'Keine Anmeldung passt zu diesem Filter.',
  'No login matches “{query}”.': 'Keine Anmeldung passt zu „{query}“.',
  'No logins found yet': 'Noch keine Anmeldungen gefunden',
  'No logins here yet': 'Hier sind noch keine Anmeldungen',
  'No logins in this file': 'Keine Anmeldungen in dieser Datei',
  'No logins yet': 'Noch keine Anmeldungen',
  'No longer on this machine': 'Nicht mehr auf diesem Rechner',
  'No profile in {path} is of this session any more.': 'Kein Profil in {path} gehört noch zu dieser Sitzung.',
  'No renewal is planned.': 'Keine Erneuerung geplant.',
  'No safe connection to {name} comes about: its certificate does not hold.':
    'Keine sichere Verbindung zu {name}: Das Zertifikat ist ungültig.',
  'No safe connection to {name} comes about: its certificate is from an authority that is not known here.':
    'Keine sichere Verbindung zu {name}: Das Zertifikat stammt von einer Stelle, die hier nicht bekannt ist.',
  'No setting says “{query}”.': 'Keine Einstellung enthält „{query}“.',
  'Nobody can look it up later.': 'Später kann niemand sie nachschlagen.',
  'Nobody can renew it but you, by a new sign-in.': 'Nur du kannst sie erneuern, mit einer neuen Anmeldung.',
  'Nobody can say.': 'Das weiß niemand.',
  'Nobody completed the sign-in within ten minutes.':
    'Niemand hat die Anmeldung innerhalb von zehn Minuten abgeschlossen.',
  'Nobody has signed in to Codex in a quarter of an hour.':
    'Seit einer Viertelstunde hat sich niemand bei Codex angemeldet.',
  'Nobody has signed in with {program} in half an hour.':
    'Seit einer halben Stunde hat sich niemand mit {program} angemeldet.',
  'Nobody here has agreed to that, so nothing was sent there.':
    'Hier hat dem niemand zugestimmt, deshalb wurde nichts dorthin gesendet.',
  'Nobody is named who could open the file.': 'Es ist niemand genannt, der die Datei öffnen könnte.',
  'Node.js {node}': 'Node.js {node}',
  None: 'Keine',
  'None of the files holds tokens that could be copied.':
    'Keine der Dateien enthält Tokens, die sich kopieren ließen.',
  'None of these logins can be put into the file.': 'Keine dieser Anmeldungen kann in die Datei.',
  'None was used.': 'Keine wurde benutzt.',
  'None yet. Each one is listed here and can be undone.':
    'Noch keine. Jeder wird hier aufgeführt und lässt sich rückgängig machen.',
  'None. The bell in a login’s details silences it.':
    'Keine. Mit der Glocke in den Einzelheiten einer Anmeldung stellst du sie stumm.',
  'None: a public client': 'Keine: ein öffentlicher Client',
  'Not found here': 'Hier nicht gefunden',
  'Not keeping watch': 'Hält keine Wache',
  'Not locked': 'Nicht gesperrt',
  'Not looked at yet.': 'Noch nicht nachgesehen.',
  'Not planned': 'Nicht geplant',
  'Not ready: {bad} of {logins} would fail': 'Nicht bereit: Ausfall bei {bad} von {logins}',
  'Nothing answers at that address: after signing in the browser shows an error, and you paste the address of that page here.':
    'Unter dieser Adresse antwortet nichts: Nach dem Anmelden zeigt der Browser einen Fehler, und du fügst die Adresse jener Seite hier ein.',
  'Nothing but a sign-in renews it.': 'Nur eine Anmeldung erneuert sie.',
  'Nothing changes.': 'Nichts ändert sich.',
  'Nothing else is known to use it.': 'Sonst ist niemand bekannt, der sie benutzt.',
  'Nothing expires before that.': 'Vorher läuft nichts ab.',
  'Nothing had to be sealed yet': 'Noch war nichts zu versiegeln',
  'Nothing happened in {words}': 'Nichts geschehen ({words})',
  'Nothing in {words} matches “{query}”.': 'Nichts passt zu „{query}“ ({words}).',
  'Nothing in {words} matches.': 'Nichts passt ({words}).',
  'Nothing is copied, and {from} keeps what it has.': 'Nichts wird kopiert, und {from} behält, was es hat.',
  'Nothing is known of it.': 'Darüber ist nichts bekannt.',
  'Nothing is renewed before you begin': 'Bevor du beginnst, wird nichts erneuert',
  'Nothing is renewed before you begin.': 'Bevor du beginnst, wird nichts erneuert.',
  'Nothing is shown then; what is still open is shown afterwards.':
    'Dann wird nichts gezeigt; was noch offen ist, kommt danach.',
  'Nothing is written yet: next you see what would be.':
    'Noch ist nichts geschrieben: Als Nächstes siehst du, was sich ändern würde.',
  'Nothing matches “{query}”.': 'Nichts passt zu „{query}“.',
  'Nothing needs you; {looking, plural, one {{count} of {all} is} other {{count} of {all} are}} worth a look':
    'Nichts braucht dich; {looking, plural, one {{count} von {all} ist} other {{count} von {all} sind}} einen Blick wert',
  'Nothing of what it could do is left, so the old token stays in use until it expires.':
    'Von dem, was sie durfte, ist nichts übrig; deshalb bleibt das alte Token bis zu seinem Ablauf in Gebrauch.',
  'Nothing of {profileId} can be taken back.': 'Nichts von {profileId} lässt sich zurücknehmen.',
  'Nothing says which of the two is newer.': 'Nichts verrät, welche von beiden neuer ist.',
  'Nothing to bring over: what is here stays as it is.': 'Nichts zu holen: Was hier ist, bleibt, wie es ist.',
  'Nothing to check': 'Nichts zu prüfen',
  'Nothing to do now.': 'Jetzt ist nichts zu tun.',
  'Nothing to do.': 'Nichts zu tun.',
  'Nothing to do: everybody has the new tokens.': 'Nichts zu tun: Alle haben die neuen Tokens.',
  'Nothing to do: the login has got new tokens since.':
    'Nichts zu tun: Die Anmeldung hat inzwischen neue Tokens.',
  'Nothing was brought over': 'Nichts wurde geholt',
  'Nothing was changed.': 'Nichts wurde geändert.',
  'Nothing was imported': 'Nichts wurde importiert',
  'Nothing was sent': 'Nichts wurde gesendet',
  'Nothing was written': 'Nichts wurde geschrieben',
  'Nothing was written.': 'Nichts wurde geschrieben.',
  'Nothing yet. Renewals and sign-ins will be listed here.':
    'Noch nichts. Erneuerungen und Anmeldungen werden hier aufgeführt.',
  Notifications: 'Benachrichtigungen',
  'Notifications are muted': 'Benachrichtigungen sind stumm',
  'Notifications are muted.': 'Benachrichtigungen sind stumm.',
  'Notifications are muted: unmute': 'Benachrichtigungen sind stumm: wieder einschalten',
  'Notifications are on.': 'Benachrichtigungen sind an.',
  'Notify again': 'Wieder benachrichtigen',
  'Of another program, or of another machine': 'Eines anderen Programms oder eines anderen Rechners',
  'Off: the logins are counted down, and left to the program.':
    'Aus: Die Anmeldungen bleiben dem Programm überlassen, nur die Restzeit läuft mit.',
  'On GNOME, the extension "AppIndicator and KStatusNotifierItem Support" brings tray icons back.':
    'Unter GNOME bringt die Erweiterung „AppIndicator and KStatusNotifierItem Support“ die Symbole im Infobereich zurück.',
  'On a day': 'An einem Tag',
  'On: Claude Code is asked to renew its login in its last minutes. Whether Anthropic’s terms allow that is not settled; it is your choice.':
    'An: Claude Code wird gebeten, seine Anmeldung in ihren letzten Minuten zu erneuern. Ob die Bedingungen von Anthropic das erlauben, ist nicht geklärt; es ist deine Entscheidung.',
  'Once more': 'Noch einmal',
  'One fewer': 'Eine weniger',
  'One for each line: age keys, or the contents of an SSH .pub file. Any one of them opens the file.':
    'Einen pro Zeile: age-Schlüssel oder den Inhalt einer SSH-.pub-Datei. Jeder von ihnen öffnet die Datei.',
  'One more': 'Eine mehr',
  'One on each line, as name=value. This is not: {wrong}':
    'Eines pro Zeile, als name=value. Das ist keines: {wrong}',
  'One word, without a colon.': 'Ein Wort, ohne Doppelpunkt.',
  'Only a sign-in renews it.': 'Nur eine Anmeldung erneuert sie.',
  'Only delete the copy here…': 'Nur die Kopie hier löschen…',
  'Only for an emergency, when {from} no longer uses it.':
    'Nur für den Notfall, wenn {from} sie nicht mehr benutzt.',
  'Only https addresses are opened.': 'Nur https-Adressen werden geöffnet.',
  'Only if your client has one. It goes into the vault and is not shown again.':
    'Nur falls dein Client eines hat. Es kommt in den Tresor und wird nicht wieder angezeigt.',
  'Only one of the two machines can use it.': 'Nur einer der beiden Rechner kann sie benutzen.',
  'Only the access token comes over. Before it expires, this machine asks the other for the next.':
    'Nur das Access-Token kommt herüber. Bevor es abläuft, fragt dieser Rechner den anderen nach dem nächsten.',
  'Only the access token comes, and before it expires {to} asks {from} for the next.':
    'Nur das Access-Token kommt, und vor dessen Ablauf fragt {to} bei {from} nach dem nächsten.',
  'Only this login': 'Nur diese Anmeldung',
  'Only {account}{provider}': 'Nur {account}{provider}',
  'Only {name} knows the provider "{id}", and says that its tokens go to {endpoint}.':
    'Nur {name} kennt den Anbieter „{id}“ und sagt, dass dessen Tokens an {endpoint} gehen.',
  Open: 'Öffnen',
  'Open Lamplighter': 'Lamplighter öffnen',
  'Open Lamplighter to begin': 'Lamplighter öffnen, um zu beginnen',
  'Open it again': 'Erneut öffnen',
  'Open the browser': 'Browser öffnen',
  'Open the page': 'Seite öffnen',
  'Open {address} on any device and enter this code:':
    'Öffne {address} auf einem beliebigen Gerät und gib diesen Code ein:',
  'OpenClaw’s {file} or its whole folder, or what another Lamplighter exported':
    'OpenClaws {file} oder sein ganzer Ordner, oder was ein anderes Lamplighter exportiert hat',
  'Opening it takes a second or two, on purpose: that is what makes guessing slow.':
    'Das Öffnen dauert mit Absicht ein, zwei Sekunden: Das macht das Raten langsam.',
  'Opening it…': 'Wird geöffnet…',
  'Opening…': 'Wird geöffnet…',
  'Or scan it with a phone': 'Oder mit dem Telefon scannen',
  'Other programs’ logins stay in their own files, in the form those programs wrote them.':
    'Anmeldungen anderer Programme bleiben in deren eigenen Dateien, in der Form, in der sie geschrieben wurden.',
  'Other ways': 'Andere Wege',
  'Others that asked': 'Andere, die gefragt haben',
  'Over your own ssh.': 'Über dein eigenes ssh.',
  Passphrase: 'Passphrase',
  Paste: 'Einfügen',
  Path: 'Pfad',
  Pause: 'Pause',
  'Pause for an hour': 'Eine Stunde pausieren',
  'Pause renewing': 'Erneuern pausieren',
  'Pause until resumed': 'Pausieren, bis du fortsetzt',
  'Pause until tomorrow, {time}': 'Bis morgen pausieren, {time}',
  'Paused until you resume': 'Pausiert, bis du fortsetzt',
  'Paused until {when}': 'Pausiert bis {when}',
  'Planned renewal': 'Geplante Erneuerung',
  Port: 'Port',
  'Port {port} is in use, and the provider answers to no other.':
    'Port {port} ist belegt, und der Anbieter antwortet auf keinen anderen.',
  'Preview…': 'Vorschau…',
  'Private key (PEM or JWK)': 'Privater Schlüssel (PEM oder JWK)',
  'Private key and certificate (PEM)': 'Privater Schlüssel und Zertifikat (PEM)',
  Problems: 'Probleme',
  'Process {pid} has ended.': 'Prozess {pid} ist beendet.',
  'Process {pid} holds the lock.': 'Prozess {pid} hält die Sperre.',
  Program: 'Programm',
  'Program: {program}': 'Programm: {program}',
  Programs: 'Programme',
  'Programs can ask for it by this name. Empty: it is called by its account.':
    'Programme können sie unter diesem Namen anfordern. Leer: Sie heißt wie ihr Konto.',
  Provider: 'Anbieter',
  Providers: 'Anbieter',
  'Public keys of those who shall open it': 'Öffentliche Schlüssel derer, die sie öffnen sollen',
  'Put cli_auth_credentials_store = "keyring" into its config.toml, and sign in again.':
    'Schreibe cli_auth_credentials_store = "keyring" in seine config.toml und melde dich neu an.',
  'Put in a new key…': 'Neuen Schlüssel einsetzen…',
  'Put in a new one before: make it where this one came from.':
    'Setze vorher einen neuen ein: Mach ihn dort, woher dieser kam.',
  'Put it in': 'Einsetzen',
  'Put its file back and they are written to it.':
    'Leg seine Datei zurück, und sie werden hineingeschrieben.',
  'Put the file back and they are written to it.': 'Leg die Datei zurück, und sie werden hineingeschrieben.',
  'QR code for {url}': 'QR-Code für {url}',
  'Quiet hours': 'Ruhezeiten',
  Quit: 'Beenden',
  'Quit and lose them': 'Beenden und sie verlieren',
  'Qwen has ended this sign-in: ~/.qwen/oauth_creds.json is of no use any more and can be removed.':
    'Qwen hat diese Anmeldung beendet: ~/.qwen/oauth_creds.json nützt nichts mehr und kann entfernt werden.',
  Race: 'Wettlauf',
  'Race avoided': 'Wettlauf vermieden',
  'Races avoided': 'Vermiedene Wettläufe',
  Range: 'Zeitraum',
  'Read it again': 'Erneut lesen',
  'Read them again': 'Erneut lesen',
  'Reading the machines…': 'Die Rechner werden gelesen…',
  'Reading the settings…': 'Die Einstellungen werden gelesen…',
  'Reading {file}…': '{file} wird gelesen…',
  'Ready to restart': 'Bereit zum Neustart',
  'Ready to restart?': 'Bereit zum Neustart?',
  'Ready to sign in': 'Bereit zum Anmelden',
  'Redirect address': 'Umleitungsadresse',
  'Redirect to': 'Umleiten nach',
  'Refreshed, written to {count} files.': 'Erneuert, in {count} Dateien geschrieben.',
  'Refreshed.': 'Erneuert.',
  'Register a client at {name}': 'Client bei {name} registrieren',
  Remove: 'Entfernen',
  'Remove it': 'Entfernen',
  'Remove it there, and borrow or sign in instead.':
    'Entferne sie dort, und leihe sie oder melde dich stattdessen an.',
  'Remove {label}': '{label} entfernen',
  'Remove {name}': '{name} entfernen',
  'Remove {name}?': '{name} entfernen?',
  'Remove…': 'Entfernen…',
  'Removing…': 'Wird entfernt…',
  Rename: 'Umbenennen',
  'Rename…': 'Umbenennen…',
  Renew: 'Erneuern',
  'Renew a login that another program owns.': 'Eine Anmeldung erneuern, die einem anderen Programm gehört.',
  'Renew all that is due': 'Alles Fällige erneuern',
  'Renew all {due} due': 'Alle {due} fälligen erneuern',
  'Renew all {due} due now': 'Alle {due} fälligen jetzt erneuern',
  'Renew now': 'Jetzt erneuern',
  'Renew the selected login': 'Ausgewählte Anmeldung erneuern',
  'Renew this long before a token expires': 'So lange vor dem Ablauf eines Tokens erneuern',
  'Renew: {name}': 'Erneuern: {name}',
  'Renewal journal': 'Journal der Erneuerungen',
  'Renewal parameters': 'Parameter beim Erneuern',
  'Renewals at once, per provider': 'Erneuerungen zugleich, je Anbieter',
  Renewed: 'Erneuert',
  'Renewed by': 'Erneuert von',
  'Renewed by {refreshedBy}.': 'Erneuert von {refreshedBy}.',
  Renewing: 'Erneuern',
  'Renewing by themselves': 'Erneuern sich selbst',
  'Renewing goes on.': 'Das Erneuern geht weiter.',
  'Renewing is paused': 'Erneuern ist pausiert',
  'Renewing is paused until {when}': 'Erneuern ist pausiert bis {when}',
  'Renewing is paused until {when}.': 'Erneuern ist pausiert bis {when}.',
  'Renewing is paused.': 'Erneuern ist pausiert.',
  'Renewing is paused: until then it is renewed only when somebody asks for it.':
    'Erneuern ist pausiert: Bis dahin wird sie nur erneuert, wenn jemand danach fragt.',
  'Renewing now.': 'Wird gerade erneuert.',
  'Renewing soon, with {left} left.': 'Wird bald erneuert, noch {left}.',
  'Renewing soon.': 'Wird bald erneuert.',
  'Renewing…': 'Wird erneuert…',
  'Renews in {left}.': 'Wird in {left} erneuert.',
  Repair: 'Reparieren',
  'Repair files that differ': 'Abweichende Dateien reparieren',
  'Repair {label}': '{label} reparieren',
  Repaired: 'Repariert',
  Resume: 'Fortsetzen',
  'Resume renewing': 'Erneuern fortsetzen',
  Retried: 'Erneut versucht',
  'Revocation endpoint': 'Widerrufs-Endpunkt',
  'Roomy rows': 'Geräumige Zeilen',
  Rotation: 'Rotation',
  'Run: aws sts get-caller-identity --profile {profile}, and see what it says.':
    'Führe „aws sts get-caller-identity --profile {profile}“ aus und sieh nach, was es meldet.',
  'Run: az account get-access-token, and see what it says; it may have to be signed in again.':
    'Führe „az account get-access-token“ aus und sieh nach, was es meldet; vielleicht ist eine neue Anmeldung nötig.',
  'Run: az config set core.encrypt_token_cache=true, and sign in again.':
    'Führe „az config set core.encrypt_token_cache=true“ aus und melde dich neu an.',
  'Run: gh auth login, without --insecure-storage.': 'Führe „gh auth login“ ohne --insecure-storage aus.',
  Save: 'Speichern',
  'Save it first, or choose it with the button.': 'Speichere es zuerst, oder wähle es mit der Taste aus.',
  'Save the support bundle': 'Support-Bündel speichern',
  'Saved as {saved}': 'Gespeichert als {saved}',
  'Saved to {path}': 'Gespeichert in {path}',
  'Saved to {value}.': 'Gespeichert in {value}.',
  'Save…': 'Speichern…',
  'Say how for {logins}.': 'Bestimme den Weg für {logins}.',
  'Say that this is what you want, or leave them out.': 'Bestätige, dass du das willst, oder lass sie weg.',
  'Say which login or which provider to sign in to.':
    'Gib an, bei welcher Anmeldung oder welchem Anbieter du dich anmelden willst.',
  Scopes: 'Scopes',
  'Scopes to start from': 'Scopes für den Anfang',
  Screens: 'Bereiche',
  'Sealed with a key file': 'Mit einer Schlüsseldatei versiegelt',
  'Sealed with a key in the keychain': 'Mit einem Schlüssel im Schlüsselbund versiegelt',
  Search: 'Suchen',
  'Search logins': 'Anmeldungen suchen',
  'Search settings': 'Einstellungen suchen',
  'Secret from a variable': 'Secret aus einer Variablen',
  'Secret in the body (post)': 'Secret im Body (post)',
  'Secret in the header (basic)': 'Secret im Header (basic)',
  'Select all': 'Alles auswählen',
  'Send anything to anyone but the provider a login belongs to: no account, no statistics.':
    'Jemand anderem als dem Anbieter einer Anmeldung etwas senden: kein Konto, keine Statistik.',
  'Send logins there…': 'Anmeldungen dorthin senden…',
  'Send logins to {name}': 'Anmeldungen an {name} senden',
  'Send logins to {nodeName}': 'Anmeldungen an {nodeName} senden',
  'Send the sign-in request ahead (PAR)': 'Anmeldeanfrage vorab senden (PAR)',
  'Send there': 'Dorthin senden',
  'Send to machine…': 'An Rechner senden…',
  'Send to {machine}…': 'An {machine} senden…',
  'Send {logins}': '{logins} senden',
  'Sending a used refresh token could end the login everywhere, so Lamplighter does not.':
    'Ein schon benutztes Refresh-Token zu senden, könnte die Anmeldung überall beenden; deshalb tut Lamplighter es nicht.',
  'Sending {logins}…': '{logins} werden gesendet…',
  'Set GEMINI_FORCE_ENCRYPTED_FILE_STORAGE=true where Gemini CLI is started.':
    'Setze dort, wo Gemini CLI gestartet wird, GEMINI_FORCE_ENCRYPTED_FILE_STORAGE=true.',
  Settings: 'Einstellungen',
  'Settings, states and recent events, without a token in it.':
    'Einstellungen, Zustände und letzte Ereignisse, ganz ohne Token.',
  'Settings…': 'Einstellungen…',
  Settle: 'Klären',
  'Share it with the fleet': 'Mit der Flotte teilen',
  'Shared, every machine of the fleet has its access token, and one at a time renews it.':
    'Geteilt: Jeder Rechner der Flotte hat das Access-Token, und immer einer erneuert es.',
  'Should {owner} come back, it may still hold the old login: two owners, and whoever renews first signs the other one out. Sign it out there before it goes on.':
    'Sollte {owner} zurückkommen, könnte dort noch die alte Anmeldung liegen: zwei Besitzer, und wer zuerst erneuert, meldet den anderen ab. Melde sie dort ab, bevor es weitergeht.',
  Show: 'Zeigen',
  'Show a token, or write one into a log.': 'Ein Token zeigen oder in ein Protokoll schreiben.',
  'Show all': 'Alle zeigen',
  'Show all logins': 'Alle Anmeldungen zeigen',
  'Show all {profiles}': 'Alle {profiles} zeigen',
  'Show config.json in the file manager': 'config.json im Dateimanager zeigen',
  'Show in its folder\n{path}\n{entry}': 'Im Ordner zeigen\n{path}\n{entry}',
  'Show its history': 'Verlauf zeigen',
  'Show machines': 'Rechner zeigen',
  'Show the backup in the file manager': 'Gesicherte Dateien im Dateimanager zeigen',
  'Show the login': 'Anmeldung zeigen',
  'Show the passphrase': 'Passphrase zeigen',
  'Show what is written': 'Zeigen, was geschrieben wird',
  'Show what to do': 'Zeigen, was zu tun ist',
  'Show {label}': '{label} zeigen',
  'Show {label} in the file manager': '{label} im Dateimanager zeigen',
  'Show {more} more': '{more} weitere zeigen',
  'Show…': 'Zeigen…',
  'Sign in': 'Anmelden',
  'Sign in again': 'Neu anmelden',
  'Sign in again and grant them.': 'Melde dich neu an und erteile sie.',
  'Sign in again as {name}, or add {name2} as a new login.':
    'Melde dich neu als {name} an, oder füge {name2} als neue Anmeldung hinzu.',
  'Sign in again on the other machine.': 'Melde dich auf dem anderen Rechner neu an.',
  'Sign in again to be sure of a working login.':
    'Melde dich neu an, um sicher eine gültige Anmeldung zu haben.',
  'Sign in again to bring it back.': 'Melde dich neu an, um sie zurückzuholen.',
  'Sign in again to bring this login back.': 'Melde dich neu an, um diese Anmeldung zurückzuholen.',
  'Sign in again to use it.': 'Melde dich neu an, um sie zu benutzen.',
  'Sign in again with the program it belongs to.': 'Melde dich mit dem Programm neu an, dem sie gehört.',
  'Sign in again with the program that keeps it, which registers itself anew.':
    'Melde dich mit dem Programm neu an, das sie verwaltet; es registriert sich dann neu.',
  'Sign in again with the right account.': 'Melde dich neu mit dem richtigen Konto an.',
  'Sign in again, and to the same account.': 'Melde dich neu an, und zwar mit demselben Konto.',
  'Sign in again, or move the file away if you know the token was never used.':
    'Melde dich neu an, oder verschiebe die Datei, wenn du weißt, dass das Token nie benutzt wurde.',
  'Sign in again.': 'Melde dich neu an.',
  'Sign in again…': 'Neu anmelden…',
  'Sign in at {address}': 'Anmelden unter {address}',
  'Sign in here': 'Hier anmelden',
  'Sign in here instead.': 'Melde dich stattdessen hier an.',
  'Sign in here, or export it again on {there}.':
    'Melde dich hier an, oder exportiere sie dort ({there}) noch einmal.',
  'Sign in instead.': 'Melde dich stattdessen an.',
  'Sign in there': 'Dort anmelden',
  'Sign in to a provider': 'Bei einem Anbieter anmelden',
  'Sign in to bring it back.': 'Melde dich an, um sie zurückzuholen.',
  'Sign in to bring it back: Lamplighter asks {program} for it.':
    'Melde dich an, um sie zurückzuholen: Lamplighter bittet {program} darum.',
  'Sign in to bring {files} agents back.': 'Melde dich an, um {files} Agenten zurückzuholen.',
  'Sign in to the selected login': 'Bei der ausgewählten Anmeldung anmelden',
  'Sign in to {provider}': 'Bei {provider} anmelden',
  'Sign in to {provider} first': 'Zuerst bei {provider} anmelden',
  'Sign in with a code': 'Mit einem Code anmelden',
  'Sign in with its own program': 'Mit dem eigenen Programm anmelden',
  'Sign in with one of the programs below, and its login appears here by itself. Or take one of these ways on.':
    'Melde dich mit einem der Programme unten an, und die Anmeldung erscheint hier von selbst. Oder geh einen dieser Wege.',
  'Sign in with the browser': 'Mit dem Browser anmelden',
  'Sign in with the program that uses this login.':
    'Melde dich mit dem Programm an, das diese Anmeldung benutzt.',
  'Sign in with {owner} for a login of its own.':
    'Melde dich mit {owner} an, um eine eigene Anmeldung zu bekommen.',
  'Sign in with {owner} where you want to use it.':
    'Melde dich dort mit {owner} an, wo du sie benutzen willst.',
  'Sign in with {owner}.': 'Melde dich mit {owner} an.',
  'Sign in with {refreshedBy}': 'Mit {refreshedBy} anmelden',
  'Sign in: {who}': 'Anmelden: {who}',
  'Sign in…': 'Anmelden…',
  'Sign out': 'Abmelden',
  'Sign out {account}?': '{account} abmelden?',
  'Sign out…': 'Abmelden…',
  'Sign the sign-in request (JAR)': 'Anmeldeanfrage signieren (JAR)',
  'Sign-in failed': 'Anmelden fehlgeschlagen',
  'Sign-in lasts': 'Anmeldung hält',
  'Sign-in parameters': 'Parameter beim Anmelden',
  'Sign-in {lasts}': 'Anmeldung {lasts}',
  'Signed in': 'Angemeldet',
  'Signed in with {program}.': 'Mit {program} angemeldet.',
  'Signed in.': 'Angemeldet.',
  'Signed in: it is a login of its own.': 'Angemeldet: Es ist eine eigene Anmeldung.',
  'Signed out': 'Abgemeldet',
  'Signed out here.': 'Hier abgemeldet.',
  'Signed out: {name} has ended the login.': 'Abgemeldet: {name} hat die Anmeldung beendet.',
  'Signed with a private key (private_key_jwt)': 'Mit einem privaten Schlüssel signiert (private_key_jwt)',
  'Signed with the secret (client_secret_jwt)': 'Mit dem Secret signiert (client_secret_jwt)',
  'Signing in: {account}': 'Wird angemeldet: {account}',
  'Signing in…': 'Anmelden läuft…',
  'Signing out…': 'Abmelden läuft…',
  Skip: 'Überspringen',
  'Small window': 'Kleines Fenster',
  'Some files still hold the old {provider} tokens ({where}). Open Lamplighter to see which, then repair them.':
    'In einigen Dateien stehen noch die alten Tokens von {provider} ({where}). Öffne Lamplighter, um zu sehen, in welchen, und repariere sie dann.',
  'Something else than {name}’s token endpoint answered.':
    'Etwas anderes als der Token-Endpunkt von {name} hat geantwortet.',
  'Sort: {label}': 'Sortieren: {label}',
  'Start Claude Code once; it renews its login by itself.':
    'Starte Claude Code einmal; es erneuert seine Anmeldung von selbst.',
  'Start Codex once; it renews its login by itself.':
    'Starte Codex einmal; es erneuert seine Anmeldung von selbst.',
  'Start the sign-in again, and use only the browser tab it opens.':
    'Beginne den Anmeldevorgang neu, und benutze nur den Browser-Tab, der sich dabei öffnet.',
  'Start the sign-in again.': 'Beginne den Anmeldevorgang neu.',
  'Start the sign-in again; the code of this one is used up.':
    'Beginne den Anmeldevorgang neu; der Code von diesem Mal ist verbraucht.',
  'Start when you log in': 'Beim Einloggen starten',
  'Start {owner} and see what it says; it may have to be signed in again.':
    'Starte {owner} und sieh nach, was es meldet; vielleicht ist dort eine neue Anmeldung nötig.',
  'Stays here.': 'Bleibt hier.',
  Steps: 'Schritte',
  'Support bundle': 'Support-Bündel',
  'Support bundle…': 'Support-Bündel…',
  System: 'System',
  'Take back': 'Zurücknehmen',
  'Take it out of the fleet': 'Aus der Flotte nehmen',
  'Take over': 'Übernehmen',
  'Take over from {owner}': 'Von {owner} übernehmen',
  'Take over…': 'Übernehmen…',
  'Take them from a file': 'Aus einer Datei nehmen',
  'Taken back': 'Zurückgenommen',
  'Taken back.': 'Zurückgenommen.',
  'Taken over': 'Übernommen',
  'Taking back…': 'Wird zurückgenommen…',
  'Taking over…': 'Wird übernommen…',
  'Technical detail': 'Technische Einzelheiten',
  'Technical details: id, lineage, locks': 'Technische Einzelheiten: ID, Abstammung, Sperren',
  Text: 'Text',
  'That is all of {words}.': 'Das ist alles für {words}.',
  'That is no key: it is empty, or has spaces or line breaks in it.':
    'Das ist kein Schlüssel: Es ist leer oder enthält Leerzeichen oder Zeilenumbrüche.',
  'That machine says things of it that are not understood here ({part}): update Lamplighter, or add the provider yourself.':
    'Jener Rechner sagt etwas darüber, das hier nicht verstanden wird ({part}): Aktualisiere Lamplighter, oder füge den Anbieter selbst hinzu.',
  'That needs Lamplighter on {part}: without it nobody there can give a refresh token up, or be asked again.':
    'Dafür braucht es Lamplighter dort ({part}): Ohne es kann dort niemand ein Refresh-Token abgeben oder erneut gefragt werden.',
  'The AWS CLI renews it when it is used, and when Lamplighter asks it to, as you wished.':
    'Die AWS CLI erneuert sie, wenn sie benutzt wird, und, wie du es wolltest, wenn Lamplighter sie darum bittet.',
  'The AWS CLI renews it when it is used; while nobody uses it, it expires.':
    'Die AWS CLI erneuert sie, wenn sie benutzt wird; benutzt sie niemand, läuft sie ab.',
  'The AWS CLI was asked in vain: aws {part}.': 'Die AWS CLI wurde vergeblich gefragt: aws {part}.',
  'The browser did not return?': 'Kam der Browser nicht zurück?',
  'The client itself (JWT bearer)': 'Der Client selbst (JWT Bearer)',
  'The client itself (client credentials)': 'Der Client selbst (Client Credentials)',
  'The code has expired; a moment…': 'Der Code ist abgelaufen; einen Moment…',
  'The code is good for {left}. This closes when you are done.':
    'Der Code gilt noch {left}. Dieses Fenster schließt sich, wenn du fertig bist.',
  'The code ran out before anybody used it.': 'Der Code lief ab, bevor ihn jemand benutzt hat.',
  'The connection to {name} was cut while {account} was being moved.':
    'Die Verbindung zu {name} brach ab, während {account} umzog.',
  'The copy of {account} here is deleted. {providerName} still has the permission.':
    'Die Kopie von {account} hier ist gelöscht. {providerName} hat die Berechtigung weiterhin.',
  'The copy of {called} here is deleted.': 'Die Kopie von {called} hier ist gelöscht.',
  'The deletion of Lamplighter’s copy was taken back.':
    'Das Löschen von Lamplighters Kopie wurde zurückgenommen.',
  'The endpoints are read from there.': 'Die Endpunkte werden von dort gelesen.',
  'The file does not name a region and a client that AWS would know.':
    'Die Datei nennt keine Region und keinen Client, die AWS kennen würde.',
  'The file holds a refresh token that was already used; an older copy seems to have been put back.':
    'Die Datei enthält ein Refresh-Token, das schon benutzt wurde; anscheinend wurde eine ältere Kopie zurückgelegt.',
  'The files as they were': 'Die Dateien, wie sie waren',
  'The files on {destination} could not be read.':
    'Die Dateien auf {destination} konnten nicht gelesen werden.',
  'The import was taken back': 'Der Import wurde zurückgenommen',
  'The import was taken back.': 'Der Import wurde zurückgenommen.',
  'The invitation as a QR code': 'Die Einladung als QR-Code',
  'The journal entry {path} cannot be understood.': 'Der Journaleintrag {path} ist nicht zu verstehen.',
  'The key is in {keychain}. Without it, what Lamplighter stores cannot be read, not even from a copy of the disk.':
    'Der Schlüssel liegt in {keychain}. Ohne ihn ist nicht lesbar, was Lamplighter speichert, auch nicht aus einer Kopie des Datenträgers.',
  'The key leaves the vault. Where it came from it stays good: delete it there, too, if nobody else needs it.':
    'Der Schlüssel wird aus dem Tresor entfernt. Dort, wo er herkam, gilt er weiter: Lösche ihn auch dort, wenn ihn sonst niemand braucht.',
  'The key of a service account.': 'Der Schlüssel eines Dienstkontos.',
  'The lamp is lit': 'Die Lampe leuchtet',
  'The lamplighter command': 'Der Befehl lamplighter',
  'The last 4 hours and the next 8': 'Die letzten 4 Stunden und die nächsten 8',
  'The list is made when Lamplighter is packaged.': 'Die Liste entsteht, wenn Lamplighter gepackt wird.',
  'The lock was lost before anything was given up.': 'Die Sperre ging verloren, bevor etwas abgegeben wurde.',
  'The login itself may be fine.': 'Die Anmeldung selbst ist vielleicht in Ordnung.',
  'The login of this name belongs to {login} here, and stays untouched.':
    'Die Anmeldung dieses Namens gehört hier zu {login} und bleibt unberührt.',
  'The login of {login} is not there any more.': 'Die Anmeldung von {login} ist nicht mehr da.',
  'The login was cancelled.': 'Die Anmeldung wurde abgebrochen.',
  'The login was replaced while the renewal ran; the answer was dropped.':
    'Die Anmeldung wurde ersetzt, während die Erneuerung lief; die Antwort wurde verworfen.',
  'The login worked, but no file would take it.': 'Die Anmeldung hat geklappt, aber keine Datei nahm sie an.',
  'The move is brought to its end as soon as they are in contact again.':
    'Der Umzug wird zu Ende gebracht, sobald beide wieder Kontakt haben.',
  'The name of a variable, such as ACME_SECRET; never the secret itself.':
    'Der Name einer Variablen, etwa ACME_SECRET; nie das Secret selbst.',
  'The new key is in the vault.': 'Der neue Schlüssel liegt im Tresor.',
  'The new tokens are kept in the journal until the file can be written.':
    'Die neuen Tokens bleiben im Journal, bis die Datei geschrieben werden kann.',
  'The new tokens are on no disk yet: process {pid} holds them and goes on trying.':
    'Die neuen Tokens liegen noch auf keinem Datenträger: Prozess {pid} hält sie und versucht es weiter.',
  'The new {provider} tokens are safe with Lamplighter, which keeps trying. Make sure that it can write to {where}.':
    'Die neuen Tokens von {provider} sind bei Lamplighter sicher, das es weiter versucht. Sorge dafür, dass es hierhin schreiben kann: {where}.',
  'The one login works.': 'Die eine Anmeldung funktioniert.',
  'The one that was chosen when it was exported. It is used once and not kept.':
    'Die beim Exportieren gewählte. Sie wird einmal benutzt und nicht aufbewahrt.',
  'The other machine': 'Der andere Rechner',
  'The other machine gives up its refresh token, and this one renews the login from then on.':
    'Der andere Rechner gibt sein Refresh-Token ab, und dieser erneuert die Anmeldung von da an.',
  'The other machine no longer uses these logins.':
    'Der andere Rechner benutzt diese Anmeldungen nicht mehr.',
  'The other machine no longer uses this login.': 'Der andere Rechner benutzt diese Anmeldung nicht mehr.',
  'The place this login was kept in is gone.': 'Der Ort, an dem diese Anmeldung lag, ist verschwunden.',
  'The provider answered for another account ({part}).':
    'Der Anbieter hat für ein anderes Konto geantwortet ({part}).',
  'The provider does not say when it ends': 'Der Anbieter sagt nicht, wann sie endet',
  'The provider ends this login, and only a sign-in renews it.':
    'Der Anbieter beendet diese Anmeldung; nur erneutes Anmelden verlängert sie.',
  'The provider gives it together with the client id.': 'Der Anbieter vergibt es zusammen mit der Client-ID.',
  'The provider gives one to each application it knows.':
    'Der Anbieter vergibt eine an jede Anwendung, die er kennt.',
  'The provider has already refused this login here.':
    'Der Anbieter hat diese Anmeldung hier schon abgelehnt.',
  'The provider refused this login.': 'Der Anbieter hat diese Anmeldung abgelehnt.',
  'The provider took away: {what}.': 'Der Anbieter hat entzogen: {what}.',
  'The refresh token that {name} holds was already used on this machine.':
    'Das Refresh-Token, das {name} hat, wurde auf diesem Rechner schon benutzt.',
  'The request went out to {name} and no reply came back, so nobody knows yet whether it counted.':
    'Die Anfrage ging an {name}, und es kam keine Antwort; noch weiß also niemand, ob sie gezählt hat.',
  'The sign-in stopped unexpectedly.': 'Der Anmeldevorgang brach unerwartet ab.',
  'The sign-in was cancelled.': 'Der Anmeldevorgang wurde abgebrochen.',
  'The sign-in was declined at {name}.': 'Der Anmeldevorgang wurde bei {name} abgelehnt.',
  'The token of {account} is copied.': 'Das Token von {account} ist kopiert.',
  'The tokens leave Lamplighter’s vault. {providerName} is not told, so the permission stays there; other programs’ files stay as they are.':
    'Die Tokens werden aus Lamplighters Tresor entfernt. {providerName} erfährt nichts davon, die Berechtigung bleibt dort also bestehen; Dateien anderer Programme bleiben, wie sie sind.',
  'The tokens of an earlier renewal, kept in the journal until now, are stored.':
    'Die Tokens einer früheren Erneuerung, die bis jetzt im Journal lagen, sind gespeichert.',
  'The two differ.': 'Die beiden unterscheiden sich.',
  'The window could not reach Lamplighter.': 'Das Fenster konnte Lamplighter nicht erreichen.',
  'There is a login "{id}" already.': 'Es gibt schon eine Anmeldung „{id}“.',
  'There is another login {name} by now, and it was left as it is.':
    'Inzwischen gibt es eine andere Anmeldung {name}; sie wurde gelassen, wie sie war.',
  'There is no Lamplighter on {name} any more.': 'Auf {name} gibt es kein Lamplighter mehr.',
  'There is no login on this machine yet.': 'Auf diesem Rechner gibt es noch keine Anmeldung.',
  'There is no refresh token to give up: a copy serves both machines.':
    'Es gibt kein Refresh-Token abzugeben: Eine Kopie reicht für beide Rechner.',
  'There is no refresh token: only a new sign-in renews it.':
    'Es gibt kein Refresh-Token: Nur erneutes Anmelden verlängert sie.',
  'There is no token in the file.': 'In der Datei steht kein Token.',
  'There is nothing to bring over, and nothing to remove.':
    'Es gibt nichts herüberzuholen und nichts zu entfernen.',
  'There may be more: not all of it could be read.': 'Es könnte mehr geben: Nicht alles war lesbar.',
  'These are the newest {events} of {words}.': 'Das sind die neuesten {events} für {words}.',
  'These files belong to another program; Lamplighter does not write them.':
    'Diese Dateien gehören einem anderen Programm; Lamplighter schreibt nicht in sie.',
  'They are kept alive like the others; nobody is told about them.':
    'Sie werden wie die anderen am Leben gehalten; niemand wird über sie benachrichtigt.',
  'They can be copied, or signed in anew here.':
    'Sie lassen sich kopieren, oder du meldest dich hier neu an.',
  'They could not be renewed.': 'Sie konnten nicht erneuert werden.',
  'This answer belongs to another sign-in, or was tampered with.':
    'Diese Antwort gehört zu einem anderen Anmeldevorgang, oder sie wurde verändert.',
  'This desktop shows no tray icons, so Lamplighter has none.':
    'Diese Desktop-Umgebung zeigt keine Symbole im Infobereich, also hat Lamplighter keins.',
  'This is all of it: nothing is sent anywhere.': 'Das ist alles: Nichts wird irgendwohin gesendet.',
  'This is for other machines of yours that Lamplighter reaches with your own ssh. From here you bring its logins over, or send yours there, without two machines spending the same token.':
    'Das ist für deine anderen Rechner, die Lamplighter mit deinem eigenen ssh erreicht. Von hier aus holst du ihre Anmeldungen herüber oder sendest deine dorthin, ohne dass zwei Rechner dasselbe Token einlösen.',
  'This is not a web address. It begins with https://': 'Das ist keine Web-Adresse. Sie beginnt mit https://',
  'This is not the address the sign-in ended on.':
    'Das ist nicht die Adresse, bei der der Anmeldevorgang geendet hat.',
  'This key is to be rotated by {day}.': 'Dieser Schlüssel ist bis {day} zu ersetzen.',
  'This key was to be rotated by {day}.': 'Dieser Schlüssel war bis {day} zu ersetzen.',
  'This list': 'Diese Liste',
  'This login has no refresh token, so nobody can renew it.':
    'Diese Anmeldung hat kein Refresh-Token, also kann niemand sie erneuern.',
  'This login lives here already: this is the file that it stands in.':
    'Diese Anmeldung ist hier schon zu Hause: Das ist die Datei, in der sie steht.',
  'This login was moved to {name}; an older copy of it seems to have been put back here.':
    'Diese Anmeldung ist zu {name} umgezogen; anscheinend wurde hier eine ältere Kopie davon zurückgelegt.',
  'This login would have two owners': 'Diese Anmeldung hätte zwei Besitzer',
  'This machine': 'Dieser Rechner',
  'This machine already holds a newer one.': 'Dieser Rechner hat schon eine neuere.',
  'This machine already holds exactly this login.': 'Dieser Rechner hat schon genau diese Anmeldung.',
  'This machine does not know a way to {name}.': 'Dieser Rechner kennt keinen Weg zu {name}.',
  'This machine has taken the login over.': 'Dieser Rechner hat die Anmeldung übernommen.',
  'This machine owns it from now on.': 'Ab jetzt gehört sie diesem Rechner.',
  'This machine stops asking {owner} and becomes the owner. Where it cannot be without a sign-in, you are asked to sign in.':
    'Dieser Rechner fragt {owner} nicht mehr und wird selbst Besitzer. Wo das ohne Anmelden nicht geht, wirst du gebeten, dich anzumelden.',
  'This machine will no longer use the logins that would have two owners.':
    'Dieser Rechner benutzt die Anmeldungen nicht mehr, die zwei Besitzer hätten.',
  'This sign-in has no page to open any more.': 'Dieser Anmeldevorgang hat keine Seite mehr zu öffnen.',
  'This sign-in is no longer known.': 'Dieser Anmeldevorgang ist nicht mehr bekannt.',
  'This sign-in is not waiting for an address.': 'Dieser Anmeldevorgang wartet nicht auf eine Adresse.',
  'This window could not be connected to Lamplighter. Close it and open it again.':
    'Dieses Fenster konnte nicht mit Lamplighter verbunden werden. Schließe es und öffne es neu.',
  'Three ways to bring a login over': 'Drei Wege, eine Anmeldung herüberzuholen',
  'Tick what you accept for {logins}.': 'Hake an, was du für {logins} in Kauf nimmst.',
  'Time left': 'Restzeit',
  Timeline: 'Zeitleiste',
  'Timeline of {words} and what is planned: a lane for each login':
    'Zeitleiste für {words} und was geplant ist: eine Spur je Anmeldung',
  'To ask it from here, add it as a machine and trust it: lamplighter node trust.':
    'Um von hier aus danach zu fragen, füge ihn als Rechner hinzu und vertraue ihm: lamplighter node trust.',
  'To keys': 'Mit Schlüsseln',
  'To see the window again, start Lamplighter once more.':
    'Um das Fenster wiederzusehen, starte Lamplighter noch einmal.',
  'To the action of a row, and back; opens and closes a folded group':
    'Zur Aktion einer Zeile und zurück; öffnet und schließt eine eingeklappte Gruppe',
  'To the logins': 'Zu den Anmeldungen',
  Today: 'Heute',
  Token: 'Token',
  'Token endpoint': 'Token-Endpunkt',
  'Took over {foundIn}’s newer token.': 'Neueres Token von {foundIn} übernommen.',
  'Took part': 'Beteiligt',
  'Tries again in {left}.': 'Neuer Versuch in {left}.',
  'Trust it': 'Vertrauen',
  'Trust {name}': '{name} vertrauen',
  'Try again': 'Erneut versuchen',
  'Try again in a moment.': 'Versuche es gleich noch einmal.',
  'Try again now': 'Jetzt erneut versuchen',
  'Try again.': 'Versuche es noch einmal.',
  'Try it': 'Ausprobieren',
  'Trying again.': 'Neuer Versuch läuft.',
  'Trying…': 'Wird ausprobiert…',
  'Two renewals were answered with something that cannot be read, so the refresh token may be used up.':
    'Zweimal kam auf eine Erneuerung eine unlesbare Antwort, das Refresh-Token ist also vielleicht verbraucht.',
  'Two renewals were sent and no reply came back, so the refresh token may already be used up.':
    'Zweimal wurde eine Erneuerung gesendet, und es kam keine Antwort; das Refresh-Token ist also vielleicht schon verbraucht.',
  'Type the passphrase first.': 'Gib zuerst die Passphrase ein.',
  'Type where it is first, as you would after ssh.':
    'Gib zuerst ein, wo er ist, so wie du es nach ssh tippen würdest.',
  Undo: 'Rückgängig',
  'Undoing…': 'Wird rückgängig gemacht…',
  Unmute: 'Stummschaltung aufheben',
  'Unmute {name}': 'Stummschaltung von {name} aufheben',
  Until: 'Bis',
  'Until I resume': 'Bis ich fortsetze',
  'Until tomorrow': 'Bis morgen',
  'Until you have to sign in again': 'Bis du dich wieder anmelden musst',
  'Use a code instead': 'Stattdessen einen Code verwenden',
  'Use https: plain http is allowed on this machine only.':
    'Verwende https: Einfaches http ist nur auf diesem Rechner erlaubt.',
  'Use the browser on this machine': 'Browser auf diesem Rechner verwenden',
  'Used by': 'Benutzt von',
  Vault: 'Tresor',
  View: 'Ansicht',
  'Waiting for an answer…': 'Warten auf eine Antwort…',
  'Waiting for {owner}; expired {ago}.': 'Wartet auf {owner}; {ago} abgelaufen.',
  'Waits for you to sign in.': 'Wartet darauf, dass du dich anmeldest.',
  'Warn before a login ends': 'Warnen, bevor eine Anmeldung endet',
  'Was due {ago}, {who}': 'War {ago} fällig, {who}',
  'Was written to': 'Wurde geschrieben in',
  'Watched: only the program itself renews them.': 'Beobachtet: Nur das Programm selbst erneuert sie.',
  Ways: 'Wege',
  'Ways to add a login': 'Wege, eine Anmeldung hinzuzufügen',
  'What can be done with it': 'Was sich damit tun lässt',
  'What happened could not be read.': 'Was geschehen ist, war nicht lesbar.',
  'What is borrowed already cannot be read.': 'Was schon geliehen ist, lässt sich nicht lesen.',
  'What is known about it': 'Was darüber bekannt ist',
  'What it found': 'Was es gefunden hat',
  'What it is': 'Was es ist',
  'What it is for': 'Wofür es ist',
  'What it will not do': 'Was es nicht tun wird',
  'What the bundle says': 'Was das Bündel sagt',
  'What to do': 'Was zu tun ist',
  'What to do, or which login': 'Was zu tun ist oder welche Anmeldung',
  'What to do: {who}': 'Was zu tun ist: {who}',
  'What was borrowed from the old one cannot be renewed there: borrow it anew, or sign in here.':
    'Was von der alten geliehen war, lässt sich dort nicht erneuern: Leihe es neu, oder melde dich hier an.',
  'What was borrowed or copied can be taken back. What was moved stays here: send it back to return it.':
    'Was geliehen oder kopiert wurde, lässt sich zurücknehmen. Was umgezogen ist, bleibt hier: Sende es zurück, um es zurückzugeben.',
  'What was done': 'Was getan wurde',
  'What was dropped is not a file on this machine.':
    'Was du abgelegt hast, ist keine Datei auf diesem Rechner.',
  'What was written here can be taken back: every file was kept as it was.':
    'Was hier geschrieben wurde, lässt sich zurücknehmen: Jede Datei wurde so gesichert, wie sie war.',
  'What will happen': 'Was geschehen wird',
  'Whatever fails on the way of a move, {machine} still has the login.':
    'Was beim Umzug auch schiefgeht, {machine} hat die Anmeldung weiterhin.',
  When: 'Wann',
  'When a login is about to expire': 'Wenn eine Anmeldung bald abläuft',
  'When a login needs you': 'Wenn eine Anmeldung dich braucht',
  'When a login was renewed': 'Wenn eine Anmeldung erneuert wurde',
  'When it is back': 'Wenn sie zurück ist',
  'Where is it?': 'Wo ist er?',
  'Where it is not installed any more, remove the file.':
    'Wo es nicht mehr installiert ist, entferne die Datei.',
  'Where it looked': 'Wo es gesucht hat',
  'Which login shall it use?': 'Welche Anmeldung soll es benutzen?',
  'Which logins it found': 'Welche Anmeldungen es gefunden hat',
  'Which provider, or its address': 'Welcher Anbieter, oder seine Adresse',
  'While {from} cannot be asked, {to} has to wait.':
    'Solange {from} nicht gefragt werden kann, muss {to} warten.',
  'Who signs in': 'Wer sich anmeldet',
  'Who uses which login, and when it last asked.':
    'Wer welche Anmeldung benutzt und wann zuletzt gefragt hat.',
  'Whose it is': 'Wem es gehört',
  'Will retry': 'Neuer Versuch folgt',
  'Window and caches': 'Fenster und Caches',
  'With a client of your own': 'Mit einem eigenen Client',
  'With a code': 'Mit einem Code',
  'With a passphrase': 'Mit einer Passphrase',
  'With the first login that Lamplighter keeps itself, a key is made: in the keychain where there is one, otherwise in a file that only you can read.':
    'Mit der ersten Anmeldung, die Lamplighter selbst verwaltet, entsteht ein Schlüssel: im Schlüsselbund, wo es einen gibt, sonst in einer Datei, die nur du lesen kannst.',
  'With your browser, or with a code on another device.':
    'Mit deinem Browser oder mit einem Code auf einem anderen Gerät.',
  Withhold: 'Vorenthalten',
  'Withhold {account} from {name}': 'Tokens von {account} dem Programm {name} vorenthalten',
  'Without a keychain it says that it worked and stores nothing, unless "storeTokenPlaintext": true stands in its settings.json.':
    'Ohne Schlüsselbund meldet es Erfolg und speichert nichts, außer wenn "storeTokenPlaintext": true in seiner settings.json steht.',
  'Works for another {left}, then stops.': 'Läuft noch {left}, dann nicht mehr.',
  'Worth a look': 'Einen Blick wert',
  'Would have two owners.': 'Hätte zwei Besitzer.',
  'Written to': 'Geschrieben in',
  'Written to {targets}': 'Geschrieben in {targets}',
  Yesterday: 'Gestern',
  'You are through. Fetching the new tokens and writing them to every file…':
    'Du bist durch. Die neuen Tokens werden geholt und in jede Datei geschrieben…',
  'You hear of a login only when you have to sign in, or soon will. What Lamplighter can renew never notifies.':
    'Du hörst von einer Anmeldung nur, wenn du dich anmelden musst, jetzt oder bald. Was Lamplighter erneuern kann, meldet sich nie.',
  'You see what each of them would do, login by login, before anything is written on either machine.':
    'Du siehst für jede Anmeldung, was jeder davon tun würde, bevor auf einem der beiden Rechner etwas geschrieben wird.',
  'You signed in as {name}, but this login belongs to {name2}.':
    'Du hast dich als {name} angemeldet, aber diese Anmeldung gehört {name2}.',
  'Your browser cannot come back by itself.': 'Dein Browser kann nicht von selbst zurückkommen.',
  'Your browser has opened. Finish signing in there; this closes when you are done.':
    'Dein Browser hat sich geöffnet. Schließe die Anmeldung dort ab; dieses Fenster schließt sich, wenn du fertig bist.',
  'a login': 'einer Anmeldung',
  'a new file': 'eine neue Datei',
  'about {when}, in {left}': 'etwa {when}, in {left}',
  'again {when}': 'erneut {when}',
  'age file': 'age-Datei',
  'ahead of time early lead': 'vorzeitig früh Vorlauf im Voraus',
  all: 'alle',
  'all by itself': 'ganz von selbst',
  'and will expire: {names}. Move or sign in to {borrowed, plural, one {it} other {them}} first.':
    'und {borrowed, plural, one {läuft} other {laufen}} ab: {names}. Lass sie zuerst umziehen, oder melde dich bei {borrowed, plural, one {ihr} other {ihnen}} an.',
  'and {count} more': 'und {count} weitere',
  'and {hidden} more': 'und {hidden} weitere',
  'and {more} earlier': 'und {more} frühere',
  'and {others}': 'und {others}',
  'another account': 'anderes Konto',
  'as the provider gave it to your application': 'so wie der Anbieter sie deiner Anwendung gegeben hat',
  'as {account}': 'als {account}',
  'asked for it in the last 30 days': 'hat in den letzten 30 Tagen danach gefragt',
  'asking…': 'fragt an…',
  'asks for this login by its name': 'fragt mit Namen nach dieser Anmeldung',
  auto: 'auto',
  'borrowed here': 'hier geliehen',
  'borrowed there': 'dort geliehen',
  'borrows it': 'leiht sie sich',
  business: 'Geschäft',
  'by its command': 'durch ihren Befehl',
  'by you': 'durch dich',
  'by {by}': 'durch {by}',
  'cannot be read': 'nicht lesbar',
  'changed by hand': 'von Hand geändert',
  'changed by hand since': 'seither von Hand geändert',
  chat: 'Chat',
  cloud: 'Cloud',
  command: 'Befehl',
  'command run script': 'Befehl ausführen Skript',
  commerce: 'Handel',
  design: 'Design',
  developer: 'Entwicklung',
  emergency: 'Notfall',
  ended: 'beendet',
  event: 'Ereignis',
  events: 'Ereignisse',
  expired: 'abgelaufen',
  'expired {ago}': '{ago} abgelaufen',
  'expired, renewing is paused': 'abgelaufen, Erneuern pausiert',
  'expired, renews by itself': 'abgelaufen, erneuert sich von selbst',
  'expiry not known': 'Ablauf unbekannt',
  'exported by Lamplighter': 'von Lamplighter exportiert',
  files: 'Dateien',
  'files only, no Lamplighter there': 'nur Dateien, kein Lamplighter dort',
  'for {account}': 'für {account}',
  fresh: 'frisch',
  'from before Lamplighter': 'aus der Zeit vor Lamplighter',
  'got the new tokens': 'bekam die neuen Tokens',
  health: 'Gesundheit',
  home: 'Zuhause',
  'how it is called in the list; optional': 'wie sie in der Liste heißt; freiwillig',
  identity: 'Identität',
  'in under a minute': 'in unter einer Minute',
  'in {duration}': 'in {duration}',
  'in {files}': 'in {files}',
  'in {process}, pid {pid}': 'in {process}, PID {pid}',
  'issuer oauth add another': 'Issuer OAuth weiteren hinzufügen',
  it: 'sie',
  'it cannot be read.': 'nicht lesbar.',
  'just now': 'gerade eben',
  'keeper: renews': 'Hüter: erneuert',
  'keeps it in {path}': 'bewahrt sie in {path} auf',
  'kept by others': 'von anderen verwaltet',
  lasts: 'hält',
  login: 'Anmeldung',
  logins: 'Anmeldungen',
  'looked {ago}': '{ago} nachgesehen',
  media: 'Medien',
  min: 'min',
  'needs you': 'braucht dich',
  'never expires': 'läuft nie ab',
  new: 'neu',
  'new key in {time}': 'neuer Schlüssel in {time}',
  'new key now': 'neuer Schlüssel fällig',
  newer: 'neuer',
  'newer here': 'hier neuer',
  'newer there': 'dort neuer',
  'next: {account} {when}': 'als Nächstes: {account} {when}',
  'no expiry': 'kein Ablauf',
  'no one two three four five six seven eight nine ten eleven twelve':
    'keine eine zwei drei vier fünf sechs sieben acht neun zehn elf zwölf',
  'not asked yet': 'noch nicht gefragt',
  'not confirmed': 'nicht bestätigt',
  'not heard of yet': 'noch nichts gehört',
  'not looked at yet': 'noch nicht nachgesehen',
  'not on this machine any more': 'nicht mehr auf diesem Rechner',
  'not possible': 'nicht möglich',
  'not reached': 'nicht erreicht',
  'not readable': 'nicht lesbar',
  'not renewed': 'wird nicht erneuert',
  'not there any more': 'nicht mehr da',
  'not tried': 'nicht erprobt',
  'not working: {signIn, plural, one {# needs} other {# need}} you, {down} expired':
    'funktioniert nicht: {signIn, plural, one {# braucht} other {# brauchen}} dich, {down} abgelaufen',
  now: 'jetzt',
  older: 'älter',
  'only here': 'nur hier',
  'only there': 'nur dort',
  'only uses them': 'benutzt sie nur',
  'other account': 'anderes Konto',
  'other programs': 'anderen Programmen',
  'parallel concurrent pacing': 'parallel gleichzeitig Tempo',
  paused: 'pausiert',
  'pid {pid}, {parts}': 'PID {pid}, {parts}',
  'read {read}': 'gelesen {read}',
  'reader: never holds a refresh token': 'Leser: hat nie ein Refresh-Token',
  'refused {age}': '{age} abgelehnt',
  'renewed by {by}': 'erneuert von {by}',
  'renewed by {refreshedBy}': 'erneuert von {refreshedBy}',
  renewing: 'wird erneuert',
  'renewing is paused': 'Erneuern pausiert',
  'renewing soon': 'wird bald erneuert',
  'renews now': 'wird jetzt erneuert',
  'renews them, too': 'erneuert sie auch',
  'renews {when}': 'Erneuerung {when}',
  'rotates in {time}': 'rotiert in {time}',
  'rotates now': 'rotiert jetzt',
  same: 'gleich',
  see: 'siehe',
  'since {time}': 'seit {time}',
  social: 'Soziales',
  'some permissions': 'einige Berechtigungen',
  soonest: 'frühestens',
  stopped: 'gestoppt',
  suggested: 'vorgeschlagen',
  'taken back': 'zurückgenommen',
  'terminal shell install': 'Terminal Shell installieren',
  'the Credential Manager of Windows': 'der Anmeldeinformationsverwaltung von Windows',
  'the Keychain of macOS': 'dem Schlüsselbund von macOS',
  'the keyring of your session': 'dem Schlüsselbund deiner Sitzung',
  'the last 24 hours': 'die letzten 24 Stunden',
  'the last 30 days': 'die letzten 30 Tage',
  'the last 7 days': 'die letzten 7 Tage',
  'the oldest on record': 'das älteste verzeichnete',
  'theme colours light dark': 'Design Farben hell dunkel',
  'then stops': 'dann Schluss',
  'there {ago}': '{ago} gesehen',
  'this machine': 'dieser Rechner',
  to: 'bis',
  'tomorrow {time}': 'morgen {time}',
  'tried again': 'wird erneut versucht',
  'tried {ago}': '{ago} versucht',
  'trying again': 'neuer Versuch',
  'two owners': 'zwei Besitzer',
  'under a minute': 'unter einer Minute',
  'unknown address': 'unbekannte Adresse',
  'update upgrade': 'Update Aktualisierung',
  'used the new tokens': 'benutzte die neuen Tokens',
  'user@host, as you would type after ssh': 'benutzer@rechner, so wie du es nach ssh tippen würdest',
  waiting: 'wartend',
  'waiting for {owner}': 'wartet auf {owner}',
  'waiting, {atOnce} at a time': 'wartend, je {atOnce} auf einmal',
  'waits for the end of the pause': 'wartet auf das Ende der Pause',
  'was refused': 'wurde abgelehnt',
  withheld: 'vorenthalten',
  work: 'Arbeit',
  'written by OpenClaw': 'von OpenClaw geschrieben',
  yours: 'deine',
  '{account} becomes the login for {use}. These lines are written, and the files kept as they are now:':
    '{account} wird die Anmeldung für {use}. Diese Zeilen werden geschrieben und die Dateien so gesichert, wie sie jetzt sind:',
  '{account} cannot be renewed': '{account} lässt sich nicht erneuern',
  '{account} could not be saved': '{account} ließ sich nicht speichern',
  '{account} has ended': '{account} ist beendet',
  '{account} has expired': '{account} ist abgelaufen',
  '{account} is back.': '{account} ist zurück.',
  '{account} is renewed.': '{account} ist erneuert.',
  '{account} is signed in. Lamplighter keeps it from here on.':
    '{account} ist angemeldet. Lamplighter verwaltet die Anmeldung von jetzt an.',
  '{account} is signed in. Lamplighter keeps it from here on. What remains for you to do:':
    '{account} ist angemeldet. Lamplighter verwaltet die Anmeldung von jetzt an. Was dir noch zu tun bleibt:',
  '{account} is signed in. What remains for you to do:':
    '{account} ist angemeldet. Was dir noch zu tun bleibt:',
  '{account} is well again': '{account} ist wieder in Ordnung',
  '{account} lost permissions': '{account} hat Berechtigungen verloren',
  '{account} needs you': '{account} braucht dich',
  '{account} was renewed there, and is being stored just now.':
    '{account} wurde dort erneuert und wird gerade gespeichert.',
  '{account}, for {use}': '{account}, für {use}',
  '{account}: {duration} left': '{account}: noch {duration}',
  '{added} is listed.': '{added} ist aufgenommen.',
  '{agents} stopped': '{agents} gestoppt',
  '{askedOf} renewed it, as Lamplighter asked.': '{askedOf} hat sie erneuert, wie von Lamplighter erbeten.',
  '{borrowed, plural, one {# login here is} other {# logins here are}} borrowed from it':
    '{borrowed, plural, one {# Anmeldung hier ist} other {# Anmeldungen hier sind}} von dort geliehen',
  '{by} keeps its tokens where Lamplighter cannot see them.':
    '{by} bewahrt die Tokens auf, wo Lamplighter sie nicht sehen kann.',
  '{by} renews it when it runs.': '{by} erneuert sie beim Ausführen.',
  '{by} renews it.': '{by} erneuert sie.',
  '{capital} and {to} can both go on using it.': '{capital} und {to} können sie beide weiter benutzen.',
  '{capital} borrows it from {borrowedFrom}.': '{capital} leiht sie von {borrowedFrom}.',
  '{capital} borrows it from {borrowedFrom}: borrow it there.':
    '{capital} leiht sie von {borrowedFrom}: Leihe sie dort.',
  '{capital} can go on using the key as well.': '{capital} kann den Schlüssel ebenfalls weiter benutzen.',
  '{capital} gives up its refresh token and {to} renews at once, so that only {to} can from then on.':
    '{capital} gibt das Refresh-Token ab, und {to} erneuert sofort; von da an kann nur noch {to} erneuern.',
  '{capital} goes on with the access token and asks {to} for each new one.':
    '{capital} macht mit dem Access-Token weiter, und {to} liefert jedes neue.',
  '{capital} has no refresh token of it that still works.':
    '{capital} hat kein Refresh-Token davon, das noch funktioniert.',
  '{capital} stays its owner.': '{capital} bleibt Besitzer.',
  '{capital} stays signed in.': '{capital} bleibt angemeldet.',
  '{category} · your own': '{category} · dein eigener',
  '{connected} connected': '{connected} verbunden',
  '{count, plural, one {# agent} other {# agents}}': '{count, plural, one {# Agent} other {# Agenten}}',
  '{count, plural, one {# event} other {# events}}': '{count, plural, one {# Ereignis} other {# Ereignisse}}',
  '{count, plural, one {# file} other {# files}}': '{count, plural, one {# Datei} other {# Dateien}}',
  '{count, plural, one {# library} other {# libraries}}':
    '{count, plural, one {# Bibliothek} other {# Bibliotheken}}',
  '{count, plural, one {# login needs} other {# logins need}} you':
    '{count, plural, one {# Anmeldung braucht} other {# Anmeldungen brauchen}} dich',
  '{count, plural, one {# login} other {# logins}}':
    '{count, plural, one {# Anmeldung} other {# Anmeldungen}}',
  '{count, plural, one {# machine} other {# machines}}': '{count, plural, one {# Rechner} other {# Rechner}}',
  '{count, plural, one {# more program} other {# more programs}}':
    '{count, plural, one {# weiteres Programm} other {# weitere Programme}}',
  '{count, plural, one {# other} other {# others}}': '{count, plural, one {# weitere} other {# weitere}}',
  '{count, plural, one {# provider} other {# providers}}':
    '{count, plural, one {# Anbieter} other {# Anbieter}}',
  '{count, plural, one {# race} other {# races}}': '{count, plural, one {# Wettlauf} other {# Wettläufe}}',
  '{count, plural, one {# renewal} other {# renewals}}':
    '{count, plural, one {# Erneuerung} other {# Erneuerungen}}',
  '{count, plural, one {# row} other {# rows}}': '{count, plural, one {# Zeile} other {# Zeilen}}',
  '{count, plural, one {# token} other {# tokens}}': '{count, plural, one {# Token} other {# Tokens}}',
  '{count, plural, one {# warning} other {# warnings}}':
    '{count, plural, one {# Warnung} other {# Warnungen}}',
  '{count} d': '{count} d',
  '{count} earlier': '{count} frühere',
  '{count} h': '{count} h',
  '{count} min': '{count} min',
  '{count} more': '{count} weitere',
  '{count} ms': '{count} ms',
  '{count} s': '{count} s',
  '{count} with trouble': '{count} mit Störung',
  '{done} of {logins} brought over': '{done} von {logins} herübergeholt',
  '{done} of {logins} sent': '{done} von {logins} gesendet',
  '{doubtful, plural, one {{count} login is} other {{count} logins are}} worth a look':
    '{doubtful, plural, one {{count} Anmeldung ist} other {{count} Anmeldungen sind}} einen Blick wert',
  '{down, plural, one {{count} login has} other {{count} logins have}} expired':
    '{down, plural, one {{count} Anmeldung ist} other {{count} Anmeldungen sind}} abgelaufen',
  '{down, plural, one {{count} login has} other {{count} logins have}} expired; Lamplighter keeps trying':
    '{down, plural, one {{count} Anmeldung ist} other {{count} Anmeldungen sind}} abgelaufen; Lamplighter versucht es weiter',
  '{events} events': '{events} Ereignisse',
  '{failed} failed': '{failed} fehlgeschlagen',
  '{files} agents': '{files} Agenten',
  '{file} is encrypted to a key': '{file} ist für einen Schlüssel verschlüsselt',
  '{file} is protected by a passphrase': '{file} ist mit einer Passphrase geschützt',
  '{forked, plural, one {has} other {have}} two owners':
    '{forked, plural, one {hat} other {haben}} zwei Besitzer',
  '{forked} {forked, plural, one {login has} other {logins have}} two owners':
    '{forked} {forked, plural, one {Anmeldung hat} other {Anmeldungen haben}} zwei Besitzer',
  '{from} {start} to {end}': '{from} {start} bis {end}',
  '{from} {start} to {to} {end}': '{from} {start} bis {to} {end}',
  '{hidden} more…': '{hidden} weitere…',
  '{hours} is set already.': '{hours} ist schon eingestellt.',
  '{id} is in the vault.': '{id} liegt im Tresor.',
  '{id} is kept by {owner}, not by Lamplighter.': '{id} wird von {owner} verwaltet, nicht von Lamplighter.',
  '{id} is kept by {owner}.': '{id} wird von {owner} verwaltet.',
  '{id}, added by you': '{id}, von dir hinzugefügt',
  '{included, plural, one {# login is} other {# logins are}} in {path}. Import it on the other machine, then delete it.':
    '{included, plural, one {# Anmeldung liegt} other {# Anmeldungen liegen}} in {path}. Importiere die Datei auf dem anderen Rechner und lösche sie dann.',
  '{label} was removed.': '{label} wurde entfernt.',
  '{lamplighter} is installed there, not running': '{lamplighter} ist dort installiert, läuft aber nicht',
  '{lamplighter} runs there': '{lamplighter} läuft dort',
  '{lapsing, plural, one {# login expires} other {# logins expire}} meanwhile, some already have.':
    'Währenddessen {lapsing, plural, one {läuft # Anmeldung} other {laufen # Anmeldungen}} ab, einige sind es schon.',
  '{lapsing, plural, one {# login expires} other {# logins expire}} meanwhile, the first {when}.':
    'Währenddessen {lapsing, plural, one {läuft # Anmeldung} other {laufen # Anmeldungen}} ab, die erste {when}.',
  '{left} left': 'noch {left}',
  '{left} of {whole}': '{left} von {whole}',
  '{lentBy} sent the access token that works there now.':
    '{lentBy} hat das Access-Token gesendet, das jetzt dort funktioniert.',
  '{lit} of {all} lit': '{lit} von {all} leuchten',
  '{logins} brought over': '{logins} herübergeholt',
  '{logins} changed state.': '{logins} mit neuem Zustand.',
  '{logins} chosen. Nothing is written yet.': '{logins} gewählt. Noch ist nichts geschrieben.',
  '{logins} could come over': '{logins} zum Herüberholen',
  '{logins} exported.': '{logins} exportiert.',
  '{logins} found': '{logins} gefunden',
  '{logins} imported': '{logins} importiert',
  '{logins} imported.': '{logins} importiert.',
  '{logins} in this file': '{logins} in dieser Datei',
  '{logins} of {value} renewed.': '{logins} von {value} erneuert.',
  '{logins} sent': '{logins} gesendet',
  '{logins} shared. This machine is {machine} and {role}.':
    '{logins} geteilt. Dieser Rechner heißt {machine} und {role}.',
  '{logins}, all fine{how}': '{logins}, alle in Ordnung{how}',
  '{logins}, all well': '{logins}, alles in Ordnung',
  '{logins}, paused': '{logins}, pausiert',
  '{logins}, {down} expired': '{logins}, {down} abgelaufen',
  '{logins}, {lapsed} expired': '{logins}, {lapsed} abgelaufen',
  '{logins}, {retrying} retrying': '{logins}, {retrying} mit neuem Versuch',
  '{logins}, {troubles, plural, one {# problem} other {# problems}}':
    '{logins}, {troubles, plural, one {# Problem} other {# Probleme}}',
  '{logins}, {unknown} cannot be read': '{logins}, {unknown} nicht lesbar',
  '{logins}, {waiting, plural, one {# needs} other {# need}} you':
    '{logins}, {waiting, plural, one {# braucht} other {# brauchen}} dich',
  '{logins}, {waiting, plural, one {# needs} other {# need}} you, paused':
    '{logins}, {waiting, plural, one {# braucht} other {# brauchen}} dich, pausiert',
  '{minutes} min {seconds} s': '{minutes} min {seconds} s',
  '{more, plural, one {{count} more is} other {{count} more are}} worth a look.':
    '{more, plural, one {{count} weitere ist} other {{count} weitere sind}} einen Blick wert.',
  '{more} more': '{more} weitere',
  '{mostWarnings} at most': 'Höchstens {mostWarnings}',
  '{names}. Nothing to do.': '{names}. Nichts zu tun.',
  '{names}. Open Lamplighter to see what to do for each.':
    '{names}. Öffne Lamplighter, um zu sehen, was jeweils zu tun ist.',
  '{name} answered that it has trouble of its own.':
    '{name} hat geantwortet, dass es dort gerade Störungen gibt.',
  '{name} answered with something that cannot be read, so nobody knows yet whether the refresh token is used up.':
    '{name} hat unlesbar geantwortet; noch weiß also niemand, ob das Refresh-Token verbraucht ist.',
  '{name} answered with something that is not a login.':
    '{name} hat mit etwas geantwortet, das keine Anmeldung ist.',
  '{name} answered with something that is not a sign-in code.':
    '{name} hat mit etwas geantwortet, das kein Anmeldecode ist.',
  '{name} asks us to wait.': '{name} bittet uns zu warten.',
  '{name} did not answer ({why}).': '{name} hat nicht geantwortet ({why}).',
  '{name} did not answer.': '{name} hat nicht geantwortet.',
  '{name} gives out no code.': '{name} gibt keinen Code aus.',
  '{name} had lost this login; it is back.': '{name} hatte diese Anmeldung verloren; sie ist wieder da.',
  '{name} has an older copy.': '{name} hat eine ältere Kopie.',
  '{name} has ended this login.': '{name} hat diese Anmeldung beendet.',
  '{name} has ended this login: the reply to an earlier renewal was lost on its way, and what was sent with it counts as used.':
    '{name} hat diese Anmeldung beendet: Die Antwort auf eine frühere Erneuerung ging unterwegs verloren, und was damit gesendet wurde, gilt als verbraucht.',
  '{name} is connected. Disconnecting puts every file back as it was.':
    '{name} ist verbunden. Beim Trennen wird jede Datei wieder so, wie sie war.',
  '{name} is no longer listed.': '{name} steht nicht mehr in der Liste.',
  '{name} is refused at once, and the fleet gets new keys. {logins} Access tokens that it has work until they expire.':
    '{name} wird sofort abgewiesen, und die Flotte bekommt neue Schlüssel. {logins} Access-Tokens, die es hat, gelten, bis sie ablaufen.',
  '{name} is removed. {renewed, plural, one {# login that it could renew was} other {# logins that it could renew were}} renewed since{kept}{left}.':
    '{name} ist entfernt. {renewed, plural, one {# Anmeldung, die es erneuern konnte, wurde} other {# Anmeldungen, die es erneuern konnte, wurden}} seitdem erneuert{kept}{left}.',
  '{name} is signed in as {part} by now.': '{name} ist inzwischen als {part} angemeldet.',
  '{name} itself was not found on this machine.': '{name} selbst wurde auf diesem Rechner nicht gefunden.',
  '{name} offers no sign-in by code.': '{name} bietet kein Anmelden mit einem Code.',
  '{name} offers no sign-in in the browser.': '{name} bietet kein Anmelden im Browser.',
  '{name} offers no way to end a login, so the permission stays there.':
    '{name} bietet keinen Weg, eine Anmeldung zu beenden; die Berechtigung bleibt dort also bestehen.',
  '{name} refused Lamplighter’s client id.': '{name} hat die Client-ID von Lamplighter abgelehnt.',
  '{name} refused the client id of this login.': '{name} hat die Client-ID dieser Anmeldung abgelehnt.',
  '{name} refused the sign-in.': '{name} hat das Anmelden abgelehnt.',
  '{name} refused to complete the sign-in.': '{name} hat es abgelehnt, den Anmeldevorgang abzuschließen.',
  '{name} refuses to renew this login, and does not say why.':
    '{name} lehnt es ab, diese Anmeldung zu erneuern, und sagt nicht, warum.',
  '{name} sent the browser back without a code.': '{name} hat den Browser ohne Code zurückgeschickt.',
  '{name} wants more permissions than this login has.':
    '{name} will mehr Berechtigungen, als diese Anmeldung hat.',
  '{needing, plural, one {{count} login needs} other {{count} logins need}} you':
    '{needing, plural, one {{count} Anmeldung braucht} other {{count} Anmeldungen brauchen}} dich',
  '{needing, plural, one {{count} of {all} logins needs} other {{count} of {all} logins need}} you':
    '{needing, plural, one {{count} von {all} Anmeldungen braucht} other {{count} von {all} Anmeldungen brauchen}} dich',
  '{others, plural, one {The other # is} other {The other # are}} fine.':
    '{others, plural, one {Die andere # ist} other {Die anderen # sind}} in Ordnung.',
  '{owner} holds the same refresh token, in a file that only {owner} writes: the next renewal here ends its login there.':
    '{owner} hat dasselbe Refresh-Token, in einer Datei, die nur {owner} schreibt: Die nächste Erneuerung hier beendet die Anmeldung dort.',
  '{owner} is gone for good, or no longer uses this login.':
    '{owner} ist endgültig weg oder benutzt diese Anmeldung nicht mehr.',
  '{owner} is looking after this login now.': '{owner} kümmert sich jetzt um diese Anmeldung.',
  '{owner} keeps and renews it; a copy would end that login.':
    '{owner} verwaltet und erneuert sie; eine Kopie würde diese Anmeldung beenden.',
  '{owner} keeps it: sign out there.': '{owner} verwaltet sie: Melde dich dort ab.',
  '{owner} keeps this login on {there} and renews it there; a copy would end it.':
    '{owner} verwaltet diese Anmeldung dort ({there}) und erneuert sie; eine Kopie würde sie beenden.',
  '{owner} looks after it; Lamplighter only watches.':
    '{owner} kümmert sich darum; Lamplighter schaut nur zu.',
  '{owner} registered a client for this login alone, on the machine where it is: Lamplighter neither moves, lends nor copies it.':
    '{owner} hat allein für diese Anmeldung einen Client registriert, auf dem Rechner, auf dem sie liegt: Lamplighter lässt sie nicht umziehen, verleiht und kopiert sie nicht.',
  '{owner} renews it when it next talks to that server.':
    '{owner} erneuert sie beim nächsten Kontakt mit diesem Server.',
  '{owner} renews this login and hands the tokens on. Take it over only when {owner} is gone for good: asleep, or out of reach for a day, is no reason.':
    '{owner} erneuert diese Anmeldung und gibt die Tokens weiter. Übernimm sie nur, wenn {owner} endgültig weg ist: Schlafen oder einen Tag lang nicht erreichbar sein ist kein Grund.',
  '{owner} says that you have signed in, and its login is as it was.':
    '{owner} meldet, dass du dich angemeldet hast, und die Anmeldung dort ist, wie sie war.',
  '{owner} was asked to renew this login, and its file is as it was.':
    '{owner} wurde gebeten, diese Anmeldung zu erneuern, und die Datei ist, wie sie war.',
  '{path} has no "{member}" that can be understood.': '{path} hat kein verständliches „{member}“.',
  '{path} no longer holds this login.': '{path} enthält diese Anmeldung nicht mehr.',
  '{problems, plural, one {{count} problem} other {{count} problems}} to look at':
    '{problems, plural, one {Ein Problem} other {{count} Probleme}} zum Ansehen',
  '{profiles} logins are well again': '{profiles} Anmeldungen sind wieder in Ordnung',
  '{profiles} logins have expired': '{profiles} Anmeldungen sind abgelaufen',
  '{programs} that can be connected, not found here': '{programs} zum Verbinden, hier nicht gefunden',
  '{program} is given nothing.': '{program} bekommt nichts.',
  '{program} is given tokens again.': '{program} bekommt wieder Tokens.',
  '{program} is not installed any more: there is no command "{name}".':
    '{program} ist nicht mehr installiert: Es gibt keinen Befehl „{name}“.',
  '{program} keeps it as it is: there is nothing to renew it with.':
    '{program} behält sie, wie sie ist: Es gibt nichts, womit sie zu erneuern wäre.',
  '{program} signs in itself, in {terminal}, which has opened. Follow it there; this closes when you are done.':
    '{program} meldet sich selbst an, in {terminal}, das sich geöffnet hat. Folge dort den Anweisungen; dieses Fenster schließt sich, wenn du fertig bist.',
  '{program} signs in itself. Run this in a terminal; this window follows by itself:':
    '{program} meldet sich selbst an. Führe das in einem Terminal aus; dieses Fenster folgt von selbst:',
  '{program} · {count} agents': '{program} · {count} Agenten',
  '{providerName} did not answer when the sign-in was to be completed.':
    '{providerName} hat nicht geantwortet, als der Anmeldevorgang abgeschlossen werden sollte.',
  '{providerName} does not rotate refresh tokens, so both machines can use it.':
    '{providerName} rotiert Refresh-Tokens nicht, beide Rechner können sie also benutzen.',
  '{providerName} does not rotate refresh tokens, so {there} stays signed in.':
    '{providerName} rotiert Refresh-Tokens nicht, deshalb bleibt {there} angemeldet.',
  '{providerName} ended it {when}': '{providerName} hat sie beendet ({when})',
  '{providerName} ended {login} ({when}).': '{providerName} hat {login} beendet ({when}).',
  '{providerName} ends the login for everybody who uses it. To have it back, somebody has to sign in again.':
    '{providerName} beendet die Anmeldung für alle, die sie benutzen. Um sie zurückzubekommen, muss sich jemand neu anmelden.',
  '{providerName} has ended the login of {account}.':
    '{providerName} hat die Anmeldung von {account} beendet.',
  '{providerName} is not known here: {from} says that its tokens go to {endpoint}.':
    '{providerName} ist hier nicht bekannt: {from} sagt, dass die Tokens an {endpoint} gehen.',
  '{providerName} offers no way to end a login from here: only the copy here goes. Take the permission back in your account there.':
    '{providerName} bietet keinen Weg, eine Anmeldung von hier aus zu beenden: Nur die Kopie hier verschwindet. Nimm die Berechtigung in deinem Konto dort zurück.',
  '{providerName}: nothing to do.': '{providerName}: nichts zu tun.',
  '{providers} built in': '{providers} eingebaut',
  '{provider} answered for another account, so nothing was changed. {signIn} as {account}.':
    '{provider} hat für ein anderes Konto geantwortet, also wurde nichts geändert. {signIn} als {account}.',
  '{provider} ended this login on {when}. {signIn} to bring {agents} back.':
    '{provider} hat diese Anmeldung am {when} beendet. {signIn}, um {agents} zurückzuholen.',
  '{provider} ends this login on {when}, and no renewal can extend it. {signIn} before then to keep {agents} going.':
    '{provider} beendet diese Anmeldung am {when}, und keine Erneuerung kann sie verlängern. Vorher: {signIn}, um {agents} am Laufen zu halten.',
  '{provider} took away: {what}. {signIn} to ask for it again.':
    '{provider} hat entzogen: {what}. {signIn}, um es wieder anzufragen.',
  '{races} avoided': '{races} vermieden',
  '{refreshedBy} renews it when asked.': '{refreshedBy} erneuert sie auf Anfrage.',
  '{rows} logins would have two owners': '{rows} Anmeldungen hätten zwei Besitzer',
  '{rule}: a copy would end it here or there.': '{rule}: Eine Kopie würde sie hier oder dort beenden.',
  '{rule}: as soon as Lamplighter renews it here, {there} is signed out, or the other way round.':
    '{rule}: Sobald Lamplighter sie hier erneuert, wird {there} abgemeldet, oder umgekehrt.',
  '{sends} could be sent': '{sends} zum Senden',
  '{signIn, plural, one {needs} other {need}} you': '{signIn, plural, one {braucht} other {brauchen}} dich',
  '{size} of {logins}': '{size} von {logins}',
  '{some} and {more} more': '{some} und {more} weitere',
  '{stopped, plural, one {{count} agent has} other {{count} agents have}} stopped.':
    '{stopped, plural, one {Ein Agent steht} other {{count} Agenten stehen}} still.',
  '{stopped, plural, one {{count} agent has} other {{count} agents have}} stopped: {names}.':
    '{stopped, plural, one {Ein Agent steht} other {{count} Agenten stehen}} still: {names}.',
  '{stopping, plural, one {{count} agent stops} other {{count} agents stop}} {when}.':
    '{stopping, plural, one {Ein Agent stoppt} other {{count} Agenten stoppen}} {when}.',
  '{stopping, plural, one {{count} more stops} other {{count} more stop}} {when}.':
    '{stopping, plural, one {Ein weiterer stoppt} other {{count} weitere stoppen}} {when}.',
  '{suggested} suggested': '{suggested} vorgeschlagen',
  '{targets} and {count} more': '{targets} und {count} weitere',
  '{times} times': '{times}-mal',
  '{time} ago': 'vor {time}',
  '{tokens} in the last 24 hours': '{tokens} in den letzten 24 Stunden',
  '{tokens} taken over': '{tokens} übernommen',
  '{unreached} not reached': '{unreached} nicht erreicht',
  '{waiting, plural, one {# login waits for you to sign in} other {# logins wait for you to sign in}}':
    '{waiting, plural, one {# Anmeldung wartet darauf, dass du dich anmeldest} other {# Anmeldungen warten darauf, dass du dich anmeldest}}',
  '{waiting, plural, one {# waits} other {# wait}} for you to sign in':
    '{waiting, plural, one {# wartet} other {# warten}} darauf, dass du dich anmeldest',
  '{warning} Another program uses the address this login returns to ({address}). Sign in as usual. The last page will not open: copy its address and paste it below.':
    '{warning} Ein anderes Programm benutzt die Adresse, zu der diese Anmeldung zurückkehrt ({address}). Melde dich wie gewohnt an. Die letzte Seite wird sich nicht öffnen: Kopiere ihre Adresse und füge sie unten ein.',
  '{well} The first access token expires in {duration}.':
    '{well} Das erste Access-Token läuft in {duration} ab.',
  '{what} as {format}…': '{what} als {format}…',
  '{when}, all within {duration}': '{when}, alle innerhalb von {duration}',
  '{when}, in {left}': '{when}, in {left}',
  '{who} found the new tokens and used them.': '{who} hat die neuen Tokens gefunden und benutzt.',
  '{who} had sent the same refresh token, was refused, and used the new tokens.':
    '{who} hatte dasselbe Refresh-Token gesendet, wurde abgelehnt und hat die neuen Tokens benutzt.',
  '{who} has expired and is renewed by itself.': '{who} ist abgelaufen und wird von selbst erneuert.',
  '{who} sent the same refresh token and was refused.':
    '{who} hat dasselbe Refresh-Token gesendet und wurde abgelehnt.',
  '{who} tried at the same moment and failed.': '{who} hat es im selben Moment versucht und ist gescheitert.',
  '{who}: needs you.': '{who}: braucht dich.',
  '{who}: not all files hold the newest token.': '{who}: Nicht alle Dateien enthalten das neueste Token.',
  '{who}: renewed.': '{who}: erneuert.',
  '{who}: signed in.': '{who}: angemeldet.',
  '{who}: the renewal did not succeed; it will be tried again.':
    '{who}: Die Erneuerung ist nicht gelungen; sie wird erneut versucht.',
  '{who}: the sign-in ends {when}; only a new one goes on after that.':
    '{who}: Die Anmeldung endet {when}; danach geht es nur mit einer neuen weiter.',
  '{winner} brought in newer tokens.': '{winner} hat neuere Tokens hereingebracht.',
  '{winner} had already used this refresh token.': '{winner} hatte dieses Refresh-Token schon benutzt.',
  '{winner} renewed this login first.': '{winner} hat diese Anmeldung zuerst erneuert.',
  '{winner} renewed this login.': '{winner} hat diese Anmeldung erneuert.',
  '{winner} signed in again.': '{winner} hat sich neu angemeldet.',
  '{words} and {last}': '{words} und {last}',
  '· files differ': '· Dateien weichen ab',
  '· sign-in': '· Anmeldung',
}
