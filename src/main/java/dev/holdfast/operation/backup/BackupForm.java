package dev.holdfast.operation.backup;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.TextLimit;
import dev.holdfast.bot.environment.EnvironmentInput;
import dev.holdfast.bot.environment.EnvironmentViewMapper;
import dev.holdfast.bot.environment.ReadableEnvironments;
import dev.holdfast.bot.environment.UnreadableRowNotes;
import dev.holdfast.card.Card;
import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.Banner;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.environment.preflight.Severity;
import dev.holdfast.message.Message;
import dev.holdfast.operation.CheckedOrder;
import dev.holdfast.operation.FormLook;
import dev.holdfast.operation.TicketForm;
import dev.holdfast.operation.draft.DirectForm;
import dev.holdfast.operation.repeat.RepeatFields;
import dev.holdfast.operation.repeat.RepeatForm;
import dev.holdfast.operation.start.StartForm;
import dev.holdfast.operation.start.StartInput;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The form for a manual backup. */
@Component
public class BackupForm implements DirectForm {

  private static final CardTexts TEXTS = CardTexts.SHARED;

  private final ReadableEnvironments catalog;
  private final FormLook look;
  private final BackupCheck checks;

  BackupForm(ReadableEnvironments catalog, FormLook look, BackupCheck checks) {
    this.catalog = catalog;
    this.look = look;
    this.checks = checks;
  }

  /**
   * @param start words for the time at which it's to start; empty for as soon as possible
   */
  public Card form(String environmentId, String label, String start, ChatUser who) {
    return form(Map.of("source", environmentId, "label", label, StartForm.ID, start), who);
  }

  /** A new form with what is known of it. */
  Card form(Map<String, String> known, ChatUser who) {
    Map<String, String> data = new LinkedHashMap<>(known);
    data.put("draft", UUID.randomUUID().toString());
    return form(data, who, Optional.empty(), Map.of(), List.of());
  }

  @Override
  public Card form(
      Map<String, String> data,
      ChatUser who,
      Optional<Banner> banner,
      Map<String, Message> errors,
      List<EnvironmentProfile> among) {
    List<EnvironmentProfile> meant = possible(among);
    List<EnvironmentProfile> sources =
        meant.isEmpty() ? possible(catalog.all(who).subjects()) : meant;
    String source = data.getOrDefault("source", "");
    StartInput start = StartInput.of(data);
    String repeat = data.getOrDefault(RepeatForm.ID, "");
    return look.cards()
        .render(
            new BackupFormView(
                EnvironmentViewMapper.page(sources, source, look.labels()::title),
                sources.size(),
                new BackupFormView.Values(
                    source,
                    data.getOrDefault("label", ""),
                    data.getOrDefault("notes", ""),
                    data.getOrDefault("reason", ""),
                    look.tickets().shown(data.getOrDefault(TicketForm.ID, "")),
                    look.starts().shown(start, who),
                    RepeatFields.of(look.repeats().shown(repeat, who), who)),
                notesNote(),
                "",
                UnreadableRowNotes.both(
                    banner, UnreadableRowNotes.environments(catalog.all(who).unreadable(), TEXTS)),
                TEXTS.of(look.starts().read(start, who).with(errors)),
                submitted(data)));
  }

  private Map<String, String> submitted(Map<String, String> data) {
    Map<String, String> sent =
        new LinkedHashMap<>(DirectForm.submitted(data, look.cards().marksRehearsal()));
    Optional.ofNullable(data.get(RepeatForm.CHANGES))
        .ifPresent(series -> sent.put(RepeatForm.CHANGES, series));
    return sent;
  }

  private List<EnvironmentProfile> possible(List<EnvironmentProfile> subjects) {
    Instant now = look.clock().instant();
    return subjects.stream()
        .filter(subject -> Finding.worst(look.rules().backup(subject, now)) != Severity.RED)
        .toList();
  }

  private String notesNote() {
    return look.api().capabilities().backupNotes() ? "" : TEXTS.of("backupForm.notes.note");
  }

  @Override
  public Optional<Card> formInMemory(
      Map<String, String> data, ChatUser who, Map<String, Message> errors) {
    return errors.isEmpty() || !catalog.isRead()
        ? Optional.empty()
        : Optional.of(form(data, who, Optional.empty(), errors, List.of()));
  }

  @Override
  public EnvironmentInput source(Map<String, String> data, ChatUser who) {
    return EnvironmentInput.read(data, "source", catalog, who);
  }

  @Override
  public Optional<EnvironmentInput> sourceInMemory(Map<String, String> data, ChatUser who) {
    return EnvironmentInput.readInMemory(data, "source", catalog, who);
  }

  @Override
  public Map<String, Message> objections(Map<String, String> data) {
    return errors(data);
  }

  @Override
  public boolean canBePlanned() {
    return true;
  }

  @Override
  public boolean canBeRepeated() {
    return true;
  }

  @Override
  public CheckedOrder check(Map<String, String> data) {
    return checks.check(data);
  }

  /** What is wrong with what was filled in, by input. */
  static Map<String, Message> errors(Map<String, String> data) {
    Map<String, Message> errors = new LinkedHashMap<>();
    if (data.getOrDefault("source", "").isBlank()) {
      errors.put("source", Message.of("backupForm.source.missing"));
    }
    errors.putAll(textErrors(data));
    return errors;
  }

  /** What is wrong with label and notes, by input. */
  public static Map<String, Message> textErrors(Map<String, String> data) {
    Map<String, Message> errors = new LinkedHashMap<>();
    String label = data.getOrDefault("label", "").strip();
    if (label.isEmpty()) {
      errors.put("label", Message.of("card.backup-form.label.missing"));
    } else if (label.length() > TextLimit.LABEL.most()) {
      errors.put("label", Message.of("backupForm.label.tooLong", "most", TextLimit.LABEL.most()));
    }
    if (data.getOrDefault("notes", "").strip().length() > TextLimit.NOTES.most()) {
      errors.put("notes", Message.of("backupForm.notes.tooLong", "most", TextLimit.NOTES.most()));
    }
    return errors;
  }
}
