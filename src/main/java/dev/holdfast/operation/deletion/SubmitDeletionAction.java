package dev.holdfast.operation.deletion;

import dev.holdfast.bot.ActionResponse;
import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.action.ActionVerb;
import dev.holdfast.bot.action.ImmediateAction;
import dev.holdfast.operation.draft.DraftReplies;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Submits a reviewed deletion. */
@Component
class SubmitDeletionAction implements ImmediateAction {

  private final DraftReplies drafts;

  SubmitDeletionAction(DraftReplies drafts) {
    this.drafts = drafts;
  }

  @Override
  public ActionVerb verb() {
    return new ActionVerb("deletion.submit");
  }

  @Override
  public Set<String> sentFrom() {
    return Set.of("delete-backup-review");
  }

  @Override
  public void prepare(CardActionInvocation clicked) {
    drafts.prepare(clicked);
  }

  @Override
  public ActionResponse handle(CardActionInvocation clicked) {
    return drafts.submit(clicked, DeleteBackupCommand.NAME);
  }
}
