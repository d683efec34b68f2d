/** Every entry of the catalogue, by id. Loaded only when somebody looks into it. */
import { adobe } from './entries/adobe.ts'
import { airtable } from './entries/airtable.ts'
import { amazon } from './entries/amazon.ts'
import { asana } from './entries/asana.ts'
import { atlassian } from './entries/atlassian.ts'
import { auth0 } from './entries/auth0.ts'
import { authentik } from './entries/authentik.ts'
import { autodesk } from './entries/autodesk.ts'
import { awsIdentityCenter } from './entries/aws-identity-center.ts'
import { basecamp } from './entries/basecamp.ts'
import { bitbucket } from './entries/bitbucket.ts'
import { box } from './entries/box.ts'
import { calendly } from './entries/calendly.ts'
import { canva } from './entries/canva.ts'
import { clickup } from './entries/clickup.ts'
import { cognito } from './entries/cognito.ts'
import { databricks } from './entries/databricks.ts'
import { dex } from './entries/dex.ts'
import { digitalocean } from './entries/digitalocean.ts'
import { discord } from './entries/discord.ts'
import { docusign } from './entries/docusign.ts'
import { dropbox } from './entries/dropbox.ts'
import { ebay } from './entries/ebay.ts'
import { entra } from './entries/entra.ts'
import { etsy } from './entries/etsy.ts'
import { facebook } from './entries/facebook.ts'
import { feishu } from './entries/feishu.ts'
import { figma } from './entries/figma.ts'
import { fitbit } from './entries/fitbit.ts'
import { forgejo } from './entries/forgejo.ts'
import { freshbooks } from './entries/freshbooks.ts'
import { front } from './entries/front.ts'
import { fusionauth } from './entries/fusionauth.ts'
import { gitea } from './entries/gitea.ts'
import { githubApp } from './entries/github-app.ts'
import { githubOauthApp } from './entries/github-oauth-app.ts'
import { gitlab } from './entries/gitlab.ts'
import { gitlabSelfManaged } from './entries/gitlab-self-managed.ts'
import { google } from './entries/google.ts'
import { harvest } from './entries/harvest.ts'
import { heroku } from './entries/heroku.ts'
import { homeAssistant } from './entries/home-assistant.ts'
import { hubspot } from './entries/hubspot.ts'
import { huggingFace } from './entries/hugging-face.ts'
import { intercom } from './entries/intercom.ts'
import { keycloak } from './entries/keycloak.ts'
import { line } from './entries/line.ts'
import { linear } from './entries/linear.ts'
import { linkedin } from './entries/linkedin.ts'
import { mailchimp } from './entries/mailchimp.ts'
import { mastodon } from './entries/mastodon.ts'
import { mattermost } from './entries/mattermost.ts'
import { microsoft } from './entries/microsoft.ts'
import { miro } from './entries/miro.ts'
import { monday } from './entries/monday.ts'
import { myanimelist } from './entries/myanimelist.ts'
import { netatmo } from './entries/netatmo.ts'
import { netlify } from './entries/netlify.ts'
import { nextcloud } from './entries/nextcloud.ts'
import { notion } from './entries/notion.ts'
import { okta } from './entries/okta.ts'
import { onelogin } from './entries/onelogin.ts'
import { ory } from './entries/ory.ts'
import { oura } from './entries/oura.ts'
import { pagerduty } from './entries/pagerduty.ts'
import { patreon } from './entries/patreon.ts'
import { paypal } from './entries/paypal.ts'
import { philipsHue } from './entries/philips-hue.ts'
import { pingone } from './entries/pingone.ts'
import { pinterest } from './entries/pinterest.ts'
import { pipedrive } from './entries/pipedrive.ts'
import { quickbooks } from './entries/quickbooks.ts'
import { raindrop } from './entries/raindrop.ts'
import { reddit } from './entries/reddit.ts'
import { salesforce } from './entries/salesforce.ts'
import { sentry } from './entries/sentry.ts'
import { shopify } from './entries/shopify.ts'
import { slack } from './entries/slack.ts'
import { slackUser } from './entries/slack-user.ts'
import { smartthings } from './entries/smartthings.ts'
import { snowflake } from './entries/snowflake.ts'
import { soundcloud } from './entries/soundcloud.ts'
import { spotify } from './entries/spotify.ts'
import { square } from './entries/square.ts'
import { strava } from './entries/strava.ts'
import { stripeConnect } from './entries/stripe-connect.ts'
import { supabase } from './entries/supabase.ts'
import { tesla } from './entries/tesla.ts'
import { tiktok } from './entries/tiktok.ts'
import { todoist } from './entries/todoist.ts'
import { trakt } from './entries/trakt.ts'
import { twitch } from './entries/twitch.ts'
import { typeform } from './entries/typeform.ts'
import { vercel } from './entries/vercel.ts'
import { vimeo } from './entries/vimeo.ts'
import { webex } from './entries/webex.ts'
import { webflow } from './entries/webflow.ts'
import { whoop } from './entries/whoop.ts'
import { withings } from './entries/withings.ts'
import { wordpressCom } from './entries/wordpress-com.ts'
import { x } from './entries/x.ts'
import { xero } from './entries/xero.ts'
import { yahoo } from './entries/yahoo.ts'
import { yandex } from './entries/yandex.ts'
import { zendesk } from './entries/zendesk.ts'
import { zitadel } from './entries/zitadel.ts'
import { zoho } from './entries/zoho.ts'
import { zoom } from './entries/zoom.ts'
import type { CatalogueEntry } from './entry.ts'

export const ENTRIES: readonly CatalogueEntry[] = [
  adobe,
  airtable,
  amazon,
  asana,
  atlassian,
  auth0,
  authentik,
  autodesk,
  awsIdentityCenter,
  basecamp,
  bitbucket,
  box,
  calendly,
  canva,
  clickup,
  cognito,
  databricks,
  dex,
  digitalocean,
  discord,
  docusign,
  dropbox,
  ebay,
  entra,
  etsy,
  facebook,
  feishu,
  figma,
  fitbit,
  forgejo,
  freshbooks,
  front,
  fusionauth,
  gitea,
  githubApp,
  githubOauthApp,
  gitlab,
  gitlabSelfManaged,
  google,
  harvest,
  heroku,
  homeAssistant,
  hubspot,
  huggingFace,
  intercom,
  keycloak,
  line,
  linear,
  linkedin,
  mailchimp,
  mastodon,
  mattermost,
  microsoft,
  miro,
  monday,
  myanimelist,
  netatmo,
  netlify,
  nextcloud,
  notion,
  okta,
  onelogin,
  ory,
  oura,
  pagerduty,
  patreon,
  paypal,
  philipsHue,
  pingone,
  pinterest,
  pipedrive,
  quickbooks,
  raindrop,
  reddit,
  salesforce,
  sentry,
  shopify,
  slack,
  slackUser,
  smartthings,
  snowflake,
  soundcloud,
  spotify,
  square,
  strava,
  stripeConnect,
  supabase,
  tesla,
  tiktok,
  todoist,
  trakt,
  twitch,
  typeform,
  vercel,
  vimeo,
  webex,
  webflow,
  whoop,
  withings,
  wordpressCom,
  x,
  xero,
  yahoo,
  yandex,
  zendesk,
  zitadel,
  zoho,
  zoom,
]
