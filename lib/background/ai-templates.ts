import { listAiTemplates, renderAiTemplate } from '../grinfi/ai-templates.ts';
import { until } from '../grinfi/client.ts';
import type { Handler } from '../messages.ts';
import type { RenderedTemplate } from '../outreach.ts';
import type { Grinfi } from './grinfi.ts';
import { createOnce } from './once.ts';

export function createListTemplates({ grinfi }: { grinfi: Grinfi }): Handler<'listTemplates'> {
  return async (_, left) => ({ templates: await listAiTemplates(until(left, grinfi.client)) });
}

/** A second press while a draft is being written does not pay for another one. */
export function createRenderTemplate({ grinfi }: { grinfi: Grinfi }): Handler<'renderTemplate'> {
  const once = createOnce<RenderedTemplate>();
  return (asked) => once(JSON.stringify(asked), () => renderAiTemplate(grinfi.client, asked));
}
