import { Input, Mistakes, type Typed } from './parts/form.tsx'

export const SignIn = ({ typed, to }: { typed: Typed; to: string | undefined }) => (
  <>
    <div class="head">
      <h1>Sign in</h1>
    </div>
    <form class="form" method="post" action="/sign-in">
      <Mistakes errors={typed.errors} />
      {to && <input type="hidden" name="to" value={to} />}
      <Input name="email" label="E-mail" type="email" typed={typed} autocomplete="username" required autofocus />
      <Input name="password" label="Password" type="password" typed={typed} autocomplete="current-password" required />
      <p class="acts">
        <button class="btn pri" type="submit">
          Sign in
        </button>
      </p>
      <p class="hint">Forgotten it? An owner of this Fulcrum can give you a link to set a new one.</p>
    </form>
  </>
)

/** Where an invitation or a reset leads: one password, and in. */
export const SetPassword = ({
  heading,
  action,
  email,
  typed,
}: {
  heading: string
  action: string
  email: string | null
  typed: Typed
}) => (
  <>
    <div class="head">
      <h1>{heading}</h1>
    </div>
    <form class="form" method="post" action={action}>
      <Mistakes errors={typed.errors} />
      {email && (
        <p class="lede">
          You will sign in as <b>{email}</b>.
        </p>
      )}
      <NewPassword typed={typed} />
      <p class="acts">
        <button class="btn pri" type="submit">
          Set the password and sign in
        </button>
      </p>
    </form>
  </>
)

export const NewPassword = ({
  typed,
  name = 'password',
  label = 'Password',
}: {
  typed: Typed
  name?: string
  label?: string
}) => (
  <Input
    name={name}
    label={label}
    type="password"
    typed={typed}
    autocomplete="new-password"
    required
    hint="At least 12 characters; a sentence is easiest to remember."
  />
)
