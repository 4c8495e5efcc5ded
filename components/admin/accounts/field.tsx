import { type ComponentProps, useId } from "react";

type Props = { label: string; hint?: string; problem?: string | null } & ComponentProps<"input">;

/** A labelled box, with what helps to fill it and what was wrong with it. */
export function Field({ label, hint, problem, ...input }: Props) {
  const id = useId();
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(" ");
  return (
    <p className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <span id={`${id}-hint`} className="hint">
          {hint}
        </span>
      )}
      <input
        {...input}
        id={id}
        aria-describedby={described || undefined}
        aria-invalid={problem ? true : undefined}
      />
      {problem && (
        <span id={`${id}-problem`} className="said" role="alert">
          {problem}
        </span>
      )}
    </p>
  );
}

/** The password one has, which the browser may fill in. */
export const CurrentPassword = (props: Pick<Props, "label" | "problem" | "name">) => (
  <Field name="password" {...props} type="password" autoComplete="current-password" required />
);
