type Props = { link: string; words: { readonly link: string; readonly linkLabel: string }; email: string };

/** A link to hand on: shown once, in a box that is easy to copy from. */
export function OneTimeLink({ link, email, words }: Props) {
  return (
    <div className="once said" role="status">
      <p>{words.link.replace("{email}", email)}</p>
      <input aria-label={words.linkLabel} value={link} readOnly onFocus={(event) => event.target.select()} />
    </div>
  );
}
