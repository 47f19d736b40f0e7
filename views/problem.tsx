const headings: Record<number, string> = {
  403: 'You may not do this.',
  404: 'Nothing is here.',
  410: 'This link no longer works.',
  413: 'That is too large.',
  429: 'Too many tries. Please wait a little.',
  500: 'Something broke on our side.',
  503: 'Fulcrum cannot answer just now.',
}

export const ProblemPage = ({
  status,
  message,
  reference,
}: {
  status: number
  message: string
  reference?: string | undefined
}) => (
  <>
    <div class="head">
      <p class="kick">
        <b>{status}</b>
      </p>
      <h1>{headings[status] ?? 'This did not work.'}</h1>
    </div>
    <p class="lede">{message}</p>
    {reference && <p class="hint">Reference for whoever looks after Fulcrum: {reference}</p>}
    <p class="why">
      <a href="/">Go to Home</a>
    </p>
  </>
)
