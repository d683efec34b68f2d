/** What the catalogue says of providers, in Chinese. */
import type { Translation } from '../t.ts'

export const catalogue: Translation = {
  '"Revoke Refresh Token" in the realm makes each good for one use.':
    'Realm 中的“Revoke Refresh Token”使每个令牌只能使用一次。',
  'A client and an account share a limited number of refresh tokens: the oldest one stops working without a word.':
    '一个客户端和一个账户共用有限数量的刷新令牌：最旧的一个会悄然失效。',
  'A grace for spent refresh tokens can be set, of up to five minutes, or 30 days with a limit on its use.':
    '可以为用过的刷新令牌设置宽限期：最长五分钟，或 30 天但限制使用次数。',
  'A key works in production only after its review.': '密钥须经审核后才能用于生产环境。',
  'A public client gets no refresh token; one with a secret does.':
    '公共客户端没有刷新令牌；有密钥的客户端才有。',
  'A public client signs in by device code only; its refresh token rotates and dies after 30 days without use.':
    '公共客户端只能用设备码登录；其刷新令牌会轮换，30 天不用即失效。',
  'A public client with the address http://127.0.0.1/… may use any port.':
    '地址为 http://127.0.0.1/… 的公共客户端可以使用任意端口。',
  'A refresh asks for the scope "offline" again, or it brings no refresh token.':
    '续期时须再次请求权限范围“offline”，否则不会返回刷新令牌。',
  'A refresh brings an access token and its end, no new refresh token.':
    '续期返回访问令牌及其到期时间，不返回新的刷新令牌。',
  'A refresh deletes the access token and the refresh token before it.':
    '续期会删除之前的访问令牌和刷新令牌。',
  'A refresh token comes only where the provider maps the scope "offline_access" and it is asked for.':
    '只有提供方映射了权限范围“offline_access”并且请求了它，才会有刷新令牌。',
  'A refresh token does not expire until it is used, and is good for one use.':
    '刷新令牌在使用前不会过期，且只能使用一次。',
  'A refresh token from a sign-in with PKCE is good for one use.': '用 PKCE 登录得到的刷新令牌只能使用一次。',
  'A refresh token is good for one use.': '刷新令牌只能使用一次。',
  'A refresh token is good for one use. "offline_access" must be opened for the app and asked for.':
    '刷新令牌只能使用一次。必须为应用开通“offline_access”并请求它。',
  'A refresh token is good until the person removes the app.': '刷新令牌在本人移除应用之前一直有效。',
  'A refresh token is revoked once it was used.': '刷新令牌一经使用即被撤销。',
  'Account identifier, before .snowflakecomputing.com': '账户标识符（.snowflakecomputing.com 之前的部分）',
  'Accounts server of your data centre': '你的数据中心的账户服务器',
  'Add a client of the type "Server-based Applications" with the redirect address.':
    '用重定向地址添加类型为“Server-based Applications”的客户端。',
  'Add a static client with "public: true", or with the redirect address and a secret, to Dex\'s configuration.':
    '在 Dex 的配置中添加静态客户端，设置“public: true”，或填写重定向地址和密钥。',
  'Add an OAuth client with the redirect address; one of the type "Public" has no secret.':
    '用重定向地址添加 OAuth 客户端；“Public”类型没有密钥。',
  'Add an app and integration key, make a secret key, and add the redirect address.':
    '添加应用和 Integration Key，生成密钥，并添加重定向地址。',
  'Add an app client to the pool with the callback address and the authorization code grant.':
    '在用户池中添加应用客户端，填写回调地址并启用授权码授权。',
  'Add an application of the type "Native" with the redirect address and the refresh token grant.':
    '用重定向地址添加类型为“Native”的应用，并启用刷新令牌授权。',
  'Add an application with the address; untick "Confidential" for one without a secret.':
    '用该地址添加应用；若不要密钥，请取消勾选“Confidential”。',
  'Add an application with the redirect address, and tick the refresh token grant.':
    '用重定向地址添加应用，并勾选刷新令牌授权。',
  'Add an application with the redirect address.': '用重定向地址添加应用程序。',
  'Add the app "OpenId Connect (OIDC)", application type "Native", with the redirect address and refresh tokens allowed.':
    '添加应用“OpenId Connect (OIDC)”，应用类型选“Native”，填写重定向地址并允许刷新令牌。',
  'Add the callback address.': '添加回调地址。',
  'Add the redirect address.': '添加重定向地址。',
  'An account administrator creates a security integration (TYPE = OAUTH, OAUTH_CLIENT = CUSTOM) with the redirect address.':
    '由账户管理员用重定向地址创建 Security Integration（TYPE = OAUTH, OAUTH_CLIENT = CUSTOM）。',
  'An admin has to install the app before anybody can sign in.': '必须先由管理员安装应用，才能登录。',
  'An administrator adds an OAuth 2.0 client with the redirect address.':
    '由管理员用重定向地址添加 OAuth 2.0 客户端。',
  'An administrator may have to allow it.': '可能需要管理员允许。',
  'Apps from before OAuth 2.1 get tokens that do not expire, from another address, until API version 2027-04.':
    'OAuth 2.1 之前的应用在 API 版本 2027-04 之前，会从另一个地址获得不会过期的令牌。',
  'Apps from before refresh tokens get access tokens that do not expire.':
    '刷新令牌推出之前的应用获得不会过期的访问令牌。',
  'Apps made since March 2026 see nothing unless scopes are asked for.':
    '2026 年 3 月以后创建的应用，如果不请求权限范围就什么也看不到。',
  'At most twenty refresh tokens for a person: the next one deletes the oldest.':
    '每人最多二十个刷新令牌：再多一个就会删除最旧的。',
  'Before GitLab 15 tokens did not expire; the device flow came with 17.1.':
    'GitLab 15 之前令牌不会过期；设备流程从 17.1 开始提供。',
  'Choose an app, tick "Log in with PayPal", and enter the return URL under its advanced settings.':
    '选择应用，勾选“Log in with PayPal”，并在其高级设置中填写返回 URL。',
  'Connect an app and add the redirect address.': '连接应用并添加重定向地址。',
  "Continuous refresh keeps a refresh token's 60 days sliding; before it there was one year.":
    '“Continuous refresh”使刷新令牌的 60 天期限不断顺延；此前为一年。',
  'Create a GitHub App with the callback address, leave "Expire user authorization tokens" on, and allow the device flow if you want it.':
    '用回调地址创建 GitHub App，保持“Expire user authorization tokens”开启，需要时允许设备流程。',
  'Create a LINE Login channel and add the callback address.': '创建 LINE Login 频道并添加回调地址。',
  'Create a client of the type "Desktop app"; a loopback address need not be registered for it.':
    '创建类型为“Desktop app”的客户端；无需为它注册回环地址。',
  'Create a client with the redirect address.': '用重定向地址创建客户端。',
  'Create a custom app with user authentication (OAuth 2.0) and add the redirect address.':
    '创建使用用户认证（OAuth 2.0）的自定义应用，并添加重定向地址。',
  'Create a custom app, open the permission "offline_access", and add the redirect address under its security settings.':
    '创建自建应用，开通权限“offline_access”，并在其安全设置中添加重定向地址。',
  'Create a general app, user-managed, choose its scopes, and add the redirect address.':
    '创建由用户管理（user-managed）的 General App，选择其权限范围，并添加重定向地址。',
  'Create a private app with the callback address and its access scopes.':
    '用回调地址及其访问权限范围创建私有应用。',
  'Create a project, add an API with user authentication, and enter the redirect address and its pattern.':
    '创建项目，添加带用户认证的 API，并填写重定向地址及其匹配模式。',
  'Create a public connection and put the redirect address under "OAuth Domain & URIs".':
    '创建公共连接，并在“OAuth Domain & URIs”下填写重定向地址。',
  'Create a remote app with the callback address.': '用回调地址创建 Remote App。',
  'Create a security profile and add the address under "Allowed Return URLs".':
    '创建安全配置文件，并在“Allowed Return URLs”下添加该地址。',
  'Create an API application with the redirect address.': '用重定向地址创建 API 应用。',
  'Create an OAuth 2.0 integration, add its permissions, and set the one callback address under Authorization.':
    '创建 OAuth 2.0 集成，添加其权限，并在 Authorization 下设置唯一的回调地址。',
  'Create an OAuth app of the kind "Native" or "Web" with the redirect address, and choose its scopes.':
    '用重定向地址创建“Native”或“Web”类型的 OAuth 应用，并选择其权限范围。',
  'Create an OAuth app with the callback address, and make a client secret.':
    '用回调地址创建 OAuth 应用，并生成客户端密钥。',
  'Create an OAuth app with the redirect address.': '用重定向地址创建 OAuth 应用。',
  'Create an OAuth app with the redirect address; a public app has no secret.':
    '用重定向地址创建 OAuth 应用；公共应用没有密钥。',
  'Create an OAuth application with the redirect address.': '用重定向地址创建 OAuth 应用程序。',
  'Create an OAuth-In app (also: smartthings apps:create) with the redirect address.':
    '用重定向地址创建 OAuth-In 应用（也可用：smartthings apps:create）。',
  'Create an OAuth2 application with the callback address.': '用回调地址创建 OAuth2 应用。',
  'Create an OAuth2 application with the redirect address http://127.0.0.1/callback; untick "Confidential Client" for one without a secret.':
    '用重定向地址 http://127.0.0.1/callback 创建 OAuth2 应用；若不要密钥，请取消勾选“Confidential Client”。',
  'Create an OAuth2 application with the redirect address.': '用重定向地址创建 OAuth2 应用。',
  'Create an OAuth2 client with the redirect address; authentication method "none" for one without a secret.':
    '用重定向地址创建 OAuth2 客户端；若不要密钥，认证方法选“none”。',
  'Create an OpenID Connect client with the standard flow, "Client authentication" off for one without a secret, and the redirect address http://127.0.0.1/*.':
    '创建使用标准流程的 OpenID Connect 客户端，重定向地址为 http://127.0.0.1/*；若不要密钥，请关闭“Client authentication”。',
  'Create an app ("Mobile or desktop app" for one without a secret) with the redirect address.':
    '用重定向地址创建应用（若不要密钥，选“Mobile or desktop app”）。',
  'Create an app ("other" for one without a secret) with the redirect address.':
    '用重定向地址创建应用（若不要密钥，选“other”）。',
  'Create an app and add the callback address.': '创建应用并添加回调地址。',
  'Create an app and add the redirect address under "Keys & credentials".':
    '创建应用，并在“Keys & credentials”下添加重定向地址。',
  'Create an app and enter the redirect address.': '创建应用并填写重定向地址。',
  'Create an app and set up user authentication; "Native App" has no secret.':
    '创建应用并设置用户认证；“Native App”没有密钥。',
  'Create an app for desktop, add Login Kit, and enter the redirect address.':
    '创建桌面应用，添加 Login Kit，并填写重定向地址。',
  'Create an app integration: OIDC, "Native Application", with "Refresh Token" and the redirect address.':
    '创建应用集成：OIDC、“Native Application”，勾选“Refresh Token”并填写重定向地址。',
  'Create an app of the type "script" or "web app" with the redirect address.':
    '用重定向地址创建“script”或“web app”类型的应用。',
  'Create an app with "Expire user authorization token" ticked, and add the redirect address.':
    '创建应用并勾选“Expire user authorization token”，然后添加重定向地址。',
  'Create an app with OAuth, choose its scopes, and add the redirect address.':
    '创建启用 OAuth 的应用，选择其权限范围，并添加重定向地址。',
  'Create an app with the OAuth feature and the redirect address.':
    '创建带 OAuth 功能的应用并填写重定向地址。',
  'Create an app with the redirect address http://127.0.0.1/callback, without a port: any port is then taken. "localhost" is refused.':
    '用不带端口的重定向地址 http://127.0.0.1/callback 创建应用：这样任何端口都可以。“localhost”会被拒绝。',
  'Create an app with the redirect address.': '用重定向地址创建应用。',
  'Create an app, add Facebook Login, and put the address under "Valid OAuth Redirect URIs".':
    '创建应用，添加 Facebook Login，并在“Valid OAuth Redirect URIs”下填写该地址。',
  'Create an app, add a product, and put the redirect address under Auth.':
    '创建应用，添加产品，并在 Auth 下填写重定向地址。',
  'Create an app, choose its scopes, and add the redirect address.':
    '创建应用，选择其权限范围，并添加重定向地址。',
  'Create an app, tick its permissions, and add the redirect address.':
    '创建应用，勾选其权限，并添加重定向地址。',
  'Create an app, turn OAuth on, and add the redirect address.': '创建应用，开启 OAuth，并添加重定向地址。',
  'Create an app, turn token rotation on under "OAuth & Permissions", add the bot scopes and the redirect address.':
    '创建应用，在“OAuth & Permissions”下开启令牌轮换，并添加机器人权限范围和重定向地址。',
  'Create an app, turn token rotation on under "OAuth & Permissions", add the user scopes and the redirect address.':
    '创建应用，在“OAuth & Permissions”下开启令牌轮换，并添加用户权限范围和重定向地址。',
  'Create an app; its keystring is the client id.': '创建应用；其 keystring 就是客户端 ID。',
  'Create an app; under OAuth add the redirect address.': '创建应用；在 OAuth 下添加重定向地址。',
  'Create an application ("Desktop, Mobile, Single-Page App" for one without a secret) with the callback address.':
    '用回调地址创建应用（若不要密钥，选“Desktop, Mobile, Single-Page App”）。',
  'Create an application and add the redirect address.': '创建应用程序并添加重定向地址。',
  'Create an application and enter the redirect address under OAuth.':
    '创建应用程序，并在 OAuth 下填写重定向地址。',
  'Create an application for the public API with the callback address.':
    '用回调地址为公共 API 创建应用程序。',
  'Create an application of the type "Native" with the callback address, and allow offline access at the API.':
    '用回调地址创建类型为“Native”的应用，并在 API 上允许离线访问。',
  'Create an application with an OAuth2/OIDC provider, client type "Public" for one without a secret, the redirect address, and the scope mapping offline_access.':
    '创建带 OAuth2/OIDC 提供程序的应用，填写重定向地址和权限范围映射 offline_access；若不要密钥，客户端类型选“Public”。',
  'Create an application with the redirect address, and host its public key as the guide says.':
    '用重定向地址创建应用程序，并按指南托管其公钥。',
  'Create an application with the redirect address.': '用重定向地址创建应用程序。',
  'Create an application; under OAuth2 add the redirect address and copy the client id and secret.':
    '创建应用程序；在 OAuth2 下添加重定向地址，并复制客户端 ID 和密钥。',
  'Create an external client app with OAuth, the callback address and the scopes "api" and "refresh_token".':
    '创建启用 OAuth 的 External Client App，填写回调地址以及权限范围“api”和“refresh_token”。',
  'Create an integration with the redirect address.': '用重定向地址创建集成。',
  'Create an integration, choose its scopes, and add the redirect address.':
    '创建集成，选择其权限范围，并添加重定向地址。',
  'Create an integration, make a secret, tick the scopes, and add the redirect address (127.0.0.1, not localhost).':
    '创建集成，生成密钥，勾选权限范围，并添加重定向地址（用 127.0.0.1，不用 localhost）。',
  'Create the app with the callback domain "localhost".': '用回调域名“localhost”创建应用。',
  'Development keys take a localhost address; production keys want https.':
    '开发密钥接受 localhost 地址；生产密钥要求 https。',
  'Directory (tenant) id, or one of its domains': '目录（租户）ID，或其某个域名',
  'Domain of your tenant': '你的租户域名',
  'Each refresh gives the refresh token its 90 days anew.': '每次续期都使刷新令牌的 90 天重新起算。',
  'Errors come as a list: "errors".': '错误以列表“errors”给出。',
  'Errors come with status 200 and "ok": false.': '错误以状态 200 和 "ok": false 返回。',
  'Errors come with status 200 and a number in "status".': '错误以状态 200 和“status”中的数字返回。',
  'Europe and the Far East have token addresses of their own.': '欧洲和远东有各自的令牌地址。',
  'Expiration of user tokens is on unless the app opted out; without it there is no refresh token.':
    '用户令牌默认会过期，除非应用选择退出；不会过期就没有刷新令牌。',
  'Give http://127.0.0.1:47813/ for the client id.': '客户端 ID 请填写 http://127.0.0.1:47813/ 。',
  'Host and path of the issuer': '颁发者的主机和路径',
  'Host and port of your Home Assistant': '你的 Home Assistant 的主机和端口',
  'Host of the project or the server': '项目或服务器的主机',
  'Host of your Forgejo': '你的 Forgejo 主机',
  'Host of your FusionAuth': '你的 FusionAuth 主机',
  'Host of your GitLab': '你的 GitLab 主机',
  'Host of your Gitea': '你的 Gitea 主机',
  'Host of your Keycloak': '你的 Keycloak 主机',
  'Host of your Mattermost': '你的 Mattermost 主机',
  'Host of your Nextcloud, with its folder if there is one': '你的 Nextcloud 主机，如有目录请一并填写',
  'Host of your authentik': '你的 authentik 主机',
  'Host of your instance': '你的实例的主机',
  'Host of your server': '你的服务器的主机',
  'Host of your workspace': '你的工作区主机',
  'Id of the environment': '环境 ID',
  'Id of the user pool': '用户池 ID',
  'Identifier of the API that the token is for': '令牌所针对的 API 的标识符',
  'In a project create an application of the type "Native" with PKCE and the redirect address, and tick "Refresh Token".':
    '在项目中创建类型为“Native”、使用 PKCE 和重定向地址的应用，并勾选“Refresh Token”。',
  'In the Developer Center build an app, choose its scopes, and add the redirect address under "OAuth & Permissions".':
    '在 Developer Center 中创建应用，选择其权限范围，并在“OAuth & Permissions”下添加重定向地址。',
  "In the workspace's settings, under Apps & Integrations, create an app with the redirect address.":
    '在工作区设置的 Apps & Integrations 下，用重定向地址创建应用。',
  "In the workspace's settings, under OAuth consumers, add a consumer with the callback address and tick its permissions.":
    '在工作区设置的 OAuth consumers 下，用回调地址添加 consumer 并勾选其权限。',
  'Its device flow calls the device code "code", which RFC 8628 does not: sign in with the browser.':
    '它的设备流程把设备码叫作“code”，与 RFC 8628 不符：请用浏览器登录。',
  'Its requests are in camelCase too (clientId, grantType), and a client is made by an API call (RegisterClient).':
    '它的请求也用驼峰命名（clientId、grantType），客户端通过 API 调用（RegisterClient）创建。',
  'Knows only the plain kind of PKCE, while Lamplighter sends S256: the sign-in may be refused.':
    '只支持 plain 方式的 PKCE，而 Lamplighter 发送 S256：登录可能被拒绝。',
  'Lamplighter reads its replies, and does not write such requests yet.':
    'Lamplighter 能读取其应答，但还不会发出这种请求。',
  "Lark's addresses are at larksuite.com.": 'Lark 的地址在 larksuite.com。',
  'Make a keyset; under "User Tokens" add a RuName whose accepted address is any https page you can read the address bar of.':
    '创建一组密钥；在“User Tokens”下添加 RuName，其接受地址可以是任何能看到地址栏的 https 页面。',
  'Name of the realm': 'Realm 名称',
  'Name of the store, before .myshopify.com': '商店名称（.myshopify.com 之前的部分）',
  'No scopes and no refresh token: the token is good until it is revoked.':
    '没有权限范围，也没有刷新令牌：令牌在撤销前一直有效。',
  'No scopes: a token opens the whole account.': '没有权限范围：令牌可访问整个账户。',
  'Nothing to register.': '无需注册。',
  'Nothing, with the client id databricks-cli; or an account admin adds an app connection with the redirect address.':
    '使用客户端 ID databricks-cli 时无需操作；或由账户管理员用重定向地址添加 App Connection。',
  'Older connections get a token that does not expire, and no refresh token.':
    '较早的连接获得不会过期的令牌，没有刷新令牌。',
  'Only a host is registered ("Authorization Callback Domain"); one app for an account, and a subscription to make it.':
    '只注册主机（“Authorization Callback Domain”）；每个账户一个应用，且创建应用需要订阅。',
  'Only the client secret is asked for beside the code or the refresh token.':
    '除授权码或刷新令牌外，只要求客户端密钥。',
  'Publish an OAuth app with the callback address and its permissions.':
    '用回调地址及其权限发布 OAuth 应用。',
  'Publish the consent screen, or the login ends after seven days.':
    '请发布同意屏幕，否则登录会在七天后终止。',
  'Refresh tokens must be ticked at the application, and asked for with "offline_access".':
    '须在应用中勾选刷新令牌，并用“offline_access”请求。',
  'Region of the API: na, eu': 'API 的区域：na、eu',
  'Region of the pool': '用户池所在区域',
  'Region of your Identity Center': '你的 Identity Center 区域',
  'Register an API client with the callback address.': '用回调地址注册 API 客户端。',
  'Register an OAuth application with the callback address.': '用回调地址注册 OAuth 应用程序。',
  'Register an app with OAuth 2.0, "Scoped OAuth", its scopes and the redirect address.':
    '注册应用，选 OAuth 2.0 和“Scoped OAuth”，填写其权限范围和重定向地址。',
  'Register an app with its permissions and the redirect address.': '用其权限和重定向地址注册应用。',
  'Register an app with the redirect address (127.0.0.1, not localhost).':
    '用重定向地址注册应用（用 127.0.0.1，不用 localhost）。',
  'Register an app with the redirect address.': '用重定向地址注册应用。',
  'Register an application for "any organizational directory and personal accounts", add the platform "Mobile and desktop applications" with the address, and allow public client flows.':
    '为“any organizational directory and personal accounts”注册应用，用该地址添加平台“Mobile and desktop applications”，并允许公共客户端流程。',
  'Register an application of the type "Client" (no secret) or "Server" with the redirect address.':
    '用重定向地址注册“Client”（无密钥）或“Server”类型的应用程序。',
  'Register an application with the redirect address.': '用重定向地址注册应用程序。',
  'Register an application, add the platform "Mobile and desktop applications" with the address, and allow public client flows.':
    '注册应用，用该地址添加平台“Mobile and desktop applications”，并允许公共客户端流程。',
  'Register an integration with the redirect address.': '用重定向地址注册集成。',
  'Register an integration with the redirect address; make a secret only if you want one.':
    '用重定向地址注册集成；仅在需要时生成密钥。',
  'Registered as a single-page application, a refresh token ends 24 hours after the sign-in.':
    '如果注册为单页应用，刷新令牌在登录 24 小时后失效。',
  "Replies do not say how long an access token lives: the org's session timeout decides.":
    '应答不说明访问令牌的有效期：由组织的会话超时决定。',
  'Revoking a refresh token revokes everything that came from it.': '撤销刷新令牌会撤销由它产生的一切。',
  "Rotation and the refresh token's life are set at the app.": '轮换和刷新令牌的有效期在应用中设置。',
  'Rotation is set at the app client, with a grace of up to 60 seconds; without it a refresh brings no refresh token.':
    '轮换在应用客户端中设置，宽限期最长 60 秒；不开启时，续期不会返回刷新令牌。',
  'Rotation is set at the application, and so are the overlap (none by default), the longest life and the idle life.':
    '轮换在应用中设置，重叠期（默认无）、最长有效期和闲置有效期也在那里设置。',
  "RuName (eBay's name of your redirect address)": 'RuName（eBay 对你的重定向地址的命名）',
  'Scopes are chosen at the app; the parameter is deprecated.': '权限范围在应用中选择；该参数已弃用。',
  'Scopes are not implemented: a token can do what the person can.': '未实现权限范围：令牌能做的与本人相同。',
  'Scopes are separated by commas.': '权限范围以逗号分隔。',
  'Sending a spent refresh token revokes the whole login.': '发送用过的刷新令牌会撤销整个登录。',
  'Servers before 17 have /auth before /realms.': '17 版之前的服务器在 /realms 前有 /auth。',
  'Sign-in domain': '登录域名',
  'Sign-in host of your region': '你所在区域的登录主机',
  'Signed in with PKCE, a refresh needs no secret.': '用 PKCE 登录后，续期不需要密钥。',
  'Slug of the application': '应用的 slug',
  'Slug of your integration': '你的集成的 slug',
  'Square asks for a refresh every seven days.': 'Square 要求每七天续期一次。',
  'Subdomain of your Zendesk': '你的 Zendesk 子域名',
  'Subdomain of your account': '你的账户子域名',
  'Ten access tokens in ten minutes for each.': '每个在十分钟内最多换取十个访问令牌。',
  "The API is at api.atlassian.com with a cloud id, never at your own site's address.":
    'API 位于 api.atlassian.com，需带云 ID，绝不在你自己站点的地址上。',
  'The access token may stay the same where much of its life is left; the refresh token lives as long as it.':
    '访问令牌剩余有效期较长时可能保持不变；刷新令牌与它同时失效。',
  'The access token that was replaced stops working at once.': '被替换的访问令牌立即失效。',
  "The app's settings decide the scopes.": '权限范围由应用的设置决定。',
  "The application's settings decide the scopes.": '权限范围由应用程序的设置决定。',
  'The client id "databricks-cli" is there in every workspace, with the address http://localhost:8020.':
    '每个工作区都有客户端 ID“databricks-cli”，地址为 http://localhost:8020。',
  'The client id is a web address with the host and port of the redirect address: http://127.0.0.1:47813/':
    '客户端 ID 是一个网址，其主机和端口与重定向地址相同：http://127.0.0.1:47813/',
  'The client id is called "client_key".': '客户端 ID 叫作“client_key”。',
  "The client secret is the platform's secret API key.": '客户端密钥就是平台的 API 私钥。',
  'The documentation has an address of its own for refreshing, /v1/oauth/refresh; the token address is believed to take it too.':
    '文档为续期给出了单独的地址 /v1/oauth/refresh；据信令牌地址也接受续期。',
  'The end comes as "expires_at", a date.': '到期时间以“expires_at”（日期）给出。',
  'The first reply keeps the person\'s tokens under "authed_user"; a refresh has them at the top.':
    '首次应答把用户令牌放在“authed_user”下；续期时它们在顶层。',
  'The org authorization server gives a refresh token 90 days, and a refresh does not move them; a custom one (https://{domain}/oauth2/default) is set by its policy.':
    '组织授权服务器给刷新令牌 90 天，续期不会顺延；自定义服务器（https://{domain}/oauth2/default）由其策略决定。',
  'The permissions ticked at the consumer are the scopes; none need be asked for.':
    '在 consumer 处勾选的权限就是权限范围；无需另行请求。',
  'The redirect is a name (RuName) that eBay gives; the page behind it must be https.':
    '重定向是 eBay 给出的名称（RuName）；其背后的页面必须是 https。',
  'The refresh token before it works for eight hours, or until the new access token is used.':
    '之前的刷新令牌仍可用八小时，或直到使用新的访问令牌为止。',
  'The refresh token before it works until its replacement is used.':
    '之前的刷新令牌在使用新令牌之前仍然有效。',
  'The refresh token changes about once a day, whether or not it is asked for.':
    '无论是否请求，刷新令牌大约每天更换一次。',
  'The refresh token never expires, and is good for one use.': '刷新令牌永不过期，只能使用一次。',
  'The refresh token that was used goes on working.': '用过的刷新令牌继续有效。',
  "The refresh token's year counts from the sign-in; a refresh does not move it.":
    '刷新令牌的一年从登录时算起；续期不会顺延。',
  'The scope "extended" keeps the refresh token\'s 30 days sliding; it cannot be added later.':
    '权限范围“extended”使刷新令牌的 30 天期限不断顺延；之后无法再添加。',
  "The security integration sets the refresh token's life, and whether it is good for one use.":
    'Security Integration 决定刷新令牌的有效期以及是否只能使用一次。',
  'The token is good until it is revoked; there is no refresh token.': '令牌在撤销前一直有效；没有刷新令牌。',
  'The token is good until the app is removed; there is no refresh token.':
    '令牌在移除应用前一直有效；没有刷新令牌。',
  'There are no scopes: the person picks the pages at the sign-in.': '没有权限范围：登录时由本人选择页面。',
  'There is no refresh token: a long-lived token of about 60 days is exchanged for with the grant "fb_exchange_token", and after that a person signs in again.':
    '没有刷新令牌：用授权类型“fb_exchange_token”换取约 60 天的长期令牌，之后须有人重新登录。',
  'Turn OAuth on for standard accounts and add the redirect address.':
    '为标准账户开启 OAuth，并添加重定向地址。',
  'Under Integrations, OAuth 2.0 Applications, add one with the callback address.':
    '在 Integrations 的 OAuth 2.0 Applications 下，用回调地址添加一个。',
  Vault: '保险库',
  'Whether tokens expire is chosen when the app is made, and cannot be changed.':
    '令牌是否过期在创建应用时选定，之后不能更改。',
  'While the consent screen is "Testing", a refresh token lives seven days.':
    '同意屏幕处于“Testing”状态时，刷新令牌有效七天。',
  'With "offline_access" the session outlives the browser; without it the refresh token ends with the SSO session, by default after 30 minutes without use.':
    '有“offline_access”时会话在浏览器关闭后仍保留；没有它，刷新令牌随 SSO 会话结束，默认为闲置 30 分钟后。',
  'With a secret the refresh token stays the same and does not expire; with PKCE alone it is good for one use and 90 days.':
    '有密钥时刷新令牌保持不变且不过期；仅用 PKCE 时只能使用一次，有效 90 天。',
  'With token expiration on, an access token lives eight hours and comes with a refresh token that rotates; otherwise it does not lapse.':
    '开启令牌过期时，访问令牌有效八小时，并附带会轮换的刷新令牌；否则不会过期。',
  'Without "duration" the login lasts an hour and has no refresh token.':
    '没有“duration”时登录只持续一小时，且没有刷新令牌。',
  'Without "expiring" the token does not expire; apps made before April 2026 may still do that until 2027.':
    '没有“expiring”时令牌不会过期；2026 年 4 月之前创建的应用在 2027 年之前仍可如此。',
  'Without "offline.access" there is no refresh token.': '没有“offline.access”就没有刷新令牌。',
  'Without a secret there is none.': '没有密钥就没有刷新令牌。',
  'Without the address in the request, the one that is registered counts; there is only one.':
    '请求中没有地址时，以注册的地址为准；只有一个。',
  'Without the scope "offline" there is no refresh token.': '没有权限范围“offline”就没有刷新令牌。',
  'Without token rotation the token does not expire, and there is no refresh token.':
    '没有令牌轮换时令牌不会过期，也没有刷新令牌。',
  'Your Okta domain': '你的 Okta 域名',
  'about {count} d': '约 {count} 天',
  'access token lives': '访问令牌有效期',
  authentication: '认证',
  business: '商务',
  chat: '聊天',
  client: '客户端',
  cloud: '云',
  'code from': '代码来自',
  commerce: '电商',
  'depends, or is not known': '视情况而定，或未知',
  design: '设计',
  developer: '开发',
  'error words': '错误用词',
  'every refresh brings a new refresh token': '每次续期都返回新的刷新令牌',
  'exchange with': '换取附带',
  'given by the provider: the address is pasted': '由提供方给出：粘贴地址',
  health: '健康',
  'https only: the address is pasted': '仅限 https：粘贴地址',
  issuer: '颁发者',
  'login ends after': '登录终止于',
  'not at all': '完全无效',
  redirect: '重定向',
  'refresh with': '续期附带',
  'reply has': '应答包含',
  'requests in': '请求格式',
  'revoked at': '撤销于',
  rotation: '轮换',
  'scope in a refresh': '续期中的权限范围',
  scopes: '权限范围',
  'sign-in with': '登录附带',
  'signs in at': '登录于',
  social: '社交',
  'spent token works': '用过的令牌仍有效',
  'the refresh token stays': '刷新令牌不变',
  'tokens from': '令牌来自',
  'until it is revoked': '直到被撤销',
  'unused it ends after': '闲置多久终止',
  'with a secret': '有密钥',
  'with a secret or without': '有无密钥均可',
  'without a secret': '没有密钥',
  '{host}, any port': '{host}，任意端口',
  '{host}, exactly as registered': '{host}，与注册的完全一致',
}
