import type { Matrix } from '../../db/rights/matrix.ts'
import type { ExecutiveRole } from '../../src/domain/people/catalogue.ts'
import { offeredAreas } from '../../src/domain/rights/defaults.ts'
import { Mistakes, type Typed } from '../parts/form.tsx'
import { executiveRoleNames } from '../words.ts'

const shareNames = { owns: 'owns', co_owns: 'co-owns', influences: 'influences' }

export const MatrixTable = ({ matrix }: { matrix: Matrix }) => (
  <table role="table" class="tbl stack t-matrix">
    <caption class="vh">Ownership matrix</caption>
    <thead role="rowgroup">
      <tr role="row">
        <th scope="col" role="columnheader">
          Area
        </th>
        {matrix.roles.map((role) => (
          <th scope="col" role="columnheader">
            {executiveRoleNames[role]}
          </th>
        ))}
      </tr>
    </thead>
    <tbody role="rowgroup">
      {matrix.areas.map(({ name, shares }) => (
        <tr role="row">
          <th scope="row" role="rowheader">
            {name}
          </th>
          {matrix.roles.map((role) => {
            const share = shares[role]
            return (
              <td role="cell" data-l={executiveRoleNames[role]}>
                {share ? share === 'owns' ? <b>owns</b> : shareNames[share] : <span class="mute">–</span>}
              </td>
            )
          })}
        </tr>
      ))}
    </tbody>
  </table>
)

/** One form for the whole: a name that is emptied takes its row away, the last row adds one. */
export const MatrixForm = ({ matrix, typed }: { matrix: Matrix; typed: Typed }) => {
  const rows = [...matrix.areas, { name: '', shares: {} as Matrix['areas'][number]['shares'] }]
  const free = (Object.keys(executiveRoleNames) as ExecutiveRole[]).filter((role) => !matrix.roles.includes(role))
  return (
    <>
      <div class="head">
        <p class="kick">
          <a href="/rights">Rights</a> · <b>Matrix</b>
        </p>
        <h1>Who owns, co-owns or influences what?</h1>
      </div>
      <form class="form wide-form" method="post" action="/rights/matrix">
        <Mistakes errors={typed.errors} />
        <div class="wide">
          <table class="tbl grid-form">
            <thead>
              <tr>
                <th scope="col">Area</th>
                {matrix.roles.map((role) => (
                  <th scope="col">
                    {executiveRoleNames[role]}
                    <label class="tick">
                      <input
                        type="checkbox"
                        name="drop"
                        value={role}
                        aria-label={`Take ${executiveRoleNames[role]} out`}
                      />{' '}
                      take out
                    </label>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ name, shares }, row) => (
                <tr>
                  <th scope="row">
                    <input
                      name={`area-${row}`}
                      value={name}
                      aria-label={name ? `Area ${row + 1}` : 'A new area'}
                      placeholder={name ? '' : 'A new area'}
                      list="areas"
                      maxlength={120}
                    />
                  </th>
                  {matrix.roles.map((role) => (
                    <td>
                      <select
                        name={`share-${row}-${role}`}
                        aria-label={`${executiveRoleNames[role]}, ${name || 'new area'}`}
                      >
                        <option value="">–</option>
                        {Object.entries(shareNames).map(([value, label]) => (
                          <option value={value} selected={shares[role] === value}>
                            {label}
                          </option>
                        ))}
                      </select>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <datalist id="areas">
          {offeredAreas.map((area) => (
            <option value={area} />
          ))}
        </datalist>
        <p class="acts">
          <label for="f-role">Add a seat</label>
          <select id="f-role" name="role">
            <option value="">None</option>
            {free.map((role) => (
              <option value={role}>{executiveRoleNames[role]}</option>
            ))}
          </select>
        </p>
        <p class="hint">Empty the name of an area to take it out.</p>
        <p class="acts">
          <button class="btn pri" type="submit">
            Save
          </button>
          <a href="/rights">Leave it as it is</a>
        </p>
      </form>
    </>
  )
}
