package dev.holdfast.operation.backup;

import dev.holdfast.bot.environment.EnvironmentInput;
import dev.holdfast.bot.environment.EnvironmentViewMapper;
import dev.holdfast.bot.environment.UnreadableRowNotes;
import dev.holdfast.card.Card;
import dev.holdfast.card.view.Banner;
import dev.holdfast.environment.EnvironmentCatalog;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.environment.preflight.Severity;
import dev.holdfast.operation.FormLook;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The form for a manual backup. */
@Component
public class BackupForm {

  private static final int LONGEST_LABEL = 100;
  private static final int LONGEST_NOTES = 500;

  private final EnvironmentCatalog catalog;
  private final FormLook look;

  BackupForm(EnvironmentCatalog catalog, FormLook look) {
    this.catalog = catalog;
    this.look = look;
  }

  public Card form(String environmentId, String label) {
    return form(
        Map.of("source", environmentId, "label", label, "draft", UUID.randomUUID().toString()),
        Optional.empty(),
        Map.of(),
        List.of());
  }

  /**
   * @param among the environments to choose from; all when there are none among them
   */
  public Card form(
      Map<String, String> data,
      Optional<Banner> banner,
      Map<String, String> errors,
      List<EnvironmentProfile> among) {
    List<EnvironmentProfile> meant = possible(among);
    List<EnvironmentProfile> sources = meant.isEmpty() ? possible(catalog.all().subjects()) : meant;
    String source = data.getOrDefault("source", "");
    return look.cards()
        .render(
            new BackupFormView(
                EnvironmentViewMapper.page(sources, source, look.labels()::title),
                sources.size(),
                new BackupFormView.Values(
                    source,
                    data.getOrDefault("label", ""),
                    data.getOrDefault("notes", ""),
                    data.getOrDefault("reason", "")),
                notesNote(),
                "",
                UnreadableRowNotes.both(
                    banner, UnreadableRowNotes.banner(catalog.all().unreadable(), "environment")),
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
   * The form from what is in memory; empty when nothing is wrong with it or the environments
   * weren't read yet.
   */
  Optional<Card> formInMemory(Map<String, String> data, Map<String, String> errors) {
    return errors.isEmpty() || !catalog.isRead()
        ? Optional.empty()
        : Optional.of(form(data, Optional.empty(), errors, List.of()));
  }

  /** Which environment was chosen or typed. */
  EnvironmentInput source(Map<String, String> data) {
    return EnvironmentInput.read(data, "source", catalog);
  }

  /** The same from memory; empty when that leaves a doubt. */
  Optional<EnvironmentInput> sourceInMemory(Map<String, String> data) {
    return EnvironmentInput.readInMemory(data, "source", catalog);
  }

  /** What is wrong with what was filled in, by input. */
  static Map<String, String> errors(Map<String, String> data) {
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
}
