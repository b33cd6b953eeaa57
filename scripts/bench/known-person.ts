import { demoOwner, demoSeed, type Seed } from '../../fake-grinfi/seed.ts';

/** The demo data, and Ingrid with a list, a stage and a tag: what popup and panel are opened on. */
export const knownPerson: Seed = (state, make) => {
  demoSeed(state, make);
  const list = state.lists.all().find(({ name }) => name === 'Warm intros');
  const tag = make.tag(demoOwner, 'Measured');
  const stage = make.stage(demoOwner, { name: 'Measured', object: 'lead', category: 'engaging' });
  make.lead(demoOwner, {
    first_name: 'Ingrid',
    last_name: 'Solvang',
    linkedin: 'ingrid-solvang',
    list_uuid: list?.uuid ?? '',
    pipeline_stage_uuid: stage.uuid,
    tags: [tag.uuid],
  });
};
