import { ApiError } from '../errors.ts';
import type { LeadRow } from '../rows.ts';
import type { KeyOwner } from '../state.ts';
import { bodyOf, type Resource, runJob, type World } from '../world.ts';
import { changeStage, removeRecord } from './contact-writes.ts';
import { setCustomValue } from './custom-fields.ts';
import { cancelEnrolments, enrol } from './flows.ts';
import { type MassAction, recordsOf, tagChange, uuidIn, uuidsIn } from './mass-action.ts';

type Change = (lead: LeadRow) => void;

/** What each type of action does to one contact; the payload is checked before anything changes. */
function changeOf(world: World, owner: KeyOwner, action: MassAction): Change {
  const { state, make } = world;
  const tags = tagChange(world, owner, action);
  if (tags) {
    return (lead) => state.leads.update(lead, { tags: tags(lead.tags), updated_at: make.stamp() });
  }
  switch (action.type) {
    case 'contact_change_list': {
      const list = uuidIn(action, 'list_uuid', (uuid) => state.lists.get(owner.teamId, uuid) !== undefined);
      return (lead) => state.leads.update(lead, { list_uuid: list, updated_at: make.stamp() });
    }
    case 'contact_change_pipeline_stage': {
      const isContactStage = (uuid: string) => state.stages.get(owner.teamId, uuid)?.object === 'lead';
      const stage = uuidIn(action, 'pipeline_stage_uuid', isContactStage);
      return (lead) => changeStage(world, owner, lead, stage);
    }
    case 'contact_change_custom_field': {
      const field = (uuid: string) => state.customFields.of(owner.teamId).find((one) => one.uuid === uuid);
      const uuid = uuidIn(action, 'custom_field_uuid', (one) => field(one)?.object === 'lead');
      const value = action.payload?.value;
      const row = field(uuid);
      return (lead) => {
        if (row) setCustomValue(world, owner, row, lead.uuid, value == null ? null : String(value));
      };
    }
    case 'contact_add_to_flow': {
      const flow = uuidIn(action, 'flow_uuid', (uuid) => state.flows.get(owner.teamId, uuid) !== undefined);
      return (lead) => enrol(world, owner, flow, lead.uuid);
    }
    case 'contact_cancel_from_flows': {
      const flows = uuidsIn(
        action,
        'flow_uuids',
        (uuid) => state.flows.get(owner.teamId, uuid) !== undefined,
      );
      return (lead) => cancelEnrolments(world, lead.uuid, flows);
    }
    case 'contact_delete':
      return (lead) => removeRecord(world, 'lead', lead.uuid);
    case 'contact_mark_read':
      return (lead) => {
        state.leads.update(lead, { unread_counts: [] });
        for (const one of state.messages.of(owner.teamId))
          if (one.lead_uuid === lead.uuid && one.type === 'inbox')
            state.messages.update(one, { read_at: one.read_at ?? make.stamp() });
      };
    case 'contact_export_csv':
      return () => undefined;
    default:
      throw ApiError.invalid('type', 'The selected type is invalid.');
  }
}

/** One action on many contacts, run as a job; 200 without a body. */
export const contactActions: Resource = (app, world) => {
  app.put('/leads/api/leads/mass-action', (c) => {
    const caller = c.get('caller');
    const action = bodyOf<MassAction>(c);
    const change = changeOf(world, caller, action);
    const leads = recordsOf(world.state.leads.of(caller.teamId), action, 'leads');
    runJob(world, () => leads.forEach(change));
    return c.body(null, 200);
  });
};
