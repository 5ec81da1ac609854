// react(no-danger) dangerouslySetInnerHTML
export const Row = ({ name }: { name: string }): React.JSX.Element => (
  <li dangerouslySetInnerHTML={{ __html: name }} />
);
