import { findingOf, Quarters, type RoadmapProps, Stability, View, Views } from './page.tsx'

/** What a public link shows: outcomes and delivery, without people and without a way inside. */
export const SharedRoadmap = (props: RoadmapProps & { organisation: string }) => (
  <>
    <div class="head">
      <p class="kick">
        <b>Roadmap</b> · {props.organisation}
      </p>
      <h1>{findingOf(props)}</h1>
    </div>
    <Views {...props} />
    <Quarters {...props} />
    {props.committed && <Stability {...props} />}
    <View {...props} />
  </>
)
