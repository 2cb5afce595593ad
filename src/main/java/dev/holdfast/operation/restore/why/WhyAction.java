package dev.holdfast.operation.restore.why;

import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.action.ActionVerb;
import dev.holdfast.bot.action.ReplyAction;
import dev.holdfast.bot.environment.ReadableEnvironments;
import dev.holdfast.bot.help.HelpCard;
import dev.holdfast.card.Card;
import dev.holdfast.environment.EnvironmentProfile;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Says why an environment is no target, or for a source which ones are left out. */
@Component
class WhyAction implements ReplyAction {

  static final ActionVerb VERB = new ActionVerb("why.show");

  private final RestoreEligibilityCards cards;
  private final ReadableEnvironments catalog;
  private final HelpCard help;

  WhyAction(RestoreEligibilityCards cards, ReadableEnvironments catalog, HelpCard help) {
    this.cards = cards;
    this.catalog = catalog;
    this.help = help;
  }

  @Override
  public ActionVerb verb() {
    return VERB;
  }

  @Override
  public Set<String> sentFrom() {
    return Set.of("environment", "restore-form", "candidates");
  }

  @Override
  public Optional<Reply> handle(CardActionInvocation clicked) {
    return Optional.of(Reply.of(why(clicked)));
  }

  private Card why(CardActionInvocation clicked) {
    ChatUser who = clicked.who();
    Optional<EnvironmentProfile> source = catalog.byId(clicked.text("source"), who);
    String target = clicked.text("target");
    return target.isEmpty() && source.isPresent()
        ? cards.leftOut(source.get(), catalog.all(who).subjects(), who.zone())
        : catalog
            .byId(target, who)
            .map(one -> cards.why(one.id(), source.map(EnvironmentProfile::id), who))
            .orElseGet(() -> help.hint(who.texts().of("environment.gone"), who));
  }
}
