/** The main navigation. A place appears here when it exists. */
export const destinations = [
  { group: 'Today', places: [{ name: 'Home', at: '/' }] },
  {
    group: 'Decide',
    places: [
      { name: 'Decisions', at: '/decisions' },
      { name: 'Intake', at: '/intake' },
      { name: 'Quality', at: '/decisions/quality' },
      { name: 'Rights', at: '/rights' },
    ],
  },
  {
    group: 'Measure',
    places: [
      { name: 'Scorecard', at: '/scorecard' },
      { name: 'Reviews', at: '/reviews' },
    ],
  },
  {
    group: 'Plan',
    places: [
      { name: 'Roadmap', at: '/roadmap' },
      { name: 'Initiatives', at: '/initiatives' },
      { name: 'Capacity', at: '/capacity' },
    ],
  },
  {
    group: 'Organisation',
    places: [
      { name: 'People', at: '/people' },
      { name: 'History', at: '/history' },
    ],
  },
]
