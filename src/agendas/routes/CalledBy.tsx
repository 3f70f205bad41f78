import { Choice } from "../../web/components/Form.tsx";
import { useLanguage } from "../../web/use-language.ts";
import { buildingMessages } from "./agenda-messages.ts";

type Props = { version: number; calledBy: "chair" | "members" | null };

/** Who asked for an extraordinary meeting (kommunestyrelsesloven § 8, stk. 2). */
export function CalledBy({ version, calledBy }: Props) {
  const { t } = useLanguage(buildingMessages);
  return (
    <form method="post" className="called-by">
      <input type="hidden" name="version" value={version} />
      <Choice
        label={t.calledBy}
        name="calledBy"
        value={calledBy ?? ""}
        {...(calledBy === null && { none: "" })}
        choices={[
          { value: "chair", text: t.chair },
          { value: "members", text: t.members },
        ]}
      />
      <button type="submit" name="do" value="called-by" className="button button-secondary">
        {t.save}
      </button>
    </form>
  );
}
