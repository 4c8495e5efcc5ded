/** What a form answers. Read out as soon as it is there. */
export const Said = ({ children }: { children: string }) => (
  <p className="said" role="alert">
    {children}
  </p>
);
