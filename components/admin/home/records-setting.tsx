import type { DeskMessages } from "@/messages/desk";

type Props = {
  setting: "published" | "held";
  /** Turns it; null for those who may not. */
  action: ((form: FormData) => Promise<void>) | null;
  words: DeskMessages["home"]["records"];
};

/** Whether figures that stand in rows of datasets reach readers, and for admins the way to change it. */
export function RecordsSetting({ setting, action, words }: Props) {
  const isOn = setting === "published";
  return (
    <section className="records-setting">
      <h3>{words.title}</h3>
      <p>{isOn ? words.on : words.off}</p>
      {action && (
        <form action={action}>
          <input type="hidden" name="records" value={isOn ? "held" : "published"} />
          <button type="submit" className="quiet">
            {isOn ? words.turnOff : words.turnOn}
          </button>
        </form>
      )}
    </section>
  );
}
