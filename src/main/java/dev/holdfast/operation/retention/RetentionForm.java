package dev.holdfast.operation.retention;

import dev.holdfast.adminapi.AdminApi.RetentionPeriod;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.card.ErrorCards;
import dev.holdfast.bot.environment.ReadableEnvironments;
import dev.holdfast.card.Card;
import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.Banner;
import dev.holdfast.card.view.Choice;
import dev.holdfast.card.view.Fact;
import dev.holdfast.card.view.Tone;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.RestoreWindow;
import dev.holdfast.message.Message;
import dev.holdfast.operation.FormLook;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The form that asks how long backups are to be kept, and why. */
@Component
class RetentionForm {

  private static final CardTexts TEXTS = CardTexts.SHARED;

  private final ReadableEnvironments catalog;
  private final FormLook look;
  private final ErrorCards troubles;
  private final RetentionCheck checks;

  RetentionForm(
      ReadableEnvironments catalog, FormLook look, ErrorCards troubles, RetentionCheck checks) {
    this.catalog = catalog;
    this.look = look;
    this.troubles = troubles;
    this.checks = checks;
  }

  Card form(RetentionInput input, ChatUser who, Map<String, Message> errors) {
    return catalog
        .byId(input.environment(), who)
        .map(environment -> form(environment, input, who, errors))
        .orElseGet(() -> gone(who));
  }

  /** Whether a person may see the environment that is meant. */
  boolean isThere(RetentionInput input, ChatUser who) {
    return catalog.byId(input.environment(), who).isPresent();
  }

  /** The same from what is in memory; empty when that isn't enough. */
  Optional<Card> formInMemory(RetentionInput input, ChatUser who, Map<String, Message> errors) {
    return catalog
        .inMemory(input.environment(), who)
        .map(environment -> form(environment, input, who, errors));
  }

  private Card form(
      EnvironmentProfile environment,
      RetentionInput input,
      ChatUser who,
      Map<String, Message> errors) {
    return look.cards()
        .render(
            new RetentionFormView(
                look.labels().side(environment),
                now(environment, new CardTexts(who.zone())),
                Arrays.stream(RetentionPeriod.values()).map(RetentionForm::choice).toList(),
                new RetentionFormView.Values(
                    input.chosen().map(RetentionPeriod::iso).orElse(""),
                    input.reason(),
                    look.tickets().shown(input.ticket())),
                notSupported(),
                TEXTS.of(errors),
                Map.of(RetentionInput.ENVIRONMENT, environment.id())));
  }

  private static Choice choice(RetentionPeriod period) {
    return new Choice(TEXTS.of("operation.retention.period", "days", period.days()), period.iso());
  }

  private List<Fact> now(EnvironmentProfile environment, CardTexts texts) {
    List<Fact> facts = new ArrayList<>();
    RetentionRules.days(environment)
        .map(days -> Message.of("operation.retention.period", "days", days))
        .map(days -> texts.fact("retentionForm.now", days))
        .ifPresent(facts::add);
    RestoreWindow.earliest(environment, look.clock().instant())
        .map(from -> texts.fact("retentionForm.earliest", texts.at(from)))
        .ifPresent(facts::add);
    return facts;
  }

  /** Nobody should fill in what can't be done. */
  private Optional<Banner> notSupported() {
    return checks.isChangeable()
        ? Optional.empty()
        : Optional.of(new Banner(Tone.BAD, TEXTS.of("backupRetention.notSupported")));
  }

  private Card gone(ChatUser who) {
    return troubles.plain(
        Message.of("environment.gone"), Message.of("error.unchanged"), List.of(), who.texts());
  }
}
