// In the place of a browser: a person who says yes at once, and is sent back to the program's own address with a code.
const page = new URL(process.argv[2])
const back = new URL(page.searchParams.get('redirect_uri') ?? '')
back.search = new URLSearchParams({ code: 'code-1', state: page.searchParams.get('state') ?? '' })
await fetch(back, { redirect: 'manual' })
