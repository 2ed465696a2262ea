/** What is not saved on the screens: asked for before anything takes it away. */
import { useCallback, useEffect, useRef } from 'react';

type IsUnsaved = () => boolean;

const forms = new Set<IsUnsaved>();

/** Whether something would be lost by leaving. */
export function hasUnsaved(): boolean {
  return [...forms].some((isUnsaved) => isUnsaved());
}

/**
 * Says that a form holds what is not saved yet. The answer forgets it at once, for what leads on by itself
 * after saving.
 */
export function useUnsaved(isUnsaved: boolean): () => void {
  const now = useRef(isUnsaved);
  useEffect(() => {
    now.current = isUnsaved;
  }, [isUnsaved]);
  useEffect(() => {
    const form: IsUnsaved = () => now.current;
    forms.add(form);
    return () => void forms.delete(form);
  }, []);
  return useCallback(() => {
    now.current = false;
  }, []);
}
