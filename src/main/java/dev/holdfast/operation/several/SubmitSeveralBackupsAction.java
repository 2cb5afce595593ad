package dev.holdfast.operation.several;

import dev.holdfast.bot.RequestReplies;
import dev.holdfast.bot.action.ActionVerb;
import dev.holdfast.operation.draft.DirectSubmission;
import dev.holdfast.operation.draft.SubmitFormAction;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Submits the form for backups of several environments. */
@Component
class SubmitSeveralBackupsAction extends SubmitFormAction {

  SubmitSeveralBackupsAction(
      DirectSubmission submission, SeveralBackupsForm form, RequestReplies replies) {
    super(submission, form, replies);
  }

  @Override
  public ActionVerb verb() {
    return new ActionVerb("several.submit");
  }

  @Override
  public Set<String> sentFrom() {
    return Set.of("several-backups-form");
  }

  @Override
  public Optional<String> ownFormCommand() {
    return Optional.of("backup");
  }
}
