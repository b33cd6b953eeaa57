import { stageCategories } from '../catalog-kind.ts';
import { inWords } from './in-words.ts';

const categories = {
  cold: 'categoryCold',
  engaging: 'categoryEngaging',
  positive: 'categoryPositive',
  negative: 'categoryNegative',
} as const;

/** The category of a stage; the server's own word for one that we do not know. */
export function categoryText(category: string): string {
  return inWords(categories, category);
}

/** To choose from: what we know, and what a stage has already. */
export const categoryOptions = (present?: string) =>
  [...new Set([...stageCategories, ...(present ? [present] : [])])].map((id) => ({
    id,
    name: categoryText(id),
  }));
