import { html } from 'hono/html'
import type { Status } from '../../src/domain/decisions/catalogue.ts'
import { statusNames } from '../words.ts'

export const StatusMark = ({ of }: { of: Status }) => html`<span class="st" data-s="${of}">${statusNames[of]}</span>`
