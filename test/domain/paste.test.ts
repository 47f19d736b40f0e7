import { expect, it } from 'vitest'
import { readBlock } from '../../src/domain/scorecard/paste.ts'

it('a column of numbers is one value for each metric, in their order', () => {
  expect(readBlock('41.7\n69,8\n1214/2911\n')).toEqual({
    cells: [['41.7'], ['69,8'], ['1214/2911']],
    names: null,
    days: null,
  })
})

it('a block keeps its empty cells, and loses empty rows at its end', () => {
  expect(readBlock('1\t\t3\r\n4\t5\t6\r\n\r\n').cells).toEqual([
    ['1', '', '3'],
    ['4', '5', '6'],
  ])
})

it('names in the first column and days in the first row are understood', () => {
  const { cells, names, days } = readBlock('Metric\t2026-10-26\t2026-11-02\nActivation\t41\t42\nNPS\t\t36')
  expect(names).toEqual(['Activation', 'NPS'])
  expect(days).toEqual(['2026-10-26', '2026-11-02'])
  expect(cells).toEqual([
    ['41', '42'],
    ['', '36'],
  ])
})

it('a heading that says nothing of days is left out', () => {
  expect(readBlock('week 44\tweek 45\n41\t42')).toEqual({ cells: [['41', '42']], names: null, days: null })
})

it('a cell may hold a line break in quotes, as a spreadsheet writes it', () => {
  expect(readBlock('"Lead time\nidea to shipped"\t39\nNPS\t36').cells).toEqual([['39'], ['36']])
})
