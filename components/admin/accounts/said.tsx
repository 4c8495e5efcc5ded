/** What a form answers. Read out as soon as it is there. */
export const Said = ({ children }: { children: string }) => (
  <p className="said" role="alert">
    {children}
  </p>
);

/** That it is done, where it is. */
export const Done = ({ children }: { children: string | undefined }) =>
  children && (
    <p className="said" role="status">
      {children}
    </p>
  );
