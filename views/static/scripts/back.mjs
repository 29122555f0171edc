// A back link leads to the page that it names as it was left, with its search and its place; without
// this, to that page as it begins.
export function leadBack (page) {
  for (const link of page.querySelectorAll('.govuk-back-link')) {
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || !cameFrom(link)) return
      event.preventDefault()
      history.back()
    })
  }
}

function cameFrom (link) {
  if (!document.referrer || history.length < 2) return false
  const from = new URL(document.referrer)
  return from.origin === location.origin && from.pathname === link.pathname
}
