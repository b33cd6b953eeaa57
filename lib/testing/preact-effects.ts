import { options } from 'preact';

// Preact runs effects a frame later, or by a timer that cancels the frame. In a test file that has ended there
// is no document and no frame any more, and that timer would fail the whole run.
options.requestAnimationFrame = (callback) => void setTimeout(callback, 0);
