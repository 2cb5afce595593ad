package dev.holdfast.chat;

import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.card.Card;
import dev.holdfast.chat.CommandDesk.Answer;
import dev.holdfast.notice.Address;
import dev.holdfast.notice.Messenger.Posted;
import dev.holdfast.support.LogContext;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Computes replies; sends nothing. */
@Component
class ReplyFactory {

  private static final Logger log = LoggerFactory.getLogger(ReplyFactory.class);

  private final CommandDesk commands;
  private final ClickDesk clicks;
  private final HelpCard help;
  private final ErrorCards troubles;
  private final EnvironmentResolver naming;

  ReplyFactory(
      CommandDesk commands,
      ClickDesk clicks,
      HelpCard help,
      ErrorCards troubles,
      EnvironmentResolver naming) {
    this.naming = naming;
    this.commands = commands;
    this.clicks = clicks;
    this.help = help;
    this.troubles = troubles;
  }

  Optional<Reply> toMessage(IncomingMessage said) {
    Answer answer = commands.answer(said);
    return Optional.of(
        reply(answer, answer.to(said.where(), said.who()), said.where(), said.who()));
  }

  Optional<Reply> toClick(CardActionInvocation clicked) {
    return clicks
        .answer(clicked)
        .map(answer -> reply(answer, addressee(answer, clicked), clicked.where(), clicked.who()))
        .map(
            reply ->
                clicks.inPlace(clicked)
                    ? reply.replacing(new Posted(clicked.where().conversation(), clicked.message()))
                    : reply);
  }

  /** Reads what a change needs to know of the admin API, so that no transaction waits for it. */
  void prepare() {
    naming.prepare();
  }

  Optional<Reply> welcome(ConversationRef where) {
    return Optional.of(Reply.card(where.everybody(), help.welcome()));
  }

  /** A card that follows a request is everybody's: each conversation has one. */
  private Address addressee(Answer answer, CardActionInvocation clicked) {
    return answer.follow().isEmpty() && clicks.isForClickerAlone(clicked)
        ? clicked.where().only(clicked.who().id())
        : answer.to(clicked.where(), clicked.who());
  }

  private static Reply reply(Answer answer, Address to, ConversationRef where, ChatUser who) {
    return new Reply(
        to.toString(),
        Optional.empty(),
        answer.ownedBy(who, where).card(),
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
  Reply trouble(ConversationRef where, String about, RuntimeException e) {
    return Reply.card(where.everybody(), trouble(about, e));
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
