package dev.holdfast.operation.several;

import dev.holdfast.approval.PermissionEvaluator;
import dev.holdfast.approval.SubmissionRules;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.environment.EnvironmentInput;
import dev.holdfast.bot.environment.ReadableEnvironments;
import dev.holdfast.bot.environment.UnreadableRowNotes;
import dev.holdfast.bot.help.HelpCard;
import dev.holdfast.card.Card;
import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.Banner;
import dev.holdfast.card.view.Choice;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.NameMarks;
import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.environment.preflight.Severity;
import dev.holdfast.message.Message;
import dev.holdfast.operation.CheckedOrder;
import dev.holdfast.operation.FormLook;
import dev.holdfast.operation.TicketForm;
import dev.holdfast.operation.backup.BackupForm;
import dev.holdfast.operation.backup.BackupSpec;
import dev.holdfast.operation.backup.SeveralBackups;
import dev.holdfast.operation.draft.DirectForm;
import dev.holdfast.operation.start.StartInput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * The form for backups of several environments. What was meant is looked up once, when it's opened:
 * from then on it's a list, and that list is what is approved.
 */
@Component
class SeveralBackupsForm implements DirectForm, SeveralBackups {

  /** Its field for the environments that it lists. */
  static final String OFFERED = "offered";

  /** Its input for those that are chosen. */
  static final String CHOSEN = "environments";

  /** Under which an error about them is shown. */
  private static final String SOURCE = "source";

  private static final CardTexts TEXTS = CardTexts.SHARED;

  private final ReadableEnvironments catalog;
  private final FormLook look;
  private final SeveralBackupsCheck checks;
  private final Rights rights;
  private final HelpCard help;
  private final SeveralBackupsProperties settings;

  SeveralBackupsForm(
      ReadableEnvironments catalog,
      FormLook look,
      SeveralBackupsCheck checks,
      Rights rights,
      HelpCard help,
      SeveralBackupsProperties settings) {
    this.catalog = catalog;
    this.look = look;
    this.checks = checks;
    this.rights = rights;
    this.help = help;
    this.settings = settings;
  }

  /** Who may request what. */
  @Component
  record Rights(SubmissionRules rules, PermissionEvaluator permissions) {

    /** The environments of which the policy lets a person request backups. */
    List<EnvironmentProfile> among(List<EnvironmentProfile> meant, FormLook look, ChatUser who) {
      if (meant.isEmpty()) {
        return meant;
      }
      rules.prepare(
          new SeveralBackupsSpec(meant.stream().map(look.labels()::name).toList(), "", ""));
      return meant.stream()
          .filter(
              one ->
                  permissions
                      .denial(who.person(), new BackupSpec(look.labels().name(one), "", ""))
                      .isEmpty())
          .toList();
    }
  }

  @Override
  public Optional<Card> form(List<String> words, Map<String, String> known, ChatUser who) {
    return EnvironmentSelection.of(words, text -> catalog.find(text, who))
        .map(
            meant -> {
              Map<String, String> data = new LinkedHashMap<>(known);
              data.put("label", meant.label());
              return offer(meant.which(), data, String.join(" ", words), who);
            });
  }

  /** Offers the environments that the data name, or else all. */
  Card offering(Map<String, String> data, ChatUser who) {
    List<String> named = EnvironmentIds.of(data.getOrDefault(OFFERED, ""));
    Map<String, String> filledIn = Map.of("label", data.getOrDefault("label", ""));
    return offer(one -> named.isEmpty() || named.contains(one.id()), filledIn, "", who);
  }

  private Card offer(
      Predicate<EnvironmentProfile> which, Map<String, String> data, String words, ChatUser who) {
    List<EnvironmentProfile> meant = catalog.all(who).subjects().stream().filter(which).toList();
    List<EnvironmentProfile> permitted = rights.among(meant, look, who);
    List<EnvironmentProfile> possible = permitted.stream().filter(this::isPossible).toList();
    if (possible.isEmpty()) {
      return help.hint(who.texts().of(none(meant, words)), who);
    }
    if (possible.size() > settings.most()) {
      return help.hint(who.texts().of(tooMany(possible.size())), who);
    }
    String ids = EnvironmentIds.text(possible.stream().map(EnvironmentProfile::id).toList());
    Map<String, String> all = new LinkedHashMap<>(data);
    all.put(OFFERED, ids);
    all.put(CHOSEN, ids);
    return card(all, who, leftOut(meant, permitted), Optional.empty(), Map.of());
  }

  /** Words that match nothing read the same as those that match what can't be seen. */
  private static Message none(List<EnvironmentProfile> meant, String words) {
    return meant.isEmpty()
        ? Message.of("severalBackups.none", "text", words)
        : Message.of("severalBackups.nonePossible");
  }

  private Message tooMany(int count) {
    return Message.of("severalBackups.tooMany", "count", count, "most", settings.most());
  }

  private boolean isPossible(EnvironmentProfile subject) {
    Instant now = look.clock().instant();
    return Finding.worst(look.rules().backup(subject, now)) != Severity.RED;
  }

  /** All of these can be seen by the reader. Others aren't there for them, and aren't counted. */
  private List<Message> leftOut(
      List<EnvironmentProfile> meant, List<EnvironmentProfile> permitted) {
    List<Message> sentences = new ArrayList<>();
    if (permitted.size() < meant.size()) {
      sentences.add(
          Message.of("severalBackups.notPermitted", "count", meant.size() - permitted.size()));
    }
    List<String> impossible =
        permitted.stream()
            .filter(one -> !isPossible(one))
            .map(one -> NameMarks.shown(one.name()))
            .toList();
    if (!impossible.isEmpty()) {
      sentences.add(Message.of("severalBackups.notPossible", "environments", impossible));
    }
    return sentences;
  }

  @Override
  public Card form(
      Map<String, String> data,
      ChatUser who,
      Optional<Banner> banner,
      Map<String, Message> errors,
      List<EnvironmentProfile> among) {
    return card(data, who, List.of(), banner, errors);
  }

  private Card card(
      Map<String, String> data,
      ChatUser who,
      List<Message> leftOut,
      Optional<Banner> banner,
      Map<String, Message> errors) {
    StartInput start = StartInput.of(data);
    return look.cards()
        .render(
            new SeveralBackupsFormView(
                known(data, OFFERED, id -> catalog.byId(id, who)).stream()
                    .map(one -> new Choice(look.labels().title(one), one.id()))
                    .toList(),
                TEXTS.of(leftOut),
                new SeveralBackupsFormView.Values(
                    data.getOrDefault(CHOSEN, ""),
                    data.getOrDefault("label", ""),
                    data.getOrDefault("notes", ""),
                    data.getOrDefault("reason", ""),
                    look.tickets().shown(data.getOrDefault(TicketForm.ID, "")),
                    look.starts().shown(start, who)),
                look.api().capabilities().backupNotes() ? "" : TEXTS.of("backupForm.notes.note"),
                UnreadableRowNotes.both(
                    banner, UnreadableRowNotes.environments(catalog.all(who).unreadable(), TEXTS)),
                TEXTS.of(look.starts().read(start, who).with(errors)),
                submitted(data)));
  }

  private Map<String, String> submitted(Map<String, String> data) {
    Map<String, String> submit =
        new LinkedHashMap<>(DirectForm.submitted(data, look.cards().marksRehearsal()));
    submit.put(OFFERED, data.getOrDefault(OFFERED, ""));
    return submit;
  }

  private static List<EnvironmentProfile> known(
      Map<String, String> data, String field, Function<String, Optional<EnvironmentProfile>> find) {
    return EnvironmentIds.of(data.getOrDefault(field, "")).stream()
        .flatMap(id -> find.apply(id).stream())
        .toList();
  }

  @Override
  public Optional<Card> formInMemory(
      Map<String, String> data, ChatUser who, Map<String, Message> errors) {
    return errors.isEmpty() || !catalog.isRead()
        ? Optional.empty()
        : Optional.of(form(data, who, Optional.empty(), errors, List.of()));
  }

  /** A client can send whatever it likes: each has to be one that the person may see. */
  @Override
  public EnvironmentInput source(Map<String, String> data, ChatUser who) {
    return input(data, id -> catalog.byId(id, who))
        .orElseGet(
            () ->
                new EnvironmentInput(
                    data, Optional.of(Message.of("severalBackups.gone")), List.of()));
  }

  @Override
  public Optional<EnvironmentInput> sourceInMemory(Map<String, String> data, ChatUser who) {
    return input(data, id -> catalog.inMemory(id, who));
  }

  private static Optional<EnvironmentInput> input(
      Map<String, String> data, Function<String, Optional<EnvironmentProfile>> find) {
    boolean allKnown =
        known(data, CHOSEN, find).size() == EnvironmentIds.of(data.getOrDefault(CHOSEN, "")).size();
    return allKnown
        ? Optional.of(new EnvironmentInput(data, Optional.empty(), List.of()))
        : Optional.empty();
  }

  @Override
  public Map<String, Message> objections(Map<String, String> data) {
    Map<String, Message> errors = new LinkedHashMap<>(BackupForm.textErrors(data));
    int chosen = EnvironmentIds.of(data.getOrDefault(CHOSEN, "")).size();
    if (chosen == 0) {
      errors.put(SOURCE, Message.of("severalBackups.choose"));
    } else if (chosen > settings.most()) {
      errors.put(SOURCE, tooMany(chosen));
    }
    return errors;
  }

  @Override
  public boolean canBePlanned() {
    return true;
  }

  @Override
  public CheckedOrder check(Map<String, String> data) {
    return checks.check(data);
  }
}
