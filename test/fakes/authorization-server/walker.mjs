// A person with a browser, over plain HTTP: keeps cookies, follows redirects, and submits the forms it meets.

const MOST_STEPS = 20

/**
 * Ends at the first page of another origin (the loopback redirect, which is fetched), or at a page without a form.
 * @param {string} start @param {{account?: string, deny?: boolean}} [person]
 * @returns {Promise<{url: string, text: string}>}
 */
export async function walk(start, { account, deny = false } = {}) {
  const { origin } = new URL(start)
  const cookies = new Map()
  let request = { url: start, method: 'GET' }
  for (let step = 0; step < MOST_STEPS; step++) {
    const reply = await send(request, cookies)
    const location = reply.headers.get('location')
    if (location !== null) {
      const url = new URL(location, request.url)
      if (url.origin !== origin) return { url: url.href, text: await (await fetch(url)).text() }
      request = { url: url.href, method: 'GET' }
      continue
    }
    const text = await reply.text()
    const form = readForm(text, request.url)
    if (form === undefined || reply.status >= 400) return { url: request.url, text }
    if (account !== undefined && form.fields.has('account')) form.fields.set('account', account)
    if (deny && form.fields.has('account')) form.fields.set('deny', 'yes')
    request = { url: form.action, method: 'POST', body: form.fields }
  }
  throw new Error(`the provider asked for more than ${MOST_STEPS} pages`)
}

async function send({ url, method, body }, cookies) {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const reply = await fetch(url, { method, body, redirect: 'manual', headers: cookie ? { cookie } : {} })
  for (const line of reply.headers.getSetCookie()) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)
    cookies.set(name, value)
  }
  return reply
}

function readForm(text, base) {
  const form = /<form\b[^>]*>([\s\S]*?)<\/form>/.exec(text)
  if (form === null) return undefined
  const fields = new URLSearchParams()
  for (const [input] of form[1].matchAll(/<input\b[^>]*>/g)) {
    const name = attribute(input, 'name')
    if (name) fields.set(name, attribute(input, 'value') ?? '')
  }
  return { action: new URL(attribute(form[0], 'action') ?? base, base).href, fields }
}

function attribute(tag, name) {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1].replaceAll('&amp;', '&')
}
