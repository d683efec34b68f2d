/** What the catalogue says of providers, in German. */
import type { Translation } from '../t.ts'

export const catalogue: Translation = {
  '"Revoke Refresh Token" in the realm makes each good for one use.':
    '„Revoke Refresh Token“ im Realm macht jedes nur einmal verwendbar.',
  'A client and an account share a limited number of refresh tokens: the oldest one stops working without a word.':
    'Ein Client und ein Konto teilen sich eine begrenzte Zahl von Refresh-Tokens: Das älteste hört ohne ein Wort auf zu gelten.',
  'A grace for spent refresh tokens can be set, of up to five minutes, or 30 days with a limit on its use.':
    'Für verbrauchte Refresh-Tokens lässt sich eine Nachfrist einstellen: bis zu fünf Minuten, oder 30 Tage mit begrenzter Nutzung.',
  'A key works in production only after its review.':
    'Ein Schlüssel funktioniert in Produktion erst nach seiner Prüfung.',
  'A public client gets no refresh token; one with a secret does.':
    'Ein öffentlicher Client bekommt kein Refresh-Token; einer mit Secret schon.',
  'A public client signs in by device code only; its refresh token rotates and dies after 30 days without use.':
    'Ein öffentlicher Client meldet sich nur per Gerätecode an; sein Refresh-Token rotiert und verfällt nach 30 Tagen ohne Nutzung.',
  'A public client with the address http://127.0.0.1/… may use any port.':
    'Ein öffentlicher Client mit der Adresse http://127.0.0.1/… darf jeden Port benutzen.',
  'A refresh asks for the scope "offline" again, or it brings no refresh token.':
    'Eine Erneuerung fragt wieder nach dem Scope „offline“, sonst bringt sie kein Refresh-Token.',
  'A refresh brings an access token and its end, no new refresh token.':
    'Eine Erneuerung bringt ein Access-Token und sein Ende, kein neues Refresh-Token.',
  'A refresh deletes the access token and the refresh token before it.':
    'Eine Erneuerung löscht das vorige Access-Token und das vorige Refresh-Token.',
  'A refresh token comes only where the provider maps the scope "offline_access" and it is asked for.':
    'Ein Refresh-Token kommt nur, wo der Anbieter den Scope „offline_access“ zuordnet und danach gefragt wird.',
  'A refresh token does not expire until it is used, and is good for one use.':
    'Ein Refresh-Token läuft nicht ab, bis es benutzt wird, und gilt für eine Benutzung.',
  'A refresh token from a sign-in with PKCE is good for one use.':
    'Ein Refresh-Token aus einem Anmelden mit PKCE gilt für eine Benutzung.',
  'A refresh token is good for one use.': 'Ein Refresh-Token gilt für eine Benutzung.',
  'A refresh token is good for one use. "offline_access" must be opened for the app and asked for.':
    'Ein Refresh-Token gilt für eine Benutzung. „offline_access“ muss für die App freigeschaltet und angefragt werden.',
  'A refresh token is good until the person removes the app.':
    'Ein Refresh-Token gilt, bis die Person die App entfernt.',
  'A refresh token is revoked once it was used.':
    'Ein Refresh-Token wird widerrufen, sobald es benutzt wurde.',
  'Account identifier, before .snowflakecomputing.com': 'Kontokennung, vor .snowflakecomputing.com',
  'Accounts server of your data centre': 'Kontenserver deines Rechenzentrums',
  'Add a client of the type "Server-based Applications" with the redirect address.':
    'Füge einen Client vom Typ „Server-based Applications“ mit der Umleitungsadresse hinzu.',
  'Add a static client with "public: true", or with the redirect address and a secret, to Dex\'s configuration.':
    'Füge der Konfiguration von Dex einen statischen Client mit „public: true“ hinzu, oder mit der Umleitungsadresse und einem Secret.',
  'Add an OAuth client with the redirect address; one of the type "Public" has no secret.':
    'Füge einen OAuth-Client mit der Umleitungsadresse hinzu; einer vom Typ „Public“ hat kein Secret.',
  'Add an app and integration key, make a secret key, and add the redirect address.':
    'Füge eine App mit Integration Key hinzu, erzeuge einen geheimen Schlüssel und trage die Umleitungsadresse ein.',
  'Add an app client to the pool with the callback address and the authorization code grant.':
    'Füge dem Pool einen App-Client mit der Callback-Adresse und dem Authorization Code Grant hinzu.',
  'Add an application of the type "Native" with the redirect address and the refresh token grant.':
    'Füge eine Anwendung vom Typ „Native“ mit der Umleitungsadresse und dem Refresh Token Grant hinzu.',
  'Add an application with the address; untick "Confidential" for one without a secret.':
    'Füge eine Anwendung mit der Adresse hinzu; für eine ohne Secret entferne den Haken bei „Confidential“.',
  'Add an application with the redirect address, and tick the refresh token grant.':
    'Füge eine Anwendung mit der Umleitungsadresse hinzu und hake den Refresh Token Grant an.',
  'Add an application with the redirect address.': 'Füge eine Anwendung mit der Umleitungsadresse hinzu.',
  'Add the app "OpenId Connect (OIDC)", application type "Native", with the redirect address and refresh tokens allowed.':
    'Füge die App „OpenId Connect (OIDC)“ mit dem Anwendungstyp „Native“, der Umleitungsadresse und erlaubten Refresh-Tokens hinzu.',
  'Add the callback address.': 'Trage die Callback-Adresse ein.',
  'Add the redirect address.': 'Trage die Umleitungsadresse ein.',
  'An account administrator creates a security integration (TYPE = OAUTH, OAUTH_CLIENT = CUSTOM) with the redirect address.':
    'Ein Kontoadministrator legt eine Security Integration (TYPE = OAUTH, OAUTH_CLIENT = CUSTOM) mit der Umleitungsadresse an.',
  'An admin has to install the app before anybody can sign in.':
    'Ein Administrator muss die App installieren, bevor sich jemand anmelden kann.',
  'An administrator adds an OAuth 2.0 client with the redirect address.':
    'Ein Administrator fügt einen OAuth-2.0-Client mit der Umleitungsadresse hinzu.',
  'An administrator may have to allow it.': 'Vielleicht muss ein Administrator sie erlauben.',
  'Apps from before OAuth 2.1 get tokens that do not expire, from another address, until API version 2027-04.':
    'Apps aus der Zeit vor OAuth 2.1 bekommen bis zur API-Version 2027-04 von einer anderen Adresse Tokens, die nicht ablaufen.',
  'Apps from before refresh tokens get access tokens that do not expire.':
    'Apps aus der Zeit vor den Refresh-Tokens bekommen Access-Tokens, die nicht ablaufen.',
  'Apps made since March 2026 see nothing unless scopes are asked for.':
    'Apps, die seit März 2026 entstanden sind, sehen nichts, wenn nicht nach Scopes gefragt wird.',
  'At most twenty refresh tokens for a person: the next one deletes the oldest.':
    'Höchstens zwanzig Refresh-Tokens je Person: Das nächste löscht das älteste.',
  'Before GitLab 15 tokens did not expire; the device flow came with 17.1.':
    'Vor GitLab 15 liefen Tokens nicht ab; der Geräte-Ablauf kam mit 17.1.',
  'Choose an app, tick "Log in with PayPal", and enter the return URL under its advanced settings.':
    'Wähle eine App, hake „Log in with PayPal“ an und trage die Rückkehr-URL in ihren erweiterten Einstellungen ein.',
  'Connect an app and add the redirect address.': 'Verbinde eine App und trage die Umleitungsadresse ein.',
  "Continuous refresh keeps a refresh token's 60 days sliding; before it there was one year.":
    'Mit „Continuous refresh“ verlängern sich die 60 Tage eines Refresh-Tokens laufend; davor galt ein Jahr.',
  'Create a GitHub App with the callback address, leave "Expire user authorization tokens" on, and allow the device flow if you want it.':
    'Lege eine GitHub App mit der Callback-Adresse an, lass „Expire user authorization tokens“ eingeschaltet und erlaube den Geräte-Ablauf, wenn du ihn willst.',
  'Create a LINE Login channel and add the callback address.':
    'Lege einen LINE-Login-Kanal an und trage die Callback-Adresse ein.',
  'Create a client of the type "Desktop app"; a loopback address need not be registered for it.':
    'Lege einen Client vom Typ „Desktop app“ an; eine Loopback-Adresse muss dafür nicht registriert werden.',
  'Create a client with the redirect address.': 'Lege einen Client mit der Umleitungsadresse an.',
  'Create a custom app with user authentication (OAuth 2.0) and add the redirect address.':
    'Lege eine Custom App mit Benutzeranmeldung (OAuth 2.0) an und trage die Umleitungsadresse ein.',
  'Create a custom app, open the permission "offline_access", and add the redirect address under its security settings.':
    'Lege eine Custom App an, schalte die Berechtigung „offline_access“ frei und trage die Umleitungsadresse in ihren Sicherheitseinstellungen ein.',
  'Create a general app, user-managed, choose its scopes, and add the redirect address.':
    'Lege eine General App an, „user-managed“, wähle ihre Scopes und trage die Umleitungsadresse ein.',
  'Create a private app with the callback address and its access scopes.':
    'Lege eine private App mit der Callback-Adresse und ihren Zugriffs-Scopes an.',
  'Create a project, add an API with user authentication, and enter the redirect address and its pattern.':
    'Lege ein Projekt an, füge eine API mit Benutzeranmeldung hinzu und trage die Umleitungsadresse und ihr Muster ein.',
  'Create a public connection and put the redirect address under "OAuth Domain & URIs".':
    'Lege eine öffentliche Verbindung an und trage die Umleitungsadresse unter „OAuth Domain & URIs“ ein.',
  'Create a remote app with the callback address.': 'Lege eine Remote App mit der Callback-Adresse an.',
  'Create a security profile and add the address under "Allowed Return URLs".':
    'Lege ein Sicherheitsprofil an und trage die Adresse unter „Allowed Return URLs“ ein.',
  'Create an API application with the redirect address.':
    'Lege eine API-Anwendung mit der Umleitungsadresse an.',
  'Create an OAuth 2.0 integration, add its permissions, and set the one callback address under Authorization.':
    'Lege eine OAuth-2.0-Integration an, füge ihre Berechtigungen hinzu und setze die eine Callback-Adresse unter Authorization.',
  'Create an OAuth app of the kind "Native" or "Web" with the redirect address, and choose its scopes.':
    'Lege eine OAuth-App der Art „Native“ oder „Web“ mit der Umleitungsadresse an und wähle ihre Scopes.',
  'Create an OAuth app with the callback address, and make a client secret.':
    'Lege eine OAuth-App mit der Callback-Adresse an und erzeuge ein Client-Secret.',
  'Create an OAuth app with the redirect address.': 'Lege eine OAuth-App mit der Umleitungsadresse an.',
  'Create an OAuth app with the redirect address; a public app has no secret.':
    'Lege eine OAuth-App mit der Umleitungsadresse an; eine öffentliche App hat kein Secret.',
  'Create an OAuth application with the redirect address.':
    'Lege eine OAuth-Anwendung mit der Umleitungsadresse an.',
  'Create an OAuth-In app (also: smartthings apps:create) with the redirect address.':
    'Lege eine OAuth-In-App mit der Umleitungsadresse an (auch: smartthings apps:create).',
  'Create an OAuth2 application with the callback address.':
    'Lege eine OAuth2-Anwendung mit der Callback-Adresse an.',
  'Create an OAuth2 application with the redirect address http://127.0.0.1/callback; untick "Confidential Client" for one without a secret.':
    'Lege eine OAuth2-Anwendung mit der Umleitungsadresse http://127.0.0.1/callback an; für eine ohne Secret entferne den Haken bei „Confidential Client“.',
  'Create an OAuth2 application with the redirect address.':
    'Lege eine OAuth2-Anwendung mit der Umleitungsadresse an.',
  'Create an OAuth2 client with the redirect address; authentication method "none" for one without a secret.':
    'Lege einen OAuth2-Client mit der Umleitungsadresse an; für einen ohne Secret gilt die Authentifizierungsmethode „none“.',
  'Create an OpenID Connect client with the standard flow, "Client authentication" off for one without a secret, and the redirect address http://127.0.0.1/*.':
    'Lege einen OpenID-Connect-Client mit dem Standard-Ablauf und der Umleitungsadresse http://127.0.0.1/* an; für einen ohne Secret schalte „Client authentication“ aus.',
  'Create an app ("Mobile or desktop app" for one without a secret) with the redirect address.':
    'Lege eine App mit der Umleitungsadresse an („Mobile or desktop app“ für eine ohne Secret).',
  'Create an app ("other" for one without a secret) with the redirect address.':
    'Lege eine App mit der Umleitungsadresse an („other“ für eine ohne Secret).',
  'Create an app and add the callback address.': 'Lege eine App an und trage die Callback-Adresse ein.',
  'Create an app and add the redirect address under "Keys & credentials".':
    'Lege eine App an und trage die Umleitungsadresse unter „Keys & credentials“ ein.',
  'Create an app and enter the redirect address.': 'Lege eine App an und trage die Umleitungsadresse ein.',
  'Create an app and set up user authentication; "Native App" has no secret.':
    'Lege eine App an und richte die Benutzeranmeldung ein; „Native App“ hat kein Secret.',
  'Create an app for desktop, add Login Kit, and enter the redirect address.':
    'Lege eine App für den Desktop an, füge Login Kit hinzu und trage die Umleitungsadresse ein.',
  'Create an app integration: OIDC, "Native Application", with "Refresh Token" and the redirect address.':
    'Lege eine App-Integration an: OIDC, „Native Application“, mit „Refresh Token“ und der Umleitungsadresse.',
  'Create an app of the type "script" or "web app" with the redirect address.':
    'Lege eine App vom Typ „script“ oder „web app“ mit der Umleitungsadresse an.',
  'Create an app with "Expire user authorization token" ticked, and add the redirect address.':
    'Lege eine App mit angehaktem „Expire user authorization token“ an und trage die Umleitungsadresse ein.',
  'Create an app with OAuth, choose its scopes, and add the redirect address.':
    'Lege eine App mit OAuth an, wähle ihre Scopes und trage die Umleitungsadresse ein.',
  'Create an app with the OAuth feature and the redirect address.':
    'Lege eine App mit der Funktion OAuth und der Umleitungsadresse an.',
  'Create an app with the redirect address http://127.0.0.1/callback, without a port: any port is then taken. "localhost" is refused.':
    'Lege eine App mit der Umleitungsadresse http://127.0.0.1/callback ohne Port an: Dann ist jeder Port recht. „localhost“ wird abgelehnt.',
  'Create an app with the redirect address.': 'Lege eine App mit der Umleitungsadresse an.',
  'Create an app, add Facebook Login, and put the address under "Valid OAuth Redirect URIs".':
    'Lege eine App an, füge Facebook Login hinzu und trage die Adresse unter „Valid OAuth Redirect URIs“ ein.',
  'Create an app, add a product, and put the redirect address under Auth.':
    'Lege eine App an, füge ein Produkt hinzu und trage die Umleitungsadresse unter Auth ein.',
  'Create an app, choose its scopes, and add the redirect address.':
    'Lege eine App an, wähle ihre Scopes und trage die Umleitungsadresse ein.',
  'Create an app, tick its permissions, and add the redirect address.':
    'Lege eine App an, hake ihre Berechtigungen an und trage die Umleitungsadresse ein.',
  'Create an app, turn OAuth on, and add the redirect address.':
    'Lege eine App an, schalte OAuth ein und trage die Umleitungsadresse ein.',
  'Create an app, turn token rotation on under "OAuth & Permissions", add the bot scopes and the redirect address.':
    'Lege eine App an, schalte unter „OAuth & Permissions“ die Token-Rotation ein und füge die Bot-Scopes und die Umleitungsadresse hinzu.',
  'Create an app, turn token rotation on under "OAuth & Permissions", add the user scopes and the redirect address.':
    'Lege eine App an, schalte unter „OAuth & Permissions“ die Token-Rotation ein und füge die Benutzer-Scopes und die Umleitungsadresse hinzu.',
  'Create an app; its keystring is the client id.': 'Lege eine App an; ihr Keystring ist die Client-ID.',
  'Create an app; under OAuth add the redirect address.':
    'Lege eine App an; trage die Umleitungsadresse unter OAuth ein.',
  'Create an application ("Desktop, Mobile, Single-Page App" for one without a secret) with the callback address.':
    'Lege eine Anwendung mit der Callback-Adresse an („Desktop, Mobile, Single-Page App“ für eine ohne Secret).',
  'Create an application and add the redirect address.':
    'Lege eine Anwendung an und trage die Umleitungsadresse ein.',
  'Create an application and enter the redirect address under OAuth.':
    'Lege eine Anwendung an und trage die Umleitungsadresse unter OAuth ein.',
  'Create an application for the public API with the callback address.':
    'Lege eine Anwendung für die öffentliche API mit der Callback-Adresse an.',
  'Create an application of the type "Native" with the callback address, and allow offline access at the API.':
    'Lege eine Anwendung vom Typ „Native“ mit der Callback-Adresse an und erlaube bei der API den Offline-Zugriff.',
  'Create an application with an OAuth2/OIDC provider, client type "Public" for one without a secret, the redirect address, and the scope mapping offline_access.':
    'Lege eine Anwendung mit einem OAuth2/OIDC-Provider, der Umleitungsadresse und der Scope-Zuordnung offline_access an; für eine ohne Secret gilt der Client-Typ „Public“.',
  'Create an application with the redirect address, and host its public key as the guide says.':
    'Lege eine Anwendung mit der Umleitungsadresse an und stelle ihren öffentlichen Schlüssel so bereit, wie die Anleitung es sagt.',
  'Create an application with the redirect address.': 'Lege eine Anwendung mit der Umleitungsadresse an.',
  'Create an application; under OAuth2 add the redirect address and copy the client id and secret.':
    'Lege eine Anwendung an; trage unter OAuth2 die Umleitungsadresse ein und kopiere Client-ID und Secret.',
  'Create an external client app with OAuth, the callback address and the scopes "api" and "refresh_token".':
    'Lege eine External Client App mit OAuth, der Callback-Adresse und den Scopes „api“ und „refresh_token“ an.',
  'Create an integration with the redirect address.': 'Lege eine Integration mit der Umleitungsadresse an.',
  'Create an integration, choose its scopes, and add the redirect address.':
    'Lege eine Integration an, wähle ihre Scopes und trage die Umleitungsadresse ein.',
  'Create an integration, make a secret, tick the scopes, and add the redirect address (127.0.0.1, not localhost).':
    'Lege eine Integration an, erzeuge ein Secret, hake die Scopes an und trage die Umleitungsadresse ein (127.0.0.1, nicht localhost).',
  'Create the app with the callback domain "localhost".':
    'Lege die App mit der Callback-Domain „localhost“ an.',
  'Development keys take a localhost address; production keys want https.':
    'Entwicklungsschlüssel nehmen eine localhost-Adresse; Produktionsschlüssel verlangen https.',
  'Directory (tenant) id, or one of its domains': 'Verzeichnis-ID (Tenant) oder eine seiner Domains',
  'Domain of your tenant': 'Domain deines Tenants',
  'Each refresh gives the refresh token its 90 days anew.':
    'Jede Erneuerung gibt dem Refresh-Token wieder 90 Tage.',
  'Errors come as a list: "errors".': 'Fehler kommen als Liste: „errors“.',
  'Errors come with status 200 and "ok": false.': 'Fehler kommen mit Status 200 und "ok": false.',
  'Errors come with status 200 and a number in "status".':
    'Fehler kommen mit Status 200 und einer Zahl in „status“.',
  'Europe and the Far East have token addresses of their own.':
    'Europa und der Ferne Osten haben eigene Token-Adressen.',
  'Expiration of user tokens is on unless the app opted out; without it there is no refresh token.':
    'Der Ablauf von Benutzer-Tokens ist an, sofern die App nicht darauf verzichtet hat; ohne ihn gibt es kein Refresh-Token.',
  'Give http://127.0.0.1:47813/ for the client id.': 'Gib als Client-ID http://127.0.0.1:47813/ an.',
  'Host and path of the issuer': 'Host und Pfad des Ausstellers',
  'Host and port of your Home Assistant': 'Host und Port deines Home Assistant',
  'Host of the project or the server': 'Host des Projekts oder des Servers',
  'Host of your Forgejo': 'Host deines Forgejo',
  'Host of your FusionAuth': 'Host deines FusionAuth',
  'Host of your GitLab': 'Host deines GitLab',
  'Host of your Gitea': 'Host deines Gitea',
  'Host of your Keycloak': 'Host deines Keycloak',
  'Host of your Mattermost': 'Host deines Mattermost',
  'Host of your Nextcloud, with its folder if there is one':
    'Host deines Nextcloud, mit Ordner, falls es einen gibt',
  'Host of your authentik': 'Host deines authentik',
  'Host of your instance': 'Host deiner Instanz',
  'Host of your server': 'Host deines Servers',
  'Host of your workspace': 'Host deines Workspace',
  'Id of the environment': 'ID der Umgebung',
  'Id of the user pool': 'ID des User-Pools',
  'Identifier of the API that the token is for': 'Kennung der API, für die das Token ist',
  'In a project create an application of the type "Native" with PKCE and the redirect address, and tick "Refresh Token".':
    'Lege in einem Projekt eine Anwendung vom Typ „Native“ mit PKCE und der Umleitungsadresse an und hake „Refresh Token“ an.',
  'In the Developer Center build an app, choose its scopes, and add the redirect address under "OAuth & Permissions".':
    'Baue im Developer Center eine App, wähle ihre Scopes und trage die Umleitungsadresse unter „OAuth & Permissions“ ein.',
  "In the workspace's settings, under Apps & Integrations, create an app with the redirect address.":
    'Lege in den Einstellungen des Workspace unter Apps & Integrations eine App mit der Umleitungsadresse an.',
  "In the workspace's settings, under OAuth consumers, add a consumer with the callback address and tick its permissions.":
    'Füge in den Einstellungen des Workspace unter OAuth consumers einen Consumer mit der Callback-Adresse hinzu und hake seine Berechtigungen an.',
  'Its device flow calls the device code "code", which RFC 8628 does not: sign in with the browser.':
    'Sein Geräte-Ablauf nennt den Gerätecode „code“, anders als RFC 8628: Melde dich mit dem Browser an.',
  'Its requests are in camelCase too (clientId, grantType), and a client is made by an API call (RegisterClient).':
    'Auch seine Anfragen sind in camelCase (clientId, grantType), und ein Client entsteht durch einen API-Aufruf (RegisterClient).',
  'Knows only the plain kind of PKCE, while Lamplighter sends S256: the sign-in may be refused.':
    'Kennt nur die einfache Art von PKCE (plain), Lamplighter sendet aber S256: Das Anmelden kann abgelehnt werden.',
  'Lamplighter reads its replies, and does not write such requests yet.':
    'Lamplighter liest seine Antworten, schreibt solche Anfragen aber noch nicht.',
  "Lark's addresses are at larksuite.com.": 'Die Adressen von Lark liegen bei larksuite.com.',
  'Make a keyset; under "User Tokens" add a RuName whose accepted address is any https page you can read the address bar of.':
    'Lege ein Keyset an; füge unter „User Tokens“ einen RuName hinzu, dessen akzeptierte Adresse irgendeine https-Seite ist, deren Adresszeile du lesen kannst.',
  'Name of the realm': 'Name des Realms',
  'Name of the store, before .myshopify.com': 'Name des Shops, vor .myshopify.com',
  'No scopes and no refresh token: the token is good until it is revoked.':
    'Keine Scopes und kein Refresh-Token: Das Token gilt, bis es widerrufen wird.',
  'No scopes: a token opens the whole account.': 'Keine Scopes: Ein Token öffnet das ganze Konto.',
  'Nothing to register.': 'Nichts zu registrieren.',
  'Nothing, with the client id databricks-cli; or an account admin adds an app connection with the redirect address.':
    'Nichts, mit der Client-ID databricks-cli; oder ein Kontoadministrator fügt eine App Connection mit der Umleitungsadresse hinzu.',
  'Older connections get a token that does not expire, and no refresh token.':
    'Ältere Verbindungen bekommen ein Token, das nicht abläuft, und kein Refresh-Token.',
  'Only a host is registered ("Authorization Callback Domain"); one app for an account, and a subscription to make it.':
    'Registriert wird nur ein Host („Authorization Callback Domain“); eine App je Konto, und dafür braucht es ein Abonnement.',
  'Only the client secret is asked for beside the code or the refresh token.':
    'Neben dem Code oder dem Refresh-Token wird nur das Client-Secret verlangt.',
  'Publish an OAuth app with the callback address and its permissions.':
    'Veröffentliche eine OAuth-App mit der Callback-Adresse und ihren Berechtigungen.',
  'Publish the consent screen, or the login ends after seven days.':
    'Veröffentliche den Zustimmungsbildschirm, sonst endet die Anmeldung nach sieben Tagen.',
  'Refresh tokens must be ticked at the application, and asked for with "offline_access".':
    'Refresh-Tokens müssen an der Anwendung angehakt und mit „offline_access“ angefragt werden.',
  'Region of the API: na, eu': 'Region der API: na, eu',
  'Region of the pool': 'Region des Pools',
  'Region of your Identity Center': 'Region deines Identity Center',
  'Register an API client with the callback address.':
    'Registriere einen API-Client mit der Callback-Adresse.',
  'Register an OAuth application with the callback address.':
    'Registriere eine OAuth-Anwendung mit der Callback-Adresse.',
  'Register an app with OAuth 2.0, "Scoped OAuth", its scopes and the redirect address.':
    'Registriere eine App mit OAuth 2.0, „Scoped OAuth“, ihren Scopes und der Umleitungsadresse.',
  'Register an app with its permissions and the redirect address.':
    'Registriere eine App mit ihren Berechtigungen und der Umleitungsadresse.',
  'Register an app with the redirect address (127.0.0.1, not localhost).':
    'Registriere eine App mit der Umleitungsadresse (127.0.0.1, nicht localhost).',
  'Register an app with the redirect address.': 'Registriere eine App mit der Umleitungsadresse.',
  'Register an application for "any organizational directory and personal accounts", add the platform "Mobile and desktop applications" with the address, and allow public client flows.':
    'Registriere eine Anwendung für „any organizational directory and personal accounts“, füge die Plattform „Mobile and desktop applications“ mit der Adresse hinzu und erlaube öffentliche Client-Abläufe.',
  'Register an application of the type "Client" (no secret) or "Server" with the redirect address.':
    'Registriere eine Anwendung vom Typ „Client“ (kein Secret) oder „Server“ mit der Umleitungsadresse.',
  'Register an application with the redirect address.':
    'Registriere eine Anwendung mit der Umleitungsadresse.',
  'Register an application, add the platform "Mobile and desktop applications" with the address, and allow public client flows.':
    'Registriere eine Anwendung, füge die Plattform „Mobile and desktop applications“ mit der Adresse hinzu und erlaube öffentliche Client-Abläufe.',
  'Register an integration with the redirect address.':
    'Registriere eine Integration mit der Umleitungsadresse.',
  'Register an integration with the redirect address; make a secret only if you want one.':
    'Registriere eine Integration mit der Umleitungsadresse; erzeuge ein Secret nur, wenn du eines willst.',
  'Registered as a single-page application, a refresh token ends 24 hours after the sign-in.':
    'Als Single-Page-Anwendung registriert, endet ein Refresh-Token 24 Stunden nach dem Anmelden.',
  "Replies do not say how long an access token lives: the org's session timeout decides.":
    'Antworten sagen nicht, wie lange ein Access-Token lebt: Das bestimmt das Sitzungs-Timeout der Organisation.',
  'Revoking a refresh token revokes everything that came from it.':
    'Ein Refresh-Token zu widerrufen, widerruft alles, was daraus entstand.',
  "Rotation and the refresh token's life are set at the app.":
    'Rotation und Lebensdauer des Refresh-Tokens werden an der App eingestellt.',
  'Rotation is set at the app client, with a grace of up to 60 seconds; without it a refresh brings no refresh token.':
    'Die Rotation wird am App-Client eingestellt, mit einer Nachfrist von bis zu 60 Sekunden; ohne sie bringt eine Erneuerung kein Refresh-Token.',
  'Rotation is set at the application, and so are the overlap (none by default), the longest life and the idle life.':
    'Die Rotation wird an der Anwendung eingestellt, ebenso die Überlappung (normalerweise keine), die längste Dauer und die Dauer ohne Nutzung.',
  "RuName (eBay's name of your redirect address)": 'RuName (eBays Name für deine Umleitungsadresse)',
  'Scopes are chosen at the app; the parameter is deprecated.':
    'Scopes werden an der App gewählt; der Parameter ist veraltet.',
  'Scopes are not implemented: a token can do what the person can.':
    'Scopes gibt es nicht: Ein Token darf, was die Person darf.',
  'Scopes are separated by commas.': 'Scopes werden durch Kommas getrennt.',
  'Sending a spent refresh token revokes the whole login.':
    'Ein verbrauchtes Refresh-Token zu senden, widerruft die ganze Anmeldung.',
  'Servers before 17 have /auth before /realms.': 'Server vor Version 17 haben /auth vor /realms.',
  'Sign-in domain': 'Anmelde-Domain',
  'Sign-in host of your region': 'Anmelde-Host deiner Region',
  'Signed in with PKCE, a refresh needs no secret.':
    'Nach dem Anmelden mit PKCE braucht eine Erneuerung kein Secret.',
  'Slug of the application': 'Slug der Anwendung',
  'Slug of your integration': 'Slug deiner Integration',
  'Square asks for a refresh every seven days.': 'Square bittet um eine Erneuerung alle sieben Tage.',
  'Subdomain of your Zendesk': 'Subdomain deines Zendesk',
  'Subdomain of your account': 'Subdomain deines Kontos',
  'Ten access tokens in ten minutes for each.': 'Für jedes zehn Access-Tokens in zehn Minuten.',
  "The API is at api.atlassian.com with a cloud id, never at your own site's address.":
    'Die API liegt mit einer Cloud-ID bei api.atlassian.com, nie bei der Adresse deiner eigenen Site.',
  'The access token may stay the same where much of its life is left; the refresh token lives as long as it.':
    'Das Access-Token bleibt vielleicht dasselbe, solange es noch lange gilt; das Refresh-Token lebt so lange wie es.',
  'The access token that was replaced stops working at once.':
    'Das ersetzte Access-Token gilt sofort nicht mehr.',
  "The app's settings decide the scopes.": 'Die Einstellungen der App bestimmen die Scopes.',
  "The application's settings decide the scopes.": 'Die Einstellungen der Anwendung bestimmen die Scopes.',
  'The client id "databricks-cli" is there in every workspace, with the address http://localhost:8020.':
    'Die Client-ID „databricks-cli“ gibt es in jedem Workspace, mit der Adresse http://localhost:8020.',
  'The client id is a web address with the host and port of the redirect address: http://127.0.0.1:47813/':
    'Die Client-ID ist eine Webadresse mit Host und Port der Umleitungsadresse: http://127.0.0.1:47813/',
  'The client id is called "client_key".': 'Die Client-ID heißt „client_key“.',
  "The client secret is the platform's secret API key.":
    'Das Client-Secret ist der geheime API-Schlüssel der Plattform.',
  'The documentation has an address of its own for refreshing, /v1/oauth/refresh; the token address is believed to take it too.':
    'Die Dokumentation nennt für das Erneuern eine eigene Adresse, /v1/oauth/refresh; vermutlich nimmt die Token-Adresse es auch an.',
  'The end comes as "expires_at", a date.': 'Das Ende kommt als „expires_at“, ein Datum.',
  'The first reply keeps the person\'s tokens under "authed_user"; a refresh has them at the top.':
    'Die erste Antwort führt die Tokens der Person unter „authed_user“; bei einer Erneuerung stehen sie ganz oben.',
  'The org authorization server gives a refresh token 90 days, and a refresh does not move them; a custom one (https://{domain}/oauth2/default) is set by its policy.':
    'Der Autorisierungsserver der Organisation gibt einem Refresh-Token 90 Tage, und eine Erneuerung verlängert sie nicht; bei einem eigenen (https://{domain}/oauth2/default) bestimmt es dessen Richtlinie.',
  'The permissions ticked at the consumer are the scopes; none need be asked for.':
    'Die beim Consumer angehakten Berechtigungen sind die Scopes; nach keinen muss gefragt werden.',
  'The redirect is a name (RuName) that eBay gives; the page behind it must be https.':
    'Die Umleitung ist ein Name (RuName), den eBay vergibt; die Seite dahinter muss https sein.',
  'The refresh token before it works for eight hours, or until the new access token is used.':
    'Das vorige Refresh-Token gilt noch acht Stunden, oder bis das neue Access-Token benutzt wird.',
  'The refresh token before it works until its replacement is used.':
    'Das vorige Refresh-Token gilt, bis sein Nachfolger benutzt wird.',
  'The refresh token changes about once a day, whether or not it is asked for.':
    'Das Refresh-Token wechselt etwa einmal am Tag, ob danach gefragt wird oder nicht.',
  'The refresh token never expires, and is good for one use.':
    'Das Refresh-Token läuft nie ab und gilt für eine Benutzung.',
  'The refresh token that was used goes on working.': 'Das benutzte Refresh-Token gilt weiter.',
  "The refresh token's year counts from the sign-in; a refresh does not move it.":
    'Das Jahr des Refresh-Tokens zählt ab dem Anmelden; eine Erneuerung verlängert es nicht.',
  'The scope "extended" keeps the refresh token\'s 30 days sliding; it cannot be added later.':
    'Mit dem Scope „extended“ verlängern sich die 30 Tage des Refresh-Tokens laufend; er lässt sich nicht nachträglich hinzufügen.',
  "The security integration sets the refresh token's life, and whether it is good for one use.":
    'Die Security Integration bestimmt, wie lange das Refresh-Token lebt und ob es nur einmal gilt.',
  'The token is good until it is revoked; there is no refresh token.':
    'Das Token gilt, bis es widerrufen wird; es gibt kein Refresh-Token.',
  'The token is good until the app is removed; there is no refresh token.':
    'Das Token gilt, bis die App entfernt wird; es gibt kein Refresh-Token.',
  'There are no scopes: the person picks the pages at the sign-in.':
    'Es gibt keine Scopes: Die Person wählt die Seiten beim Anmelden.',
  'There is no refresh token: a long-lived token of about 60 days is exchanged for with the grant "fb_exchange_token", and after that a person signs in again.':
    'Es gibt kein Refresh-Token: Mit dem Grant „fb_exchange_token“ wird ein langlebiges Token von etwa 60 Tagen eingetauscht, und danach meldet sich jemand neu an.',
  'Turn OAuth on for standard accounts and add the redirect address.':
    'Schalte OAuth für Standardkonten ein und trage die Umleitungsadresse ein.',
  'Under Integrations, OAuth 2.0 Applications, add one with the callback address.':
    'Füge unter Integrations, OAuth 2.0 Applications eine mit der Callback-Adresse hinzu.',
  Vault: 'Tresor',
  'Whether tokens expire is chosen when the app is made, and cannot be changed.':
    'Ob Tokens ablaufen, wird beim Anlegen der App gewählt und lässt sich nicht ändern.',
  'While the consent screen is "Testing", a refresh token lives seven days.':
    'Solange der Zustimmungsbildschirm auf „Testing“ steht, lebt ein Refresh-Token sieben Tage.',
  'With "offline_access" the session outlives the browser; without it the refresh token ends with the SSO session, by default after 30 minutes without use.':
    'Mit „offline_access“ überdauert die Sitzung den Browser; ohne endet das Refresh-Token mit der SSO-Sitzung, normalerweise nach 30 Minuten ohne Nutzung.',
  'With a secret the refresh token stays the same and does not expire; with PKCE alone it is good for one use and 90 days.':
    'Mit einem Secret bleibt das Refresh-Token dasselbe und läuft nicht ab; nur mit PKCE gilt es für eine Benutzung und 90 Tage.',
  'With token expiration on, an access token lives eight hours and comes with a refresh token that rotates; otherwise it does not lapse.':
    'Ist der Token-Ablauf eingeschaltet, lebt ein Access-Token acht Stunden und kommt mit einem Refresh-Token, das rotiert; sonst läuft es nicht ab.',
  'Without "duration" the login lasts an hour and has no refresh token.':
    'Ohne „duration“ hält die Anmeldung eine Stunde und hat kein Refresh-Token.',
  'Without "expiring" the token does not expire; apps made before April 2026 may still do that until 2027.':
    'Ohne „expiring“ läuft das Token nicht ab; Apps von vor April 2026 dürfen das noch bis 2027.',
  'Without "offline.access" there is no refresh token.': 'Ohne „offline.access“ gibt es kein Refresh-Token.',
  'Without a secret there is none.': 'Ohne Secret gibt es keines.',
  'Without the address in the request, the one that is registered counts; there is only one.':
    'Steht keine Adresse in der Anfrage, gilt die registrierte; es gibt nur eine.',
  'Without the scope "offline" there is no refresh token.':
    'Ohne den Scope „offline“ gibt es kein Refresh-Token.',
  'Without token rotation the token does not expire, and there is no refresh token.':
    'Ohne Token-Rotation läuft das Token nicht ab, und es gibt kein Refresh-Token.',
  'Your Okta domain': 'Deine Okta-Domain',
  'about {count} d': 'etwa {count} T',
  'access token lives': 'Access-Token lebt',
  authentication: 'Authentifizierung',
  business: 'Geschäft',
  chat: 'Chat',
  client: 'Client',
  cloud: 'Cloud',
  'code from': 'Code von',
  commerce: 'Handel',
  'depends, or is not known': 'kommt darauf an, oder nicht bekannt',
  design: 'Design',
  developer: 'Entwicklung',
  'error words': 'Fehlerwörter',
  'every refresh brings a new refresh token': 'jede Erneuerung bringt ein neues Refresh-Token',
  'exchange with': 'Eintausch mit',
  'given by the provider: the address is pasted': 'vom Anbieter vergeben: Die Adresse wird eingefügt',
  health: 'Gesundheit',
  'https only: the address is pasted': 'nur https: Die Adresse wird eingefügt',
  issuer: 'Aussteller',
  'login ends after': 'Anmeldung endet nach',
  'not at all': 'gar nicht',
  redirect: 'Umleitung',
  'refresh with': 'Erneuern mit',
  'reply has': 'Antwort hat',
  'requests in': 'Anfragen in',
  'revoked at': 'widerrufen bei',
  rotation: 'Rotation',
  'scope in a refresh': 'Scope beim Erneuern',
  scopes: 'Scopes',
  'sign-in with': 'Anmelden mit',
  'signs in at': 'meldet an bei',
  social: 'Soziales',
  'spent token works': 'verbrauchtes Token gilt',
  'the refresh token stays': 'das Refresh-Token bleibt',
  'tokens from': 'Tokens von',
  'until it is revoked': 'bis sie widerrufen wird',
  'unused it ends after': 'ungenutzt endet sie nach',
  'with a secret': 'mit Secret',
  'with a secret or without': 'mit Secret oder ohne',
  'without a secret': 'ohne Secret',
  '{host}, any port': '{host}, beliebiger Port',
  '{host}, exactly as registered': '{host}, genau wie registriert',
}
