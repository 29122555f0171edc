// What is folded on a phone stands open where there is room for it.
export function openWhereWide (page) {
  if (!window.matchMedia('(min-width: 641px)').matches) return
  for (const part of page.querySelectorAll('details[data-open-wide]')) part.open = true
}
