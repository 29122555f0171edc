// Students of the sample register, each taken by one journey alone.

import { sql } from '../browser/support/site.mjs'

// The accounts of the sample have one password.
export const PASSWORD = 'Mountain-7-river'

const taken = new Set()

// Those who may exchange: entered on a single-entry permit that still holds, no account yet.
const MAY_EXCHANGE = `
  SELECT a.id, a.chinese_name, a.surname, a.given_name, a.mainland_id, a.birthplace,
    DATE_FORMAT(a.birth_date, '%Y/%m/%d') AS birth_date, a.sex, a.travel_permit, p.number AS permit
  FROM applicant a JOIN entry_permit p ON p.applicant_id = a.id
  WHERE a.category = 'mainland' AND p.kind = 'single' AND p.status = 'valid'
    AND p.entered_on IS NOT NULL AND p.expires_on > CURRENT_DATE + INTERVAL 2 DAY
    AND p.stay_until > CURRENT_DATE + INTERVAL 2 DAY
    AND NOT EXISTS (SELECT 1 FROM account WHERE account.applicant_id = a.id)
    AND NOT EXISTS (SELECT 1 FROM application_case c WHERE c.permit_id = p.id)
  ORDER BY a.id`

export function someoneWhoMayExchange() {
  const row = sql(MAY_EXCHANGE).find((candidate) => !taken.has(candidate.id))
  if (!row) throw new Error('nobody in the register may exchange and has no account yet')
  taken.add(row.id)
  const login = `walker${row.id}`
  return { ...row, login, password: `walk-to-permit-${row.id}`, email: `${login}@campus.example`,
    phone: '0912345678' }
}

// One who has an account, with the permit that counts.
export function accountHolder(login) {
  const [row] = sql(`
    SELECT a.id, a.chinese_name, a.surname, a.given_name, a.mainland_id, a.school, k.email,
      k.id AS account, p.number AS permit, p.taiwan_address AS address,
      DATE_FORMAT(p.stay_until, '%Y/%m/%d') AS stay_until
    FROM account k JOIN applicant a ON a.id = k.applicant_id
      JOIN entry_permit p ON p.applicant_id = a.id
    WHERE k.login_name = '${login}' ORDER BY p.status = 'valid' DESC, p.kind, p.id DESC LIMIT 1`)
  if (!row) throw new Error(`nobody has the account ${login}`)
  return { ...row, login, password: PASSWORD }
}
