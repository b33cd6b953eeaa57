/** Calls back on `?`, wherever it stands on the keyboard, except where it is typed as a letter. */
export function onQuestionKey(callBack: () => void): () => void {
  const onKey = ({ key, target }: KeyboardEvent) => {
    if (key === '?' && !(target as Element).matches('textarea,input:not([type=checkbox],[type=radio])'))
      callBack();
  };
  document.addEventListener('keydown', onKey);
  return () => document.removeEventListener('keydown', onKey);
}
