/** What follows a save: something to do for the person, and an automation. Names are as they were when it was chosen. */
export interface FollowUp {
  task?: FollowUpTask | undefined;
  automation?: { id: string; name: string } | undefined;
}

export interface FollowUpTask {
  /** As in `newTaskTypes` */
  type: string;
  /** In a recipe with placeholders, such as `{firstName}`. */
  text: string;
  senderProfileId: string;
  senderName: string;
  /** Due on the morning so many days after the press; 0: at once */
  inDays: number;
}
