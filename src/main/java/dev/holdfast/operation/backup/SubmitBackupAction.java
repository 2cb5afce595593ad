package dev.holdfast.operation.backup;

import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.RequestReplies;
import dev.holdfast.bot.action.ActionVerb;
import dev.holdfast.card.view.Banner;
import dev.holdfast.card.view.Tone;
import dev.holdfast.message.Message;
import dev.holdfast.operation.draft.DirectSubmission;
import dev.holdfast.operation.draft.SubmitFormAction;
import dev.holdfast.request.Request;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Submits the form for a manual backup. */
@Component
class SubmitBackupAction extends SubmitFormAction {

  SubmitBackupAction(DirectSubmission submission, BackupForm form, RequestReplies replies) {
    super(submission, form, replies);
  }

  @Override
  public ActionVerb verb() {
    return new ActionVerb("backup.submit");
  }

  @Override
  public Set<String> sentFrom() {
    return Set.of("backup-form");
  }

  @Override
  public Optional<String> ownFormCommand() {
    return Optional.of("backup");
  }

  @Override
  protected Banner joined(Request first, CardActionInvocation clicked) {
    ChatUser who = clicked.who();
    Message said =
        first.details().isRequestedBy(who.person())
            ? Message.of("backupForm.joined.own", "request", first.id().toString())
            : Message.of(
                "backupForm.joined",
                "request",
                first.id().toString(),
                "requester",
                first.details().requester().name(),
                "person",
                who.name());
    return new Banner(Tone.NEUTRAL, who.texts().of(said));
  }
}
