package dev.holdfast.chat;

import dev.holdfast.chat.CommandDesk.Answer;
import dev.holdfast.notice.Address;
import dev.holdfast.notice.Messenger.Posted;
import dev.holdfast.notice.UndeliverableException;
import dev.holdfast.notice.UndeliverableException.Reason;
import dev.holdfast.platform.AdminApiException;
import dev.holdfast.trail.Trail;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Finds the answer and sends it. Whatever goes wrong on the way becomes an answer too, but a
 * database that is away: it comes back, and the task with it.
 */
@Component
class Answers {

  private static final Logger log = LoggerFactory.getLogger(Answers.class);
  private static final Set<Reason> COMES_BACK =
      EnumSet.of(Reason.NOT_YET, Reason.LATER, Reason.UNCERTAIN);

  private final CommandDesk commands;
  private final ClickDesk clicks;
  private final HelpCards help;
  private final Troubles troubles;
  private final Sender sender;

  Answers(
      CommandDesk commands, ClickDesk clicks, HelpCards help, Troubles troubles, Sender sender) {
    this.commands = commands;
    this.clicks = clicks;
    this.help = help;
    this.troubles = troubles;
    this.sender = sender;
  }

  void toMessage(Said said) {
    send(
        answer -> answer.to(said.where(), said.who()),
        Optional.empty(),
        attempt(said.text(), () -> Optional.of(commands.answer(said)))
            .map(answer -> answer.ownedBy(said.who(), said.where())));
  }

  void toClick(Clicked clicked) {
    Optional<Posted> inPlace =
        clicks.inPlace(clicked)
            ? Optional.of(new Posted(clicked.where().conversation(), clicked.message()))
            : Optional.empty();
    send(
        answer ->
            CardOwner.isAnothers(clicked)
                ? clicked.where().only(clicked.who().id())
                : answer.to(clicked.where(), clicked.who()),
        inPlace,
        attempt("", () -> clicks.answer(clicked))
            .map(answer -> answer.ownedBy(clicked.who(), clicked.where())));
  }

  void welcome(Place where) {
    send(answer -> where.everybody(), Optional.empty(), Optional.of(Answer.of(help.welcome())));
  }

  /** Has any other answer sent. */
  void give(Place where, Runnable answer) {
    deliver(
        where.everybody(),
        () -> {
          try {
            answer.run();
          } catch (UndeliverableException e) {
            throw e;
          } catch (RuntimeException e) {
            sender.send(where.everybody(), Optional.empty(), trouble("", e));
          }
        });
  }

  private Optional<Answer> attempt(String about, Supplier<Optional<Answer>> answer) {
    try {
      return answer.get();
    } catch (RuntimeException e) {
      return Optional.of(trouble(about, e));
    }
  }

  private Answer trouble(String about, RuntimeException e) {
    if (e instanceof AdminApiException service) {
      log.info("an answer could not be given, the person is told: {}", service.forLog());
      return Answer.of(troubles.withAdminApi(about, service));
    }
    if (Outage.isBehind(e)) {
      throw e;
    }
    String reference = Trail.reference();
    log.error("an answer failed, the person is told the reference {}", reference, e);
    return Answer.of(troubles.ofOurOwn(reference));
  }

  private void send(
      Function<Answer, Address> to, Optional<Posted> inPlace, Optional<Answer> answer) {
    answer.ifPresent(found -> send(to.apply(found), inPlace, found));
  }

  private void send(Address to, Optional<Posted> inPlace, Answer answer) {
    deliver(to, () -> sender.send(to, inPlace, answer));
  }

  private static void deliver(Address to, Runnable sending) {
    try {
      sending.run();
    } catch (UndeliverableException e) {
      if (COMES_BACK.contains(e.reason())) {
        throw e;
      }
      log.warn("an answer does not reach {} and is dropped: {}", to, e.getMessage());
    }
  }
}
