package dev.holdfast.operation.restore;

import dev.holdfast.bot.ActionResponse;
import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.action.ActionVerb;
import dev.holdfast.bot.action.ImmediateAction;
import dev.holdfast.operation.draft.DraftReplies;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Submits a reviewed restore. */
@Component
class SubmitRestoreAction implements ImmediateAction {

  private final DraftReplies drafts;

  SubmitRestoreAction(DraftReplies drafts) {
    this.drafts = drafts;
  }

  @Override
  public ActionVerb verb() {
    return new ActionVerb("restore.submit");
  }

  @Override
  public Set<String> sentFrom() {
    return Set.of("review");
  }

  @Override
  public void prepare(CardActionInvocation clicked) {
    drafts.prepare(clicked);
  }

  @Override
  public ActionResponse handle(CardActionInvocation clicked) {
    return drafts.submit(clicked, RestoreSpec.KIND);
  }
}
