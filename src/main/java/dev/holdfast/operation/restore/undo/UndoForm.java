package dev.holdfast.operation.restore.undo;

import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.Backup;
import dev.holdfast.adminapi.ServiceList;
import dev.holdfast.approval.ReadingRights;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.card.ErrorCards;
import dev.holdfast.card.Card;
import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.Banner;
import dev.holdfast.card.view.Tone;
import dev.holdfast.message.Message;
import dev.holdfast.operation.FormLook;
import dev.holdfast.operation.restore.RestoreForm;
import dev.holdfast.operation.restore.RestoreFormInput;
import dev.holdfast.operation.restore.RestoreSpec;
import dev.holdfast.request.Request;
import dev.holdfast.request.step.CreatedBackup;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.request.step.SafetyBackup;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Undo of what has overwritten an environment: the restore form, filled in so that the target is
 * restored to itself as it was before (rule R8). It leads to a request like any other.
 */
@Component
class UndoForm {

  private static final String REQUEST = "request";

  private final ReadingRights rights;
  private final RestoreForm forms;
  private final OppositeForm opposites;
  private final ErrorCards troubles;
  private final FormLook look;

  UndoForm(
      ReadingRights rights,
      RestoreForm forms,
      OppositeForm opposites,
      ErrorCards troubles,
      FormLook look) {
    this.rights = rights;
    this.forms = forms;
    this.opposites = opposites;
    this.troubles = troubles;
    this.look = look;
  }

  Card form(String id, ChatUser who) {
    return rights
        .find(id, who.person())
        .map(request -> opposites.of(request, who).orElseGet(() -> form(request, who)))
        .orElseGet(
            () ->
                troubles.plain(
                    Message.of("request.notFound.title", REQUEST, id),
                    Message.of("error.unchanged"),
                    List.of(Message.of("undo.history")),
                    who.texts()));
  }

  private Card form(Request request, ChatUser who) {
    OperationSpec spec = request.details().spec();
    if (!request.completed().hasOverwritten()) {
      return troubles.plain(
          about(request, "undo.nothing"), whyNot(request), List.of(), who.texts());
    }
    Instant now = look.clock().instant();
    Instant from = request.completed().restorableFrom();
    if (now.isBefore(from)) {
      return troubles.plain(
          about(request, "undo.later.title"),
          Message.of("undo.later", "kind", spec.kind()),
          List.of(Message.of("undo.later.from", "time", from)),
          who.texts());
    }
    return request
        .completed()
        .wayBack(now)
        .filter(kept -> isListed(kept, spec))
        .map(kept -> fromSafetyBackup(request, spec, kept, who))
        .orElseGet(() -> fromContinuousBackups(request, spec, who));
  }

  private static Message whyNot(Request request) {
    String name = request.details().spec().affected().displayName();
    if (request.details().followUpOf().isPresent()) {
      return Message.of("undo.changedNoData", "environment", name);
    }
    if (!request.details().spec().overwrites()) {
      return Message.of(
          "undo.changedNothing", "kind", request.details().spec().kind(), "environment", name);
    }
    if (request.state().isClosed()) {
      return Message.of(
          "undo.notOverwritten", "state", request.state().message(), "environment", name);
    }
    return Message.of("undo.notEnded", "state", request.state().message())
        .then(
            request.approval().isCancellable()
                ? about(request, "undo.cancelFirst")
                : Message.of("undo.running"));
  }

  private static Message about(Request request, String code) {
    return Message.of(code, REQUEST, request.id().toString());
  }

  private Card fromSafetyBackup(
      Request request, OperationSpec spec, CreatedBackup kept, ChatUser who) {
    String words =
        who.texts()
            .of(
                "undo.lead",
                REQUEST,
                request.id().toString(),
                "target",
                spec.affected().displayName(),
                "time",
                kept.point());
    RestoreFormInput input = ontoItself(request, spec).fromBackup(kept.id());
    return forms.form(input, who, Optional.of(new Banner(Tone.NEUTRAL, words)));
  }

  /** System backups are continuous (R4): just before the call the target was as it had been. */
  private Card fromContinuousBackups(Request request, OperationSpec spec, ChatUser who) {
    Instant called = request.mainStep().startCommittedAt().orElseThrow();
    Instant before = called.minus(1, ChronoUnit.SECONDS).truncatedTo(ChronoUnit.MINUTES);
    String words =
        who.texts().of(missing(request).then(Message.of("undo.lastMinute", "kind", spec.kind())));
    RestoreFormInput input = ontoItself(request, spec).fromInstant(before, who.zone());
    return forms.form(input, who, Optional.of(new Banner(Tone.ATTENTION, words)));
  }

  /**
   * Somebody may have deleted it. The two admin APIs need not give a backup one ID, so one of the
   * same instant is it, too. Where the list can't be read now, the review looks again.
   */
  private boolean isListed(CreatedBackup kept, OperationSpec spec) {
    try {
      ServiceList<Backup> listed = look.backups().read(spec.affected().id());
      return listed.unreadable() > 0
          || listed.stream()
              .anyMatch(backup -> backup.id().equals(kept.id()) || kept.isOf(backup.point()));
    } catch (AdminApiException e) {
      return true;
    }
  }

  private Message missing(Request request) {
    Instant now = look.clock().instant();
    return request
        .safetyBackup()
        .flatMap(SafetyBackup::created)
        .map(
            kept ->
                kept.livesAt(now)
                    ? about(request, "undo.deleted")
                    : about(request, "undo.expired").with("time", kept.expiresAt()))
        .orElseGet(() -> about(request, "undo.noBackup"));
  }

  /** The target gets its old name back. */
  private static RestoreFormInput ontoItself(Request request, OperationSpec spec) {
    String target = spec.affected().id();
    String old = spec.affected().displayName();
    return RestoreFormInput.between(target, target)
        .withTargetName(spec.newName().isEmpty() ? "" : old)
        .withoutAuditData(RestoreSpec.of(spec).map(RestoreSpec::skipAuditData).orElse(true))
        .because(CardTexts.SHARED.of(about(request, "undo.reason")));
  }
}
