// An open group of the menu bar closes by a click elsewhere, by Escape, and when another opens.
export function closeMenus (page) {
  const groups = [...page.querySelectorAll('.menu-bar details')]
  const closeAll = (except) => {
    for (const group of groups) {
      if (group !== except) group.open = false
    }
  }
  page.addEventListener('click', (event) => closeAll(event.target.closest('.menu-bar details')))
  page.addEventListener('keydown', (event) => {
    const open = groups.find((group) => group.open)
    if (event.key !== 'Escape' || !open) return
    open.open = false
    open.querySelector('summary').focus()
  })
}
