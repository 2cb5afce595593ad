package dev.holdfast.bot.dispatch;

import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.ConversationRef;
import dev.holdfast.bot.DatabaseOutage;
import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.action.CardOwner;
import dev.holdfast.bot.card.ErrorCards;
import dev.holdfast.bot.command.ParsedCommand;
import dev.holdfast.bot.environment.EnvironmentResolver;
import dev.holdfast.bot.help.HelpCard;
import dev.holdfast.card.Card;
import dev.holdfast.messaging.Address;
import dev.holdfast.messaging.Messenger.Posted;
import dev.holdfast.support.LogContext;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Computes replies; sends nothing. */
@Component
class ReplyFactory {

  private static final Logger log = LoggerFactory.getLogger(ReplyFactory.class);

  private final CommandDispatcher commands;
  private final CardActionDispatcher actions;
  private final HelpCard help;
  private final ErrorCards troubles;
  private final EnvironmentResolver naming;

  ReplyFactory(
      CommandDispatcher commands,
      CardActionDispatcher actions,
      HelpCard help,
      ErrorCards troubles,
      EnvironmentResolver naming) {
    this.naming = naming;
    this.commands = commands;
    this.actions = actions;
    this.help = help;
    this.troubles = troubles;
  }

  Optional<AddressedReply> toMessage(ParsedCommand command, IncomingMessage said) {
    Reply answer = commands.reply(command, said);
    return Optional.of(
        reply(answer, answer.to(said.where(), said.who()), said.where(), said.who()));
  }

  Optional<AddressedReply> toClick(CardActionInvocation clicked) {
    return actions
        .replyAction(clicked)
        .orElseThrow(() -> new IllegalArgumentException("no answer to " + clicked.verb()))
        .handle(clicked)
        .map(answer -> reply(answer, addressee(answer, clicked), clicked.where(), clicked.who()))
        .map(
            reply ->
                actions.inPlace(clicked)
                    ? reply.replacing(new Posted(clicked.where().conversation(), clicked.message()))
                    : reply);
  }

  /** Reads what a change needs to know of the admin API, so that no transaction waits for it. */
  void prepare() {
    naming.prepare();
  }

  Optional<AddressedReply> welcome(ConversationRef where) {
    return Optional.of(AddressedReply.card(where.everybody(), help.welcome()));
  }

  /** A card that follows a request is everybody's: each conversation has one. */
  private Address addressee(Reply answer, CardActionInvocation clicked) {
    return answer.follow().isEmpty() && actions.isForClickerAlone(clicked)
        ? clicked.where().only(clicked.who().id())
        : answer.to(clicked.where(), clicked.who());
  }

  /** Nobody but the asker can replace a card, unless it follows a request. */
  private static AddressedReply reply(
      Reply answer, Address to, ConversationRef where, ChatUser who) {
    return new AddressedReply(
        to.toString(),
        Optional.empty(),
        answer.follow().isPresent()
            ? answer.card()
            : answer.card().map(card -> CardOwner.mark(card, who, where)),
        answer.text(),
        answer.follow());
  }

  /**
   * What the person is told when a reply can't be computed.
   *
   * @param about what the person asked
   * @throws RuntimeException {@code e} itself when the database is behind it: it comes back, and
   *     the task with it
   */
  AddressedReply trouble(ConversationRef where, String about, RuntimeException e) {
    return AddressedReply.card(where.everybody(), trouble(about, e));
  }

  private Card trouble(String about, RuntimeException e) {
    if (e instanceof AdminApiException service) {
      log.info("an answer could not be given, the person is told: {}", service.forLog());
      return troubles.withAdminApi(about, service);
    }
    if (DatabaseOutage.isBehind(e)) {
      throw e;
    }
    String reference = LogContext.reference();
    log.error("an answer failed, the person is told the reference {}", reference, e);
    return troubles.ofOurOwn(reference);
  }
}
