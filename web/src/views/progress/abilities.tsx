import type { JSX } from "preact";
import type { Skill } from "../../api/progress";
import { Interval, intervalWords, percent } from "../../plots/interval";
import { Table } from "../../plots/table";
import { Trace, course } from "../../plots/trace";
import { abilityWords, talkCount } from "../../state/progress";

/// Each skill with its interval, and its way over the talks.
export function Abilities({ skills, talks }: {
  readonly skills: readonly Skill[];
  readonly talks: number;
}): JSX.Element {
  return (
    <section aria-labelledby="abilities">
      <h2 id="abilities">What your own words do</h2>
      <p class="small soft">
        {talkCount(talks)} so far. The dot is the share over all of them; the band is where it may
        well lie, and is wide while there is little to go by. Ideas that you sent unchanged count
        for nothing here, nor do second tries. More is not always better: it depends on who you talk
        with.
      </p>
      <ul class="abilities">
        {skills.map((skill) => <Ability key={skill.skill} skill={skill} />)}
      </ul>
      <details class="fold">
        <summary>All of it as a table</summary>
        <Table
          caption="Shares over all talks, with 95 % intervals; n is what each is a share of"
          columns={["What", "Share", "Interval", "n", "Talk by talk"]}
          rows={skills.map(({ skill, value, low, high, n, talks: each }) => [
            abilityWords(skill),
            percent(value),
            low === null || high === null ? null : `${percent(low)}–${percent(high)}`,
            n,
            each.map((talk) => percent(talk.value)).join(", "),
          ])}
        />
      </details>
    </section>
  );
}

function Ability({ skill }: { readonly skill: Skill }): JSX.Element {
  const values = skill.talks.map((talk) => talk.value);
  const words = abilityWords(skill.skill);
  return (
    <li>
      <p class="ability-name">
        {words}
        <span class="tiny soft">{intervalWords(skill)}</span>
      </p>
      <Interval {...skill} />
      {values.length > 1
        ? (
          <Trace
            series={[{ name: words, values }]}
            range={{ low: 0, high: 1 }}
            label={`Talk by talk: ${course(values)}`}
          />
        )
        : <p class="tiny soft">one talk so far</p>}
    </li>
  );
}
