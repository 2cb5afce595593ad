package dev.holdfast.operation.series;

import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.action.ActionVerb;
import dev.holdfast.card.Card;
import dev.holdfast.operation.OpenFormAction;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Opens the form of what a series does each time, to change the series or to ask for it again. */
@Component
class SeriesFormAction implements OpenFormAction {

  static final ActionVerb VERB = new ActionVerb("seriesform.open");

  /** The verb of the form that is opened. */
  static final String FORM = "form";

  private final ObjectProvider<OpenFormAction> forms;

  SeriesFormAction(ObjectProvider<OpenFormAction> forms) {
    this.forms = forms;
  }

  @Override
  public ActionVerb verb() {
    return VERB;
  }

  @Override
  public Set<String> sentFrom() {
    return Set.of("series");
  }

  @Override
  public Optional<Reply> handle(CardActionInvocation clicked) {
    return meant(clicked.data()).map(form -> Reply.of(form.form(clicked.data(), clicked.who())));
  }

  @Override
  public Card form(Map<String, String> data, ChatUser who) {
    return meant(data).orElseThrow().form(data, who);
  }

  private Optional<OpenFormAction> meant(Map<String, String> data) {
    return forms.stream()
        .filter(form -> form != this)
        .filter(form -> form.verb().name().equals(data.get(FORM)))
        .findFirst();
  }
}
