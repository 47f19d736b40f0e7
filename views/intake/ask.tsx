import { Mistakes, type Typed } from '../parts/form.tsx'
import { RequestFields } from './request-form.tsx'

/** For people without an account: the form, and nothing else of the organisation but its name. */
export const Ask = ({ typed, action, organisation }: { typed: Typed; action: string; organisation: string }) => (
  <>
    <div class="head">
      <p class="kick">
        <b>{organisation}</b>
      </p>
      <h1>What do you need, and what is it worth?</h1>
      <p class="lede">
        Every request gets an answer with its reason. After sending it you get an address where you see what happens.
      </p>
    </div>
    <form class="form" method="post" action={action}>
      <Mistakes errors={typed.errors} />
      <RequestFields typed={typed} emailHint="If you want to be told what came of it." />
      <p class="acts">
        <button class="btn pri" type="submit">
          Send it
        </button>
      </p>
    </form>
  </>
)
