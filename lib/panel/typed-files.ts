import { formatLanguage } from '../i18n.ts';

/** A file that goes along with a draft, as far as it has come. */
export interface TypedFile {
  id: string;
  name: string;
  /** MIME type, or empty */
  type: string;
  sizeBytes: number;
  /** Grinfi has it. */
  attachmentId?: string | undefined;
}

/** The largest that Grinfi's own client lets through; the same figure as where it is handed over. */
export const largestFileBytes = 20 * 1024 * 1024;

/** Whether all files of a draft are with Grinfi, so that it can be sent. */
export function isWhole(files: readonly TypedFile[] | undefined): boolean {
  return (files ?? []).every(({ attachmentId }) => attachmentId !== undefined);
}

const units = ['byte', 'kilobyte', 'megabyte'] as const;

/** "1.2 MB" */
export function fileSize(bytes: number): string {
  const step = bytes < 1_000 ? 0 : bytes < 1_000_000 ? 1 : 2;
  return new Intl.NumberFormat(formatLanguage(), {
    style: 'unit',
    unit: units[step] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: step === 2 ? 1 : 0,
  }).format(bytes / 1_000 ** step);
}
