"use client";

import { useDesk } from "./desk-context";
import { keyTable } from "./keys";
import { Panel } from "./panel";

/** Every key and what it does. */
export function KeyHelp({ onClose }: { onClose: () => void }) {
  const { words } = useDesk();
  return (
    <Panel title={words.help.title} onClose={onClose} className="key-help">
      <dl>
        {keyTable.map(([command, ...keys]) => (
          <div key={command}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key.replace("Enter", "⏎").replace("+", " ")}</kbd>
              ))}
            </dt>
            <dd>{words.help.command[command]}</dd>
          </div>
        ))}
      </dl>
      <p className="card-actions">
        <button type="button" onClick={onClose}>
          {words.help.close}
        </button>
      </p>
    </Panel>
  );
}
