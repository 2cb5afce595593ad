package dev.holdfast.operation.restore;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.card.ErrorCards;
import dev.holdfast.card.Card;
import dev.holdfast.card.CardTexts;
import dev.holdfast.card.DateTimeFormat;
import dev.holdfast.card.view.Banner;
import dev.holdfast.card.view.Tone;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.step.CreatedBackup;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.request.step.SafetyBackup;
import dev.holdfast.request.store.RequestRepository;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
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

  private static final CardTexts TEXTS = new CardTexts(ZoneOffset.UTC);

  private final RequestRepository requests;
  private final RestoreForm forms;
  private final ErrorCards troubles;
  private final Clock clock;

  UndoForm(RequestRepository requests, RestoreForm forms, ErrorCards troubles, Clock clock) {
    this.requests = requests;
    this.forms = forms;
    this.troubles = troubles;
    this.clock = clock;
  }

  Card form(String id, ChatUser who) {
    return RequestId.parse(id)
        .flatMap(requests::find)
        .map(request -> form(request, who))
        .orElseGet(
            () ->
                troubles.plain(
                    "There is no request " + id,
                    "Nothing was changed.",
                    List.of("“history” lists what has been.")));
  }

  private Card form(Request request, ChatUser who) {
    OperationSpec spec = request.details().spec();
    if (!request.completed().hasOverwritten()) {
      return troubles.plain(
          "There is nothing to undo of " + request.id(), whyNot(request), List.of());
    }
    Instant now = clock.instant();
    Instant from = request.completed().restorableFrom();
    if (now.isBefore(from)) {
      return troubles.plain(
          "%s can't be undone yet".formatted(request.id()),
          "Its %s failed a short while ago, and Power Platform needs some time."
              .formatted(spec.kind()),
          List.of("Undo it from %s on.".formatted(DateTimeFormat.both(from, who.zone()))));
    }
    return request
        .completed()
        .wayBack(now)
        .map(kept -> fromSafetyBackup(request, spec, kept, who))
        .orElseGet(() -> fromContinuousBackups(request, spec, who));
  }

  private static String whyNot(Request request) {
    String name = request.details().spec().affected().displayName();
    if (request.details().spec().opens()) {
      return TEXTS.of("undo.changedNoData", "environment", name);
    }
    if (!request.details().spec().overwrites()) {
      return "It is a " + request.details().spec().kind() + ": it changed nothing on " + name + ".";
    }
    if (request.state().isClosed()) {
      return "It is " + request.state().words() + ", and " + name + " was not overwritten.";
    }
    return "It is %s. %s"
        .formatted(
            request.state().words(),
            request.approval().isCancellable()
                ? TEXTS.of("undo.cancelFirst", "request", request.id().toString())
                : TEXTS.of("undo.running"));
  }

  private Card fromSafetyBackup(
      Request request, OperationSpec spec, CreatedBackup kept, ChatUser who) {
    String words =
        new CardTexts(who.zone())
            .of(
                "undo.lead",
                "request",
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
    Instant called = request.startCommittedAt().orElseThrow();
    Instant before = called.minus(1, ChronoUnit.SECONDS).truncatedTo(ChronoUnit.MINUTES);
    String words =
        missing(request, who.zone())
            + " Filled in is the last minute before the "
            + spec.kind()
            + ", from the continuous backups; the review says whether that can still be restored.";
    RestoreFormInput input = ontoItself(request, spec).fromInstant(before, who.zone());
    return forms.form(input, who, Optional.of(new Banner(Tone.ATTENTION, words)));
  }

  private static String missing(Request request, ZoneId zone) {
    return request
        .safetyBackup()
        .flatMap(SafetyBackup::created)
        .map(
            kept ->
                "The safety backup of %s was dropped at %s."
                    .formatted(request.id(), DateTimeFormat.both(kept.expiresAt(), zone)))
        .orElse(request.id() + " took no safety backup.");
  }

  /** The target gets its old name back. */
  private static RestoreFormInput ontoItself(Request request, OperationSpec spec) {
    String target = spec.affected().id();
    String old = spec.affected().displayName();
    return RestoreFormInput.between(target, target)
        .withTargetName(spec.newName().isEmpty() ? "" : old)
        .withoutAuditData(RestoreSpec.of(spec).map(RestoreSpec::skipAuditData).orElse(true))
        .because("Undo of " + request.id());
  }
}
