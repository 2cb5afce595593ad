package dev.holdfast.chat.delegation;

import dev.holdfast.approval.delegation.Delegation;
import dev.holdfast.approval.delegation.DelegationService;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.card.Card;
import dev.holdfast.card.CardRenderer;
import dev.holdfast.chat.delegation.DelegationsView.Row;
import dev.holdfast.message.Message;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Cards of delegations; the delegator's have a button to end each. */
@Component
class DelegationCards {

  /** The delegation that a button ends. */
  static final String DELEGATION = "delegation";

  /** Whether a card shows all of a person's delegations. */
  static final String LIST = "list";

  private static final Comparator<Delegation> NEWEST_FIRST =
      Comparator.comparingLong(Delegation::id).reversed();

  private final DelegationService delegations;
  private final CardRenderer cards;

  DelegationCards(DelegationService delegations, CardRenderer cards) {
    this.delegations = delegations;
    this.cards = cards;
  }

  /** The card of a delegation that has just begun. */
  Card started(Delegation begun, ChatUser who) {
    Message said =
        Message.of("delegation.started", "person", begun.to().name(), "time", begun.until());
    Row row = new Row("", begun.to().name(), Optional.of(end(begun, false)));
    return cards.render(new DelegationsView(who.texts().of(said), List.of(row), 1));
  }

  /** The same when it's over. */
  Card ended(Delegation over, ChatUser who) {
    return cards.render(new DelegationsView(who.texts().of(said(over)), List.of(), 0));
  }

  /** All of a person's delegations, without the one that has just ended. */
  Card listWithout(Delegation over, ChatUser who) {
    return list(who.texts().of(said(over)), who);
  }

  /** All of a person's delegations; empty when there are none. */
  Optional<Card> list(ChatUser who) {
    return delegations.from(who.person()).isEmpty() && delegations.to(who.person()).isEmpty()
        ? Optional.empty()
        : Optional.of(list("", who));
  }

  private static Message said(Delegation over) {
    return Message.of("delegation.ended", "people", List.of(over.to().name()));
  }

  private Card list(String sentence, ChatUser who) {
    List<Row> rows = new ArrayList<>();
    for (Delegation given : delegations.from(who.person()).stream().sorted(NEWEST_FIRST).toList()) {
      rows.add(
          new Row(
              line("delegation.line.given", given.to().name(), given, who),
              given.to().name(),
              Optional.of(end(given, true))
                  .filter(data -> rows.size() < DelegationsView.MOST_BUTTONS)));
    }
    delegations.to(who.person()).stream()
        .sorted(NEWEST_FIRST)
        .map(received -> line("delegation.line.received", received.from().name(), received, who))
        .forEach(text -> rows.add(new Row(text, "", Optional.empty())));
    return cards.render(
        new DelegationsView(
            sentence, rows.subList(0, Math.min(rows.size(), DelegationsView.PAGE)), rows.size()));
  }

  private static String line(String code, String person, Delegation delegation, ChatUser who) {
    return who.texts().of(code, "person", person, "time", delegation.until());
  }

  private static Map<String, String> end(Delegation delegation, boolean list) {
    return Map.of(DELEGATION, String.valueOf(delegation.id()), LIST, String.valueOf(list));
  }
}
