package dev.holdfast.chat;

import dev.holdfast.card.Banner;
import dev.holdfast.card.Card;
import dev.holdfast.card.Times;
import dev.holdfast.card.Tone;
import dev.holdfast.notice.NextSteps;
import dev.holdfast.request.Ending;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.Requests;
import dev.holdfast.request.State;
import dev.holdfast.request.Work;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Opens the form filled with what a request that did not come about had asked for. What comes of it
 * is an ordinary request with its own approval.
 */
@Component
class AskAgain {

  private final Requests requests;
  private final RestoreForms restores;
  private final BackupForms backups;
  private final HelpCards help;
  private final Clock clock;

  AskAgain(
      Requests requests, RestoreForms restores, BackupForms backups, HelpCards help, Clock clock) {
    this.requests = requests;
    this.restores = restores;
    this.backups = backups;
    this.help = help;
    this.clock = clock;
  }

  Card form(String requestId, Speaker who) {
    return RequestId.parse(requestId)
        .flatMap(requests::find)
        .map(request -> form(request, who))
        .orElseGet(() -> help.hint("There is no request " + requestId + "."));
  }

  private Card form(Request request, Speaker who) {
    Work work = request.terms().work();
    return work instanceof Work.Restore restore
        ? restores.form(input(request, restore, who.zone()), who, banner(request, who.zone()))
        : backups.form(work.source().id(), ((Work.Backup) work).label());
  }

  /** The instant is what was asked for, also where it was that of a manual backup. */
  private static RestoreInput input(Request request, Work.Restore restore, ZoneId zone) {
    return RestoreInput.between(restore.source().id(), restore.target().id())
        .fromInstant(restore.point(), zone)
        .withTargetName(restore.targetName())
        .withSecurityGroup(restore.securityGroupId().orElse(""))
        .withoutAuditData(restore.skipAuditData())
        .withSafetyBackup(restore.safetyBackup())
        .because(request.terms().reason());
  }

  /** Rule R25: the service should be left alone for a while after a failure. */
  private Optional<Banner> banner(Request request, ZoneId zone) {
    Optional<Instant> from =
        request
            .ending()
            .filter(end -> request.state() == State.FAILED && end.started())
            .map(Ending::at)
            .map(at -> at.plus(NextSteps.AFTER_A_FAILURE))
            .filter(clock.instant()::isBefore);
    return from.map(
        at ->
            new Banner(
                Tone.ATTENTION,
                "The restore of %s failed a short while ago. Submit this from %s on."
                    .formatted(request.id(), Times.both(at, zone))));
  }
}
