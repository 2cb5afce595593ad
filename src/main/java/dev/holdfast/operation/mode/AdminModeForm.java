package dev.holdfast.operation.mode;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.environment.EnvironmentInput;
import dev.holdfast.bot.environment.EnvironmentViewMapper;
import dev.holdfast.bot.environment.ReadableEnvironments;
import dev.holdfast.bot.environment.UnreadableRowNotes;
import dev.holdfast.card.Card;
import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.Banner;
import dev.holdfast.card.view.Tone;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.message.Message;
import dev.holdfast.operation.CheckedOrder;
import dev.holdfast.operation.FormLook;
import dev.holdfast.operation.TicketForm;
import dev.holdfast.operation.draft.DirectForm;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The form for a change of administration mode. */
@Component
class AdminModeForm implements DirectForm {

  private static final CardTexts TEXTS = CardTexts.SHARED;

  private final ReadableEnvironments catalog;
  private final FormLook look;
  private final AdminModeCheck checks;

  AdminModeForm(ReadableEnvironments catalog, FormLook look, AdminModeCheck checks) {
    this.catalog = catalog;
    this.look = look;
    this.checks = checks;
  }

  /** Filled in with what is known. */
  Card form(Map<String, String> data, ChatUser who) {
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
    List<EnvironmentProfile> all = meant.isEmpty() ? possible(catalog.all(who).subjects()) : meant;
    String chosen = data.getOrDefault(AdminModeInput.SOURCE, "");
    return look.cards()
        .render(
            new AdminModeFormView(
                EnvironmentViewMapper.page(all, chosen, look.labels()::title),
                all.size(),
                new AdminModeFormView.Values(
                    chosen,
                    data.getOrDefault(AdminModeInput.MODE, ""),
                    data.getOrDefault(AdminModeInput.REASON, ""),
                    look.tickets().shown(data.getOrDefault(TicketForm.ID, ""))),
                UnreadableRowNotes.both(
                    banner.or(this::notSupported),
                    UnreadableRowNotes.environments(catalog.all(who).unreadable(), TEXTS)),
                TEXTS.of(errors),
                DirectForm.submitted(data, look.cards().marksRehearsal())));
  }

  /** Nobody should fill in what can't be done. */
  private Optional<Banner> notSupported() {
    return checks.isChangeable()
        ? Optional.empty()
        : Optional.of(new Banner(Tone.BAD, TEXTS.of("adminModeChange.notSupported")));
  }

  private static List<EnvironmentProfile> possible(List<EnvironmentProfile> environments) {
    return environments.stream().filter(one -> one.environment().dataverse().isPresent()).toList();
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
    return EnvironmentInput.read(data, AdminModeInput.SOURCE, catalog, who);
  }

  @Override
  public Optional<EnvironmentInput> sourceInMemory(Map<String, String> data, ChatUser who) {
    return EnvironmentInput.readInMemory(data, AdminModeInput.SOURCE, catalog, who);
  }

  @Override
  public Map<String, Message> objections(Map<String, String> data) {
    return AdminModeInput.errors(data);
  }

  @Override
  public CheckedOrder check(Map<String, String> data) {
    return checks.check(data.get(AdminModeInput.SOURCE), AdminModeInput.mode(data).orElseThrow());
  }
}
