package dev.holdfast.chat;

import dev.holdfast.approval.ApprovalService;
import dev.holdfast.approval.PolicyEvaluator;
import dev.holdfast.approval.SubmitRequest;
import dev.holdfast.card.BackupFormView;
import dev.holdfast.card.Card;
import dev.holdfast.card.DateTimeFormat;
import dev.holdfast.card.view.Banner;
import dev.holdfast.card.view.Tone;
import dev.holdfast.environment.EnvironmentCatalog;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.preflight.BackupPreflight;
import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.environment.preflight.PreflightService;
import dev.holdfast.environment.preflight.Severity;
import dev.holdfast.request.OperationSpec;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestOrigin;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The form for a manual backup, and its submission. */
@Component
class BackupForm {

  private static final int LONGEST_LABEL = 100;
  private static final int LONGEST_NOTES = 500;

  /** As {@link #form} makes them; whatever else a client sends is not a form of ours. */
  private static final Pattern DRAFT = Pattern.compile("[0-9a-f-]{36}");

  private final EnvironmentCatalog catalogue;
  private final PreflightService preflight;
  private final PolicyEvaluator policy;
  private final ApprovalService approvals;
  private final FormLook look;

  BackupForm(
      EnvironmentCatalog catalogue,
      PreflightService preflight,
      PolicyEvaluator policy,
      ApprovalService approvals,
      FormLook look) {
    this.catalogue = catalogue;
    this.preflight = preflight;
    this.policy = policy;
    this.approvals = approvals;
    this.look = look;
  }

  /**
   * Either a card to show in place of the form, or the request that came of it.
   *
   * @param repeated whether the request was submitted before
   */
  record Outcome(Optional<Card> card, Optional<Request> request, boolean repeated) {

    private static Outcome of(Card card) {
      return new Outcome(Optional.of(card), Optional.empty(), false);
    }
  }

  Card form(String environmentId, String label) {
    return form(
        Map.of("source", environmentId, "label", label, "draft", UUID.randomUUID().toString()),
        Optional.empty(),
        Map.of(),
        List.of());
  }

  /**
   * @param among the environments to choose from; all when there are none among them
   */
  private Card form(
      Map<String, String> data,
      Optional<Banner> banner,
      Map<String, String> errors,
      List<EnvironmentProfile> among) {
    List<EnvironmentProfile> meant = possible(among);
    List<EnvironmentProfile> sources =
        meant.isEmpty() ? possible(catalogue.all().subjects()) : meant;
    String source = data.getOrDefault("source", "");
    return look.cards()
        .render(
            new BackupFormView(
                EnvironmentViewMapper.page(sources, source, look.labels()::title),
                sources.size(),
                source,
                data.getOrDefault("label", ""),
                data.getOrDefault("notes", ""),
                notesNote(),
                data.getOrDefault("reason", ""),
                "",
                UnreadableRowNotes.both(
                    banner, UnreadableRowNotes.banner(catalogue.all().unreadable(), "environment")),
                errors,
                Map.of("draft", data.getOrDefault("draft", UUID.randomUUID().toString()))));
  }

  private List<EnvironmentProfile> possible(List<EnvironmentProfile> subjects) {
    Instant now = look.clock().instant();
    return subjects.stream()
        .filter(subject -> Finding.worst(look.rules().backup(subject, now)) != Severity.RED)
        .toList();
  }

  private String notesNote() {
    return look.api().capabilities().backupNotes()
        ? ""
        : "Power Platform keeps no notes of a backup. They stay with the request, in Holdfast's"
            + " record.";
  }

  /**
   * Checks the form against the environment as it is now and stores the request.
   *
   * @param message Teams' id of the message that carries the form, which the request's card
   *     replaces; empty when it's posted as a new one
   */
  Outcome submit(Map<String, String> data, ChatUser who, ConversationRef where, String message) {
    EnvironmentInput source = EnvironmentInput.read(data, "source", catalogue);
    return source.unclear()
        ? Outcome.of(
            form(source.data(), Optional.empty(), Map.of("source", source.error()), source.among()))
        : submitClear(source.data(), who, where, message);
  }

  /**
   * The same for a form that stays where it is, because others see it and it might not be this
   * person's: what each of them fills in is a request of its own, and the same sent twice is one.
   */
  Outcome submitCopy(Map<String, String> data, ChatUser who, ConversationRef where) {
    Map<String, String> copy = new LinkedHashMap<>(data);
    String filledIn = who.id() + new TreeMap<>(data);
    copy.put("draft", UUID.nameUUIDFromBytes(filledIn.getBytes(StandardCharsets.UTF_8)).toString());
    return submit(copy, who, where, "");
  }

  /** What memory knows to be wrong with a form; empty when nothing is, or it was submitted. */
  Optional<FormErrors> objection(Map<String, String> data, ChatUser who) {
    return EnvironmentInput.readInMemory(data, "source", catalogue)
        .filter(
            source -> approvals.submitted(data.getOrDefault("draft", ""), who.person()).isEmpty())
        .flatMap(source -> objection(source.data()));
  }

  private Optional<FormErrors> objection(Map<String, String> data) {
    Map<String, String> errors = errors(data);
    return FormErrors.of(
        errors,
        errors.isEmpty() || !catalogue.isRead()
            ? Optional.empty()
            : Optional.of(form(data, Optional.empty(), errors, List.of())));
  }

  private Outcome submitClear(
      Map<String, String> data, ChatUser who, ConversationRef where, String message) {
    if (!DRAFT.matcher(data.getOrDefault("draft", "")).matches()) {
      Map<String, String> fresh = new LinkedHashMap<>(data);
      fresh.put("draft", UUID.randomUUID().toString());
      return again(
          fresh, Optional.of(new Banner(Tone.ATTENTION, "Send the form once more.")), Map.of());
    }
    Person requester = who.person();
    Optional<Request> before = approvals.submitted(data.getOrDefault("draft", ""), requester);
    if (before.isPresent()) {
      return new Outcome(Optional.empty(), before, true);
    }
    Map<String, String> errors = errors(data);
    if (!errors.isEmpty()) {
      return again(data, Optional.empty(), errors);
    }
    BackupPreflight read = preflight.backup(data.get("source"));
    OperationSpec work =
        new OperationSpec.Backup(
            look.labels().name(read.source()),
            data.get("label").strip(),
            data.getOrDefault("notes", "").strip());
    String objection =
        policy.denial(requester, work).orElseGet(() -> sentences(read, Severity.RED));
    if (!objection.isEmpty()) {
      return again(
          data,
          Optional.of(new Banner(Tone.BAD, DateTimeFormat.spelledOut(objection, who.zone()))),
          Map.of());
    }
    SubmitRequest submission =
        new SubmitRequest(
            data.get("draft"),
            requester,
            who.zone(),
            work,
            data.getOrDefault("reason", "").strip(),
            new RequestOrigin(
                where.conversation(), message, where.kind() == ConversationRef.Kind.PERSONAL),
            EnvironmentViewMapper.warnings(read.checks()));
    return new Outcome(Optional.empty(), Optional.of(approvals.submit(submission)), false);
  }

  private Outcome again(
      Map<String, String> data, Optional<Banner> banner, Map<String, String> errors) {
    return Outcome.of(form(data, banner, errors, List.of()));
  }

  private static Map<String, String> errors(Map<String, String> data) {
    Map<String, String> errors = new LinkedHashMap<>();
    if (data.getOrDefault("source", "").isBlank()) {
      errors.put("source", "Choose the environment to back up.");
    }
    String label = data.getOrDefault("label", "").strip();
    if (label.isEmpty()) {
      errors.put("label", "Give the backup a label, to find it again.");
    } else if (label.length() > LONGEST_LABEL) {
      errors.put("label", "A label has at most " + LONGEST_LABEL + " characters.");
    }
    if (data.getOrDefault("notes", "").strip().length() > LONGEST_NOTES) {
      errors.put("notes", "Notes have at most " + LONGEST_NOTES + " characters.");
    }
    return errors;
  }

  private static String sentences(BackupPreflight read, Severity severity) {
    return read.checks().stream()
        .filter(check -> check.severity() == severity)
        .map(Finding::sentence)
        .collect(Collectors.joining(" "));
  }
}
