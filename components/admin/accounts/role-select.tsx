import { useId } from "react";
import { type PersonRole, personRoles } from "@/domain/account";

type Props = {
  label: string;
  roles: Readonly<Record<PersonRole, string>>;
  chosen?: PersonRole;
  /** Where the label stands elsewhere for the eye. */
  quiet?: boolean;
};

/** The roles a person may have, the least first. */
export function RoleSelect({ label, roles, chosen = "editor", quiet }: Props) {
  const id = useId();
  return (
    <p className="field">
      <label htmlFor={id} className={quiet ? "visually-hidden" : undefined}>
        {label}
      </label>
      <select id={id} name="role" defaultValue={chosen}>
        {personRoles.map((role) => (
          <option key={role} value={role}>
            {roles[role]}
          </option>
        ))}
      </select>
    </p>
  );
}
