import { Link } from 'react-router';
import { useTitle } from '../parts/title';

export function NotFound() {
  useTitle('No such page');
  return (
    <>
      <h1>No such page</h1>
      <p>
        <Link to="/messages">All messages</Link>
      </p>
    </>
  );
}
