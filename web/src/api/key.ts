// The key of this browser's session. The cookie alone opens nothing, since a browser sends it to
// every server of this machine, whatever its port; the key is kept where pages of this origin alone
// can read it, and goes with each request.
const place = 'wellmet.key'

export const keyHeader = 'wellmet-key'

export const sessionKey = () => localStorage.getItem(place) ?? ''

export function keepKey(key: string | null) {
  if (key === null) localStorage.removeItem(place)
  else localStorage.setItem(place, key)
}

// The link that let this browser in hands it over behind the #, which no server sees; nor shall the
// address bar keep it.
const given = /^#key=(\w+)$/.exec(location.hash)?.[1]
if (given) {
  keepKey(given)
  history.replaceState(null, '', location.pathname + location.search)
}
