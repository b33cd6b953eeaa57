import type { CompanyRow, LeadRow } from './rows.ts';
import type { FakeState } from './state.ts';

/** Names in place of uuids. */
export class Names {
  readonly #state: FakeState;

  constructor(state: FakeState) {
    this.#state = state;
  }

  list(uuid: string): string {
    return this.#of(this.#state.lists.all(), uuid);
  }

  tags(uuids: string[]): string[] {
    return uuids.map((uuid) => this.#of(this.#state.tags.all(), uuid));
  }

  stage(uuid: string | null): string {
    return uuid ? this.#of(this.#state.stages.all(), uuid) : '';
  }

  notes(uuid: string): string[] {
    return this.#state.notes
      .all()
      .filter((one) => one.object_uuid === uuid)
      .map((one) => one.note);
  }

  /** `field: value`, of those that have one. */
  customValues(uuid: string): string[] {
    const values = this.#state.customFieldValues
      .all()
      .filter((one) => one.object_uuid === uuid && one.value !== null);
    return values.map(
      (one) => `${this.#of(this.#state.customFields.all(), one.custom_field_uuid)}: ${one.value}`,
    );
  }

  automations(uuid: string): string[] {
    const own = this.#state.enrolments.all().filter((one) => one.lead_uuid === uuid);
    return own.map(
      (one) => `${this.#of(this.#state.flows.all(), one.flow_uuid)} (${one.status.replace('_', ' ')})`,
    );
  }

  #of(rows: { uuid: string; name: string }[], uuid: string): string {
    return rows.find((row) => row.uuid === uuid)?.name ?? (uuid ? '?' : '');
  }
}

const widest = 34;

function cut(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > widest ? `${line.slice(0, widest - 1)}…` : line;
}

/** Rows of text under headings, in columns just wide enough. */
export function table(headings: string[], rows: string[][]): string {
  const cells = [headings, ...rows.map((row) => row.map(cut))];
  const widths = headings.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)));
  const line = (row: string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  return [line(headings), rule, ...cells.slice(1).map(line)].join('\n');
}

/** What the CRM holds, as text for a terminal: contacts and companies with list, stage, tags and notes. */
export function summary(state: FakeState): string {
  const names = new Names(state);
  const contact = (lead: LeadRow) => [
    lead.name ?? '(no name)',
    [lead.position, lead.company_name].filter(Boolean).join(' · '),
    names.list(lead.list_uuid),
    names.stage(lead.pipeline_stage_uuid),
    names.tags(lead.tags).join(', '),
    names.notes(lead.uuid).join(' | '),
  ];
  const company = (one: CompanyRow) => [
    one.name,
    one.domain ?? '',
    one.lists.map((uuid) => names.list(uuid)).join(', '),
    names.stage(one.lead_status_uuid),
    names.tags(one.tags).join(', '),
    names.notes(one.uuid).join(' | '),
  ];
  const common = ['List', 'Stage', 'Tags', 'Notes'];
  return [
    `Contacts (${state.leads.size})`,
    table(['Name', 'Position · company', ...common], state.leads.all().map(contact)),
    '',
    `Companies (${state.companies.size})`,
    table(['Name', 'Domain', ...common], state.companies.all().map(company)),
  ].join('\n');
}
