const groups = [
  {
    name: 'Anywhere',
    keys: [
      ['c', 'log a decision'],
      ['/', 'search'],
      ['?', 'this page'],
      ['g h', 'go to Home'],
      ['g d', 'go to Decisions'],
      ['g s', 'go to the Scorecard'],
      ['g r', 'go to Rights'],
      ['g p', 'go to People'],
      ['g i', 'go to History'],
    ],
  },
  {
    name: 'In a list',
    keys: [
      ['j', 'next row'],
      ['k', 'row before'],
      ['Enter', 'open it'],
    ],
  },
  {
    name: 'On a decision',
    keys: [
      ['d', 'decide it'],
      ['e', 'edit it, or amend it once it is decided'],
      ['s', 'supersede it'],
      ['o', 'review the outcome'],
      ['n', 'add a note'],
    ],
  },
] as const

/** All of it can be done without a keyboard, too. */
export const Keys = () => (
  <>
    <div class="head">
      <p class="kick">
        <b>Keys</b>
      </p>
      <h1>One key logs a decision; one more opens it.</h1>
    </div>
    <div class="pair">
      {groups.map(({ name, keys }) => (
        <section class="sec">
          <header>
            <h2>{name}</h2>
          </header>
          <dl class="facts">
            {keys.map(([key, what]) => (
              <>
                <dt>
                  {key.split(' ').map((one) => (
                    <>
                      <kbd>{one}</kbd>{' '}
                    </>
                  ))}
                </dt>
                <dd>{what}</dd>
              </>
            ))}
          </dl>
        </section>
      ))}
    </div>
  </>
)
