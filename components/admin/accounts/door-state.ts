/** What a form before the door says after a try. */
export type DoorState = {
  /** Typed once is enough. */
  readonly email: string;
  /** In the editor's language; null before the first try. */
  readonly problem: string | null;
};

export const noTry: DoorState = { email: "", problem: null };

export type DoorAction = (state: DoorState, form: FormData) => Promise<DoorState>;
