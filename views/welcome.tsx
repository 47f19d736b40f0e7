import { choicesOf, Input, Mistakes, Select, Ticks, type Typed } from './parts/form.tsx'
import { NewPassword } from './sign-in.tsx'
import { executiveRoleNames, stageNames } from './words.ts'

export const Welcome = ({ typed, asksToken, timeZones }: { typed: Typed; asksToken: boolean; timeZones: string[] }) => (
  <>
    <div class="head">
      <p class="kick">
        <b>Welcome to Fulcrum</b>
      </p>
      <h1>Two minutes from here to your first decision.</h1>
    </div>
    <form class="form" method="post" action="/welcome">
      <Mistakes errors={typed.errors} />
      {asksToken && (
        <Input
          name="token"
          label="Setup token"
          typed={typed}
          required
          autocomplete="off"
          hint="Printed in the terminal where Fulcrum was started: it proves that you are the one who runs it."
        />
      )}
      <section class="sec" aria-labelledby="h-you">
        <header>
          <h2 id="h-you">You</h2>
          <p>the first owner</p>
        </header>
        <div class="form">
          <div class="row2">
            <Input name="name" label="Name" typed={typed} autocomplete="name" required />
            <Select
              name="executiveRole"
              label="Seat"
              typed={typed}
              value="cpto"
              choices={choicesOf(executiveRoleNames)}
            />
          </div>
          <div class="row2">
            <Input name="email" label="E-mail" type="email" typed={typed} autocomplete="username" required />
            <NewPassword typed={typed} />
          </div>
        </div>
      </section>
      <section class="sec" aria-labelledby="h-org">
        <header>
          <h2 id="h-org">Your organisation</h2>
        </header>
        <div class="form">
          <div class="row2">
            <Input name="organisation" label="Name" typed={typed} autocomplete="organization" required />
            <Input
              name="currency"
              label="Currency"
              typed={typed}
              value="EUR"
              maxlength={3}
              hint="Three letters, such as EUR."
            />
          </div>
          <div class="row2">
            <Select
              name="timeZone"
              label="Time zone"
              typed={typed}
              value="UTC"
              choices={timeZones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
            />
            <Select name="stage" label="Stage" typed={typed} value="fast_growth" choices={choicesOf(stageNames)} />
          </div>
        </div>
      </section>
      <Ticks
        name="start"
        legend="Start"
        type="radio"
        typed={typed}
        chosen={['empty']}
        choices={[
          { value: 'empty', label: 'Empty' },
          { value: 'example', label: 'With the example organisation, to look around' },
        ]}
        hint="The example is half a year of a company in port logistics: its decisions, scorecard, roadmap, intake and capacity. It goes away with the database file."
      />
      <p class="acts">
        <button class="btn pri big" type="submit">
          Start
        </button>
      </p>
    </form>
  </>
)
