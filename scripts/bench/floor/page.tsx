import { render } from 'preact';

/** The least that a page of an extension made with Preact can be: what ours is held against. */
const root = document.getElementById('root');
if (root) render(<main>0</main>, root);
