package dev.holdfast.operation.retention;

import dev.holdfast.bot.ActionResponse;
import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.action.ActionVerb;
import dev.holdfast.bot.action.ImmediateAction;
import dev.holdfast.operation.draft.DraftReplies;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Submits a reviewed change of the backup retention. */
@Component
class SubmitRetentionAction implements ImmediateAction {

  private final DraftReplies drafts;

  SubmitRetentionAction(DraftReplies drafts) {
    this.drafts = drafts;
  }

  @Override
  public ActionVerb verb() {
    return new ActionVerb("retention.submit");
  }

  @Override
  public Set<String> sentFrom() {
    return Set.of("retention-review");
  }

  @Override
  public void prepare(CardActionInvocation clicked) {
    drafts.prepare(clicked);
  }

  @Override
  public ActionResponse handle(CardActionInvocation clicked) {
    return drafts.submit(clicked, RetentionSpec.KIND);
  }
}
