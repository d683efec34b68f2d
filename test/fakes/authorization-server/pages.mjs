// The one page a person sees at the fake provider: who are you, and yes or no.
import { accountOf } from './accounts.mjs'

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;background:#f4f1ea;color:#222;display:grid;place-items:center;min-height:90vh}
main{background:#fff;border-radius:12px;padding:2rem;width:22rem;box-shadow:0 1px 8px #0002}
h1{font-size:1.25rem;margin:0 0 1rem}label{display:block}input{font:inherit;width:100%;box-sizing:border-box;padding:.5rem;margin:.25rem 0 1rem}
button{font:inherit;padding:.5rem 1rem;margin-right:.5rem}`

/** Answers GET and POST of /interaction/:uid. @param {string} suggested whose name stands in the empty form */
export async function interaction(provider, request, response, suggested) {
  const details = await provider.interactionDetails(request, response)
  if (request.method === 'POST') return finish(provider, request, response, details)
  response.setHeader('content-type', 'text/html; charset=utf-8')
  response.setHeader('cache-control', 'no-store')
  response.end(page(details, suggested))
}

function page({ uid, params, session }, suggested) {
  const account = params.login_hint ?? session?.accountId?.replace(/^sub-/, '') ?? suggested
  return html(`<h1>Sign in to Example Provider</h1>
<p>${escapeHtml(params.client_id)} asks for: ${escapeHtml(params.scope ?? '')}</p>
<form method="post" action="/interaction/${uid}">
<label>Account<input type="email" name="account" value="${escapeHtml(account)}"></label>
<button type="submit">Sign in</button>
<button type="submit" name="deny" value="yes">Decline</button>
</form>`)
}

function html(content) {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Sign in</title><style>${STYLE}</style>
<main>${content}</main></html>`
}

/** The device flow's three pages (oidc-provider hands us the form). */
export const devicePages = {
  userCodeInputSource: async (ctx, form) => {
    ctx.body = html(
      `<h1>Enter the code</h1>${form}<button type="submit" form="op.deviceInputForm">Continue</button>`,
    )
  },
  userCodeConfirmSource: async (ctx, form, _client, _device, userCode) => {
    ctx.body = html(
      `<h1>Is this your code?</h1><p>${escapeHtml(userCode)}</p>${form}<button type="submit" form="op.deviceConfirmForm">Continue</button>`,
    )
  },
  successSource: async (ctx) => {
    ctx.body = html('<h1>Signed in</h1><p>You can close this page.</p>')
  },
}

async function finish(provider, request, response, { params }) {
  const form = new URLSearchParams(await readBody(request))
  if (form.get('deny')) {
    const refusal = { error: 'access_denied', error_description: 'The person declined.' }
    return provider.interactionFinished(request, response, refusal, { mergeWithLastSubmission: false })
  }
  const { sub: accountId } = accountOf(form.get('account') ?? 'ada')
  const grantId = await makeGrant(provider, accountId, params.client_id, params.scope, params.resource)
  const result = { login: { accountId }, consent: { grantId } }
  return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false })
}

export async function makeGrant(provider, accountId, clientId, scope, resource) {
  const grant = new provider.Grant({ accountId, clientId })
  grant.addOIDCScope(scope)
  if (resource) grant.addResourceScope(resource, scope)
  return grant.save()
}

export async function readBody(stream) {
  const parts = []
  for await (const part of stream) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}

function escapeHtml(text) {
  return String(text).replace(
    /[&<>"]/g,
    (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c],
  )
}
