package dev.holdfast.operation.mode;

import dev.holdfast.bot.RequestReplies;
import dev.holdfast.bot.action.ActionVerb;
import dev.holdfast.operation.draft.DirectSubmission;
import dev.holdfast.operation.draft.SubmitFormAction;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Submits the form for a change of administration mode. */
@Component
class SubmitAdminModeAction extends SubmitFormAction {

  SubmitAdminModeAction(DirectSubmission submission, AdminModeForm form, RequestReplies replies) {
    super(submission, form, replies);
  }

  @Override
  public ActionVerb verb() {
    return new ActionVerb("adminmode.submit");
  }

  @Override
  public Set<String> sentFrom() {
    return Set.of("admin-mode-form");
  }

  @Override
  public Optional<String> ownFormCommand() {
    return Optional.of(AdminModeSpec.KIND);
  }
}
