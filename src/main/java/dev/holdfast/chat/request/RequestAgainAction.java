package dev.holdfast.chat.request;

import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.action.ActionVerb;
import dev.holdfast.bot.action.FormAction;
import dev.holdfast.bot.help.HelpCard;
import dev.holdfast.card.Card;
import dev.holdfast.card.DateTimeFormat;
import dev.holdfast.operation.backup.BackupForm;
import dev.holdfast.operation.restore.RestoreForm;
import dev.holdfast.operation.restore.RestoreFormInput;
import dev.holdfast.request.OperationSpec;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestRepository;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Opens the form filled with what a request that did not come about had asked for. What comes of it
 * is an ordinary request with its own approval.
 */
@Component
class RequestAgainAction implements FormAction {

  private final RequestRepository requests;
  private final RestoreForm restores;
  private final BackupForm backups;
  private final HelpCard help;
  private final Clock clock;

  RequestAgainAction(
      RequestRepository requests,
      RestoreForm restores,
      BackupForm backups,
      HelpCard help,
      Clock clock) {
    this.requests = requests;
    this.restores = restores;
    this.backups = backups;
    this.help = help;
    this.clock = clock;
  }

  @Override
  public ActionVerb verb() {
    return new ActionVerb("request.again");
  }

  @Override
  public Set<String> sentFrom() {
    return Set.of("request");
  }

  @Override
  public Optional<Reply> handle(CardActionInvocation clicked) {
    return Optional.of(Reply.of(form(clicked.text("requestId"), clicked.who())));
  }

  private Card form(String requestId, ChatUser who) {
    return RequestId.parse(requestId)
        .flatMap(requests::find)
        .map(request -> form(request, who))
        .orElseGet(() -> help.hint("There is no request " + requestId + "."));
  }

  private Card form(Request request, ChatUser who) {
    Optional<Instant> from = request.completed().againFrom();
    if (from.isEmpty()) {
      return help.hint(
          "%s is %s, so it isn't requested again. Type restore or backup for a new request."
              .formatted(request.id(), request.state().words()));
    }
    if (clock.instant().isBefore(from.get())) {
      return help.hint(
          "The restore of %s failed a short while ago. Request it again from %s on."
              .formatted(request.id(), DateTimeFormat.both(from.get(), who.zone())));
    }
    OperationSpec work = request.details().spec();
    return work instanceof OperationSpec.Restore restore
        ? restores.form(input(request, restore, who.zone()), who, Optional.empty())
        : backups.form(work.source().id(), ((OperationSpec.Backup) work).label());
  }

  /** The instant is what was asked for, also where it was that of a manual backup. */
  private static RestoreFormInput input(
      Request request, OperationSpec.Restore restore, ZoneId zone) {
    return RestoreFormInput.between(restore.source().id(), restore.target().id())
        .fromInstant(restore.point(), zone)
        .withTargetName(restore.keepsName() ? "" : restore.targetName())
        .withSecurityGroup(restore.securityGroupId().orElse(""))
        .withoutAuditData(restore.skipAuditData())
        .withSafetyBackup(restore.safetyBackup())
        .because(request.details().reason());
  }
}
