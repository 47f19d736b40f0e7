import { weeksLong } from './words.ts'

const width = 320
const middle = width / 2
const arm = 150
const foot = 24
const block = 15
const gap = 3
const columns = 5
const mostBlocks = 25
const steepest = 6

type Sides = { takes: number; gives: number; short: number }

/**
 * What a request takes on one side of a beam, what gives way for it on the other: blocks of person-weeks, the missing
 * ones dashed. It is level when nothing is missing.
 */
export const Balance = ({ takes, gives, short }: Sides) => {
  const size = unitOf(Math.max(takes, gives + short))
  const tilt = takes === 0 ? 0 : (-steepest * Math.min(takes, short)) / takes
  const beam = Math.ceil(Math.max(takes, gives + short) / size / columns) * (block + gap) + 18
  const ground = beam + foot
  return (
    <figure>
      <svg class="sp" width={width} height={ground + 2} viewBox={`0 0 ${width} ${ground + 2}`} aria-hidden="true">
        <g transform={`rotate(${round(tilt)} ${middle} ${beam})`}>
          <path d={`M${middle - arm} ${beam}H${middle + arm}`} stroke="var(--ink)" stroke-width="3" />
          <Blocks x={middle - arm} y={beam} there={takes / size} fill="var(--ink2)" />
          <Blocks
            x={middle + arm - columns * (block + gap) + gap}
            y={beam}
            there={gives / size}
            missing={short / size}
            fill="var(--paper)"
          />
        </g>
        <path d={`M${middle} ${beam + 2}l12 21h-24z`} fill="var(--ink)" stroke="none" />
        <path d={`M${middle - arm} ${ground}H${middle + arm}`} stroke="var(--edge)" />
      </svg>
      <figcaption>
        <p>
          Takes <b>{weeksLong(takes)}</b>, displaces <b>{weeksLong(gives)}</b>.
        </p>
        <p>
          {short > 0 ? (
            <span class="st" data-s="off">
              {weeksLong(short)} short
            </span>
          ) : (
            <span class="st" data-s="good">
              Balanced
            </span>
          )}
        </p>
        {size > 1 && <p class="hint">One block is {weeksLong(size)}.</p>}
      </figcaption>
    </figure>
  )
}

type Pile = { x: number; y: number; there: number; missing?: number; fill: string }

/** A row of blocks upon another, from the beam up; what is missing goes on where the others end. */
const Blocks = ({ x, y, there, missing = 0, fill }: Pile) => (
  <>
    {Array.from({ length: Math.ceil(there + missing - 1e-9) }, (_, at) => {
      const left = x + (at % columns) * (block + gap)
      const top = y - 2 - (Math.floor(at / columns) + 1) * (block + gap) + gap
      const filled = part(there - at)
      const whole = part(there + missing - at)
      return (
        <>
          {whole > filled && (
            <Block x={left + filled * block} y={top} width={(whole - filled) * block} fill="none" dashed />
          )}
          {filled > 0 && <Block x={left} y={top} width={filled * block} fill={fill} />}
        </>
      )
    })}
  </>
)

const part = (weeks: number) => Math.max(0, Math.min(1, weeks))

type Shape = { x: number; y: number; width: number; fill: string; dashed?: boolean }

const Block = ({ x, y, width, fill, dashed }: Shape) => (
  <rect
    x={round(x)}
    y={round(y)}
    width={round(width)}
    height={block}
    fill={fill}
    stroke={dashed ? 'var(--warn)' : 'var(--ink2)'}
    stroke-dasharray={dashed ? '3 2' : undefined}
  />
)

/** How many person-weeks a block stands for, so that there is room for all. */
const unitOf = (most: number) =>
  [1, 2, 5, 10, 20, 50, 100].find((size) => most / size <= mostBlocks) ?? most / mostBlocks

const round = (value: number) => Math.round(value * 100) / 100
