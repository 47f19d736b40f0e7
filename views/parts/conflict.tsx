/** Somebody else changed the record meanwhile: both versions; what was typed stands in the form below. */
export const Conflict = ({ fields }: { fields: { label: string; mine: string; theirs: string }[] }) => (
  <div class="alert mistakes" role="alert" tabindex={-1}>
    <span class="st" data-s="bad">
      Changed meanwhile
    </span>
    <div>
      <p>
        Somebody changed this while you were writing. What you typed is kept below; sending it again puts it over
        theirs.
      </p>
      <table class="tbl">
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Now in the record</th>
            <th scope="col">Yours</th>
          </tr>
        </thead>
        <tbody>
          {fields
            .filter(({ mine, theirs }) => mine !== theirs)
            .map(({ label, mine, theirs }) => (
              <tr>
                <th scope="row">{label}</th>
                <td>{theirs}</td>
                <td>{mine}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  </div>
)
