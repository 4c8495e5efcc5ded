/** What a form of the people page says after it was sent. */
export type LinkState = {
  readonly problem?: string;
  readonly done?: string;
  /** A one-time link, shown here and nowhere else. */
  readonly link?: string;
  /** Whose link it is. */
  readonly email?: string;
  readonly typed?: string;
};

export type LinkAction = (state: LinkState, form: FormData) => Promise<LinkState>;
