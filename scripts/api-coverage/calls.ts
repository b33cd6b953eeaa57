/** How one call of the API's document is used. */
export interface Covered {
  /** `<resource>.ts` in `lib/grinfi/`, a space, its functions. Absent: the product does not make the call. */
  by?: string;
  /** Where the user meets it. Absent: nowhere yet. */
  screen?: string;
  /** Why there is no function, or no screen. */
  why?: string;
}

const save = 'panel, on Save';
const undo = 'panel and outbox, on Undo';
const pick = 'panel, the choices of the form';
const more = 'panel, more actions of a known record';
const manage = 'options, lists, tags, stages and fields';

const messages = 'panel, messages of a known contact';

const elsewhere = 'campaigns are designed in the Grinfi web app, beside LinkedIn they are only used';
const setUp = 'set up once in the Grinfi web app, by whoever runs the workspace';
const figures = 'figures about the whole workspace, not about the person or company on screen';
const another = (id: string) => `\`${id}\` serves`;
const destroys = 'takes something from everybody in the workspace: better done in the Grinfi web app';
const guess = 'in no reference, and the documented calls serve';

const massAction =
  'many-contacts.ts addTagsToContacts, removeTagsFromContacts, replaceTagsOfContacts, changeStageOfContacts, ' +
  'changeListOfContacts, deleteContacts; automations.ts enrolContacts; linkedin-messages.ts markContactsRead';

/** By operation id, in the order of the table. */
export const calls: Record<string, Covered> = {
  getCurrentUser: { by: 'users.ts getAccount', screen: 'options, API key; panel, whose contact it is' },
  listTeams: { by: 'users.ts getAccount', screen: 'options, API key' },
  getTeam: { why: another('listTeams') },
  checkTeamLimits: { why: 'a save that has no room says so itself (402)' },
  createApiKey: { why: 'needs a login; a key is made in the Grinfi web app and pasted' },

  findOneContact: { by: 'contacts.ts findContact, lookUpOne', screen: 'panel, new or known' },
  upsertContact: { by: 'contact-upsert.ts upsertContact, createContact', screen: save },
  getLead: {
    by: 'contacts.ts getContact; read-back.ts readBack',
    screen: `${save}, to see whether it stayed; ${undo}; panel, today`,
  },
  updateLead: { by: 'contacts.ts updateContact', screen: 'panel, on Update; more actions' },
  deleteLead: { by: 'contacts.ts deleteContact', screen: `${undo}; more actions` },
  leadsMassAction: {
    by: massAction,
    screen: 'panel and people lists, on Save and Undo; messages, on Mark as read',
  },
  searchContacts: { by: 'many-contacts.ts listContactIds', screen: 'options, workspace' },
  countContacts: { why: figures },
  getLeadMetrics: { why: figures },
  enrichLeadsAdvanced: { by: 'enrichment.ts enrich', screen: more },
  listEnrichmentQueue: { by: 'enrichment.ts listEnrichments', screen: more },
  getEnrichmentMetrics: { by: 'enrichment.ts countEnrichmentsThisMonth', screen: more },

  lookupCompanies: { by: 'companies.ts findCompanies, findCompanyByName', screen: 'panel, new or known' },
  createCompanies: { by: 'companies.ts createCompanies', screen: save },
  getCompany: {
    by: 'companies.ts getCompany; read-back.ts readBack',
    screen: `${save}, to see whether it stayed; ${undo}`,
  },
  updateCompany: { by: 'companies.ts updateCompany', screen: 'panel, on Update; more actions' },
  deleteCompany: { by: 'companies.ts deleteCompany', screen: `${undo}; more actions` },
  companiesMassAction: {
    by: 'companies.ts addTagsToCompanies, removeTagsFromCompanies, replaceTagsOfCompanies, changeStageOfCompanies',
    screen: 'panel, on Save and Undo',
  },
  getCompanyLeads: { by: 'companies.ts getCompanyPeople', screen: 'panel, people of the company' },
  listCompanies: { why: another('lookupCompanies') },
  searchCompanies: { why: another('lookupCompanies') },
  enrichCompanies: { by: 'enrichment.ts enrich', screen: more },

  listLists: { by: 'lists.ts listLists', screen: pick },
  createList: { by: 'lists.ts createList', screen: pick },
  getList: { why: another('listLists') },
  updateList: { by: 'lists.ts renameList', screen: manage },
  getListMetrics: { by: 'lists.ts countByList', screen: manage },
  deleteList: { why: destroys },
  listTags: { by: 'tags.ts listTags', screen: pick },
  createTag: { by: 'tags.ts createTag', screen: pick },
  updateTag: { by: 'tags.ts updateTag', screen: manage },
  getTagMetrics: { by: 'tags.ts countByTag', screen: manage },
  deleteTag: { why: destroys },
  listPipelineStages: { by: 'pipeline-stages.ts listStages', screen: pick },
  createPipelineStage: { by: 'pipeline-stages.ts createStage', screen: `${pick}; ${manage}` },
  updatePipelineStage: { by: 'pipeline-stages.ts updateStage', screen: manage },
  deletePipelineStage: { why: destroys },
  listCustomFields: { by: 'custom-fields.ts listCustomFields', screen: pick },
  createCustomField: { by: 'custom-fields.ts createCustomField', screen: `${pick}; ${manage}` },
  updateCustomField: { by: 'custom-fields.ts renameCustomField', screen: manage },
  upsertCustomFieldValue: { by: 'custom-fields.ts setCustomFieldValue', screen: save },
  deleteCustomField: { why: destroys },

  listNotes: { by: 'notes.ts findNotes, listNotesOf', screen: 'panel, notes of a known record' },
  createNote: { by: 'notes.ts createNote', screen: `${save}; notes of a known record` },
  updateNote: { by: 'notes.ts updateNote', screen: 'panel, notes of a known record' },
  deleteNote: { by: 'notes.ts deleteNote', screen: 'panel, notes of a known record; on Undo' },
  listActivities: {
    by: 'activities.ts getLastActivity, listActivities, listRepliesOfMany, getConnectedSince',
    screen: 'panel, history of a known contact; recipes for many, who has replied',
  },
  createActivity: { why: 'Grinfi writes the history; a note is what a user adds' },

  listTasks: {
    by: 'tasks.ts listTasksOf, listDueTasks',
    screen: 'panel, tasks of a known contact; today',
  },
  createTask: { by: 'tasks.ts createTask', screen: 'panel, tasks of a known contact; recipes' },
  completeTask: {
    by: 'tasks.ts completeTask',
    screen: 'panel, tasks of a known contact; today',
  },
  cancelTask: {
    by: 'tasks.ts cancelTask',
    screen: 'panel, tasks of a known contact; today',
  },
  massRetryTasks: { by: 'tasks.ts retryTasks', screen: 'panel, tasks of a known contact' },
  continueAutomation: {
    by: 'automations.ts continueAutomations',
    screen: 'panel, automations of a known contact',
  },
  getTask: { why: another('listTasks') },
  failTask: { why: 'a task that cannot be done is cancelled' },
  getTasksSchedule: { why: 'the answer has no documented shape' },
  groupCountTasks: { why: figures },
  massCancelTasks: { why: another('cancelTask') },
  massCompleteTasks: { why: another('completeTask') },
  massSkipTasks: { why: another('cancelTask') },

  listSenderProfiles: {
    by: 'sender-profiles.ts listSenderProfiles',
    screen: 'panel, who a new task is for and who writes a message; today; options, workspace',
  },
  getSenderProfile: { by: 'sender-profiles.ts getSenderProfile', why: another('listSenderProfiles') },
  enableSenderProfile: {
    by: 'sender-profiles.ts switchSenderProfile',
    screen: 'options, workspace',
  },
  disableSenderProfile: {
    by: 'sender-profiles.ts switchSenderProfile',
    screen: 'options, workspace',
  },
  createSenderProfile: { why: setUp },
  updateSenderProfile: { why: setUp },
  deleteSenderProfile: { why: destroys },

  listFlows: {
    by: 'automations.ts listAutomations',
    screen: 'panel, automations of a known contact; recipes',
  },
  listFlowLeads: {
    by: 'automations.ts listEnrolmentsOf, listEnrolmentsOfMany',
    screen: 'panel, automations of a known contact; recipes for many',
  },
  addLeadToFlow: {
    by: 'automations.ts enrolContact',
    screen: 'panel, automations of a known contact; recipes',
  },
  cancelLeadFromFlows: {
    by: 'automations.ts cancelAutomations',
    screen: 'panel, automations of a known contact; Undo of a recipe',
  },
  cancelLeadFromAllFlows: {
    by: 'automations.ts cancelAllAutomations',
    screen: 'panel, automations of a known contact, and a save after a job change',
  },
  startFlow: {
    by: 'automations.ts switchAutomation',
    screen: 'panel, automations of a known contact',
  },
  stopFlow: {
    by: 'automations.ts switchAutomation',
    screen: 'panel, automations of a known contact',
  },
  addNewLeadToFlow: { why: 'does not say which contact it made; `upsertContact` and `addLeadToFlow` serve' },
  deleteFlowLeadHistory: { why: 'erases what happened; cancelling is what is meant beside LinkedIn' },
  getFlow: { why: another('listFlows') },
  createFlow: { why: elsewhere },
  updateFlow: { why: elsewhere },
  deleteFlow: { why: destroys },
  archiveFlow: { why: elsewhere },
  unarchiveFlow: { why: elsewhere },
  cloneFlow: { why: elsewhere },
  getFlowMetrics: { why: figures },
  getFlowNodeStatistics: { why: figures },
  getFlowContactSourceStatistics: { why: figures },
  listFlowVersions: { why: elsewhere },
  createFlowVersion: { why: elsewhere },
  getFlowVersion: { why: elsewhere },
  deleteFlowVersion: { why: elsewhere },
  validateFlowNode: { why: elsewhere },
  validateContactSource: { why: elsewhere },
  listFlowWorkspaces: { why: elsewhere },
  createFlowWorkspace: { why: elsewhere },
  updateFlowWorkspace: { why: elsewhere },
  deleteFlowWorkspace: { why: elsewhere },

  listLinkedinMessages: {
    by: 'linkedin-messages.ts listLinkedInMessages, listLinkedInMessagesOfMany',
    screen: 'panel, messages of a known contact; automations, who is in touch',
  },
  sendLinkedInMessage: { by: 'linkedin-messages.ts sendLinkedInMessage', screen: messages },
  retryLinkedinMessage: { by: 'linkedin-messages.ts retryLinkedInMessage', screen: messages },
  listLinkedinConversations: {
    by: 'linkedin-messages.ts listConversationsOf',
    why: 'all that was written with a contact is shown as one thread, whose account it was is said there',
  },
  groupCountLinkedinMessages: { why: figures },
  deleteLinkedinMessage: { why: 'would hide from colleagues what LinkedIn still shows' },

  listEmails: { by: 'emails.ts listEmails', screen: messages },
  getEmailBody: { by: 'emails.ts getEmailText', screen: messages },
  sendEmail: { by: 'emails.ts sendEmail', screen: messages },
  getEmail: { why: another('listEmails') },
  getEmailThread: { why: 'the answer has no documented shape; `listEmails` by contact serves' },
  getEmailLLMThread: { why: 'the answer has no documented shape; `listEmails` by contact serves' },
  getLatestEmailsByLeads: { why: 'the answer has no documented shape; `listEmails` by contact serves' },
  listEmailBodies: { why: another('getEmailBody') },
  deleteEmail: { why: 'would hide from colleagues what was written' },
  listMailboxes: { by: 'mailboxes.ts listMailboxes', screen: `${messages}; options, workspace` },
  listMailboxErrors: { by: 'mailboxes.ts listMailboxErrors', screen: `${messages}; options, workspace` },
  activateMailbox: { by: 'mailboxes.ts switchMailbox', screen: 'options, workspace' },
  deactivateMailbox: { by: 'mailboxes.ts switchMailbox', screen: 'options, workspace' },
  getMailbox: { why: another('listMailboxes') },
  createMailbox: { why: 'wants the mail password, which is not for an extension' },
  updateMailbox: { why: setUp },
  deleteMailbox: { why: destroys },

  listAiTemplates: { by: 'ai-templates.ts listAiTemplates', screen: messages },
  renderAiTemplate: { by: 'ai-templates.ts renderAiTemplate', screen: messages },
  getAiTemplate: { why: another('listAiTemplates') },
  createAiTemplate: { why: setUp },
  updateAiTemplate: { why: setUp },
  deleteAiTemplate: { why: destroys },
  listAiAgents: { why: elsewhere },
  getAiAgent: { why: elsewhere },
  createAiAgent: { why: elsewhere },
  updateAiAgent: { why: elsewhere },
  deleteAiAgent: { why: elsewhere },

  listAttachments: {
    by: 'attachments.ts listAttachments',
    why: 'of the whole workspace; what belongs to a message is named by it',
  },
  uploadAttachment: { by: 'attachments.ts uploadAttachment', screen: messages },
  deleteAttachment: { by: 'attachments.ts deleteAttachment', screen: messages },
  getAttachment: { why: another('listAttachments') },

  listLeadsBlacklist: { by: 'blacklist.ts listBlacklist', screen: 'panel, automations of a known contact' },
  addLeadToBlacklist: { by: 'blacklist.ts addToBlacklist', screen: more },
  deleteLeadBlacklistEntry: { by: 'blacklist.ts removeFromBlacklist', screen: more },
  listCompaniesBlacklist: {
    by: 'blacklist.ts listBlacklist',
    screen: 'panel, automations of a known contact',
  },
  addCompanyToBlacklist: { by: 'blacklist.ts addToBlacklist', screen: more },
  deleteCompanyBlacklistEntry: { by: 'blacklist.ts removeFromBlacklist', screen: more },

  listDataSources: {
    by: 'data-sources.ts listDataSources',
    screen: 'options, workspace',
  },
  getDataSourceMetrics: {
    by: 'data-sources.ts getImportProgress',
    screen: 'options, workspace',
  },
  deleteDataSource: {
    by: 'data-sources.ts deleteDataSource',
    screen: 'options, workspace',
  },
  getDataSource: { why: another('listDataSources') },
  createDataSource: { why: 'reads LinkedIn by itself; this product reads only the page that is open' },
  updateDataSource: { why: 'reads LinkedIn by itself; this product reads only the page that is open' },

  listWebhooks: {
    by: 'webhooks.ts listWebhooks',
    screen: 'options, workspace',
  },
  createWebhook: { by: 'webhooks.ts createWebhook', why: setUp },
  updateWebhook: {
    by: 'webhooks.ts updateWebhook',
    screen: 'options, workspace',
  },
  deleteWebhook: { by: 'webhooks.ts deleteWebhook', why: destroys },
  testWebhook: {
    by: 'webhooks.ts testWebhook',
    screen: 'options, workspace',
  },
  getWebhook: { why: another('listWebhooks') },

  listLinkedInBrowsers: {
    by: 'linkedin-browsers.ts listLinkedInBrowsers',
    screen: 'options, workspace',
  },
  runLinkedInBrowser: {
    by: 'linkedin-browsers.ts switchLinkedInBrowser',
    screen: 'options, workspace',
  },
  stopLinkedInBrowser: {
    by: 'linkedin-browsers.ts switchLinkedInBrowser',
    screen: 'options, workspace',
  },
  getLinkedInBrowser: { why: another('listLinkedInBrowsers') },
  createLinkedInBrowser: { why: setUp },
  updateLinkedInBrowser: { why: setUp },
  deleteLinkedInBrowser: { why: destroys },
  setLinkedInBrowserProxy: { why: setUp },
  shareLinkedInBrowser: { why: setUp },
  generateBrowserAccessKey: { why: 'hands out a public login to LinkedIn, which is not for an extension' },

  exportLeadsToCsv: {
    by: 'files.ts exportContacts',
    screen: 'options, workspace',
  },
  exportCompaniesToCsv: {
    by: 'files.ts exportCompanies',
    why: 'Grinfi tells which contacts are in a list, not which companies',
  },
  downloadExportFile: {
    by: 'files.ts downloadExport',
    screen: 'options, workspace',
  },
  uploadCsvFile: {
    by: 'files.ts uploadCsv',
    screen: 'options, workspace',
  },
  importLeadsFromFile: {
    by: 'files.ts startImport',
    screen: 'options, workspace',
  },
  importCompaniesFromFile: {
    by: 'files.ts startImport',
    screen: 'options, workspace',
  },

  xRetryTask: { by: 'tasks.ts retryTasks', screen: 'panel, tasks of a known contact' },
  xPipelineStageMetrics: { by: 'pipeline-stages.ts countByStage', screen: manage },
  xCustomFieldMetrics: { by: 'custom-fields.ts countByCustomField', screen: manage },
  xGetMassAction: {
    by: 'files.ts getExport',
    screen: 'options, workspace',
  },
  xListMassActions: { why: guess },
  xCancelMassAction: { why: guess },
  xMassActionMetrics: { why: guess },
  xGetEnrichmentItem: { why: guess },
  xGetNote: { why: guess },
  xUpdateTask: { why: guess },
  xSkipTask: { why: guess },
  xSearchTasks: { why: guess },
  xCountTasks: { why: guess },
  xSearchFlows: { why: guess },
  xSenderProfilesOfFlows: { why: guess },
  xSearchSenderProfiles: { why: guess },
  xListCompanyUuids: { why: guess },
  xSuggestCompanyValues: { why: guess },
  xSuggestLeadValues: { why: guess },
  xListLeadsByUuids: { why: guess },
  xListLeadsElastic: { why: guess },
  xCreateLeads: { why: 'in no reference, and its treatment of duplicates is unknown' },
  xListLlms: { why: elsewhere },
  xGetLlm: { why: elsewhere },
  xListAiVariables: { why: elsewhere },
  xAskAi: { why: elsewhere },
  xGenerateWithLlm: { why: elsewhere },
};
