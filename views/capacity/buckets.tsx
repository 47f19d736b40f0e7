import type { NamedBucket } from '../../db/capacity/buckets.ts'
import { type BucketSide, bucketSides } from '../../src/domain/capacity/buckets.ts'
import { Mistakes, type Typed, typedText } from '../parts/form.tsx'
import { capitalised, counted } from '../words.ts'
import { listed } from './words.ts'

const sideNames: Record<BucketSide, string> = { product: 'Product', technology: 'Technology' }

type Props = { buckets: readonly NamedBucket[]; typed: Typed }

export const BucketsPage = ({ buckets, typed }: Props) => {
  const rows = [...buckets, null]
  return (
    <>
      <div class="head">
        <p class="kick">
          <a href="/capacity">Capacity</a> · <b>Buckets and floors</b>
        </p>
        <h1>{heading(buckets)}</h1>
      </div>
      <form class="form wide-form" method="post" action="/capacity/buckets" novalidate>
        <Mistakes errors={typed.errors} />
        <section class="wide" aria-label="Buckets" tabindex={0}>
          <table class="tbl mid">
            <caption class="vh">Buckets that capacity is split into</caption>
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col">
                  Floor <small>percent of all, or none</small>
                </th>
                <th scope="col">Argued for by</th>
                <th scope="col">Retire</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((bucket, at) => (
                <Row bucket={bucket} at={at} typed={typed} />
              ))}
            </tbody>
          </table>
        </section>
        <p class="hint">
          A plan that gives a bucket less than its floor needs a decision that says so, and until when. A retired bucket
          keeps its past and takes part in no new plan.
        </p>
        <p class="acts">
          <button class="btn pri" type="submit">
            Save the buckets
          </button>
          <a href="/capacity">Leave them as they are</a>
        </p>
      </form>
    </>
  )
}

function heading(buckets: readonly NamedBucket[]) {
  const held = buckets.flatMap(({ name, floor }) => (floor ? [`${name} ${floor} %`] : []))
  const all = `Capacity is split into ${counted(buckets.length, 'bucket')}`
  return held.length > 0 ? `${all}; floors hold ${listed(held)}.` : `${capitalised(all)}, and none has a floor.`
}

const Row = ({ bucket, at, typed }: { bucket: NamedBucket | null; at: number; typed: Typed }) => {
  const named = bucket?.name ?? 'A new bucket'
  const attributes = (name: string) => ({
    id: `f-${name}`,
    name,
    ...(typed.errors[name] && { 'aria-invalid': 'true' as const }),
  })
  const side = typedText(typed, `side-${at}`, bucket?.side ?? 'technology')
  return (
    <tr>
      <th scope="row">
        {bucket && <input type="hidden" name={`key-${at}`} value={bucket.key} />}
        <input
          {...attributes(`name-${at}`)}
          value={typedText(typed, `name-${at}`, bucket?.name)}
          maxlength={60}
          aria-label={bucket ? `Name of ${named}` : 'Name of a new bucket'}
          placeholder={bucket ? '' : 'Another one'}
        />
      </th>
      <td>
        <input
          {...attributes(`floor-${at}`)}
          value={typedText(typed, `floor-${at}`, bucket?.floor)}
          size={4}
          inputmode="numeric"
          aria-label={`${named}, floor in percent`}
        />
      </td>
      <td>
        <select {...attributes(`side-${at}`)} aria-label={`${named}, argued for by`}>
          {bucketSides.map((one) => (
            <option value={one} selected={one === side}>
              {sideNames[one]}
            </option>
          ))}
        </select>
      </td>
      <td>{bucket && <input type="checkbox" name={`retire-${at}`} value="1" aria-label={`Retire ${named}`} />}</td>
    </tr>
  )
}
