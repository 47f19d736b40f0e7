import type { Watched } from '../../db/scorecard/watched.ts'
import type { DecisionDocument } from '../../src/domain/decisions/document.ts'
import { choicesOf, Input, Select, TextArea, Tick, Ticks, type Typed } from '../parts/form.tsx'
import { capitalised, constraintNames, doorNames, sideNames } from '../words.ts'

/** What the selects and lists of a decision form offer. */
export type Offers = {
  types: { id: number; key: string; name: string; retired?: boolean }[]
  people: { id: number; name: string }[]
  /** Those on the scorecard. */
  metrics: Watched[]
  currency: string
}

export type FieldsProps = {
  typed: Typed
  offers: Offers
  document?: (DecisionDocument & { typeId?: number | null; deciderId?: number | null }) | undefined
}

const idOf = (offers: Offers, name: string | null | undefined) =>
  offers.people.find((person) => person.name === name)?.id

/** Kind, decider, side: what the right of the decision depends on. */
export const RightFields = ({ typed, offers, document }: FieldsProps) => (
  <>
    <div class="row2">
      <Select
        name="type"
        label="Type"
        typed={typed}
        value={document?.typeId}
        none="Not said"
        choices={offers.types.map(({ id, name }) => ({ value: String(id), label: name }))}
        optional
      />
      <Select
        name="decider"
        label="Who decides"
        typed={typed}
        value={document?.deciderId}
        none="As the right says"
        choices={offers.people.map(({ id, name }) => ({ value: String(id), label: name }))}
        optional
      />
      <Select
        name="side"
        label="Side"
        typed={typed}
        value={document?.side}
        none="Not said"
        choices={choicesOf(sideNames)}
        optional
      />
    </div>
    <div class="row2">
      <Tick name="crossTeam" label="It cuts across teams" typed={typed} on={document?.crossTeam ?? false} />
      <Tick
        name="securityException"
        label="It asks for a security exception"
        typed={typed}
        on={document?.securityException ?? false}
      />
      <Input name="spend" label="Spend a year" typed={typed} value={document?.spend} inputmode="numeric" optional />
    </div>
  </>
)

export const FourFields = ({ typed, document }: Omit<FieldsProps, 'offers'>) => (
  <>
    <TextArea
      name="outcome"
      label="Outcome: what are we optimising for?"
      typed={typed}
      value={document?.outcome}
      rows={2}
    />
    <Ticks
      name="constraints"
      legend="Constraint: what binds us?"
      typed={typed}
      chosen={document?.constraints ?? []}
      choices={choicesOf(constraintNames).map(({ value, label }) => ({ value, label: capitalised(label) }))}
    />
    <TextArea
      name="constraintNote"
      label="The constraint in words"
      typed={typed}
      value={document?.constraintNote}
      rows={2}
      optional
    />
    <TextArea
      name="smallestBet"
      label="Smallest bet: the least that proves or disproves it"
      typed={typed}
      value={document?.smallestBet}
      rows={2}
    />
    <TextArea
      name="notDoing"
      label="Not doing: what we leave out for it"
      typed={typed}
      value={document?.notDoing.join('\n')}
      rows={2}
      hint="One line for each thing."
    />
  </>
)

export const ReasonFields = ({ typed, document }: Omit<FieldsProps, 'offers'>) => (
  <>
    <TextArea
      name="rationale"
      label="Why"
      typed={typed}
      value={document?.rationale}
      rows={5}
      hint="Markdown. Paste links; images and raw HTML are left out."
      optional
    />
    <Input
      name="business"
      label="For the business, in one line"
      typed={typed}
      value={document?.business}
      hint="What it changes for revenue, risk, cost, speed or customers. The board reads this line."
      optional
    />
  </>
)

export const CircleFields = ({ typed, offers, document }: FieldsProps) => (
  <>
    <div class="row2">
      <Select
        name="door"
        label="Door"
        typed={typed}
        value={document?.door}
        none="Not said"
        choices={choicesOf(doorNames)}
        hint="One-way: it cannot be walked back at a bearable price."
        optional
      />
      <Input
        name="tags"
        label="Tags"
        typed={typed}
        value={document?.tags.join(', ')}
        hint="Separated by commas."
        optional
      />
    </div>
    <PeopleTicks name="consulted" legend="Consulted" names={document?.consulted} typed={typed} offers={offers} />
    <PeopleTicks
      name="informed"
      legend="Informed afterwards"
      names={document?.informed}
      typed={typed}
      offers={offers}
    />
    <Tick
      name="restricted"
      label="Restricted: only the people named below may know of it"
      typed={typed}
      on={Boolean(document?.restrictedTo)}
      hint="You, whoever decides and whoever raised it are always among them."
    />
    <PeopleTicks
      name="readers"
      legend="May read it"
      names={document?.restrictedTo ?? []}
      typed={typed}
      offers={offers}
    />
  </>
)

const PeopleTicks = ({
  name,
  legend,
  names,
  typed,
  offers,
}: {
  name: string
  legend: string
  names: string[] | undefined
  typed: Typed
  offers: Offers
}) => (
  <Ticks
    name={name}
    legend={legend}
    typed={typed}
    chosen={(names ?? []).map((one) => String(idOf(offers, one)))}
    choices={offers.people.map((person) => ({ value: String(person.id), label: person.name }))}
  />
)
