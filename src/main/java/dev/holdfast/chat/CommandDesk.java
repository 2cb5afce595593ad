package dev.holdfast.chat;

import dev.holdfast.chat.CardOwner;
import dev.holdfast.chat.ChatUser;
import dev.holdfast.chat.Command;
import dev.holdfast.chat.CommandParser;
import dev.holdfast.chat.ConversationRef;
import dev.holdfast.chat.DoctorCommand;
import dev.holdfast.chat.EnvironmentCommands;
import dev.holdfast.chat.HelpCard;
import dev.holdfast.chat.IncomingMessage;
import dev.holdfast.chat.RequestCommands;
import dev.holdfast.chat.SubscriptionCommands;
import dev.holdfast.chat.TrackedCard;

import dev.holdfast.card.Card;
import dev.holdfast.notice.Address;
import dev.holdfast.request.Request;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Answers what a person typed. */
@Component
class CommandDesk {

  private final CommandParser parser = new CommandParser();
  private final EnvironmentCommands environments;
  private final RequestCommands requests;
  private final SubscriptionCommands subscriptions;
  private final DoctorCommand doctor;
  private final HelpCard help;

  CommandDesk(
      EnvironmentCommands environments,
      RequestCommands requests,
      SubscriptionCommands subscriptions,
      DoctorCommand doctor,
      HelpCard help) {
    this.environments = environments;
    this.requests = requests;
    this.subscriptions = subscriptions;
    this.doctor = doctor;
    this.help = help;
  }

  /**
   * A card, or a short text where a card would be too much.
   *
   * @param follow the request that the card shows and is kept up to date with
   * @param forAskerAlone whether it is of no use to anybody else: help, and what Holdfast cannot or
   *     must not do. Forms, requests and lists are read by others too
   */
  record Answer(
      Optional<Card> card, String text, Optional<TrackedCard> follow, boolean forAskerAlone) {

    static Answer of(Card card) {
      return new Answer(Optional.of(card), "", Optional.empty(), false);
    }

    static Answer of(String text) {
      return new Answer(Optional.empty(), text, Optional.empty(), false);
    }

    static Answer following(Card card, Request request, Address address) {
      return new Answer(
          Optional.of(card), "", Optional.of(TrackedCard.of(request, address)), false);
    }

    static Answer forAskerAlone(Card card) {
      return new Answer(Optional.of(card), "", Optional.empty(), true);
    }

    static Answer forAskerAlone(String text) {
      return new Answer(Optional.empty(), text, Optional.empty(), true);
    }

    /** The same, so that nobody but the asker can replace its card. */
    Answer ownedBy(ChatUser asker, ConversationRef where) {
      return follow.isPresent()
          ? this
          : new Answer(
              card.map(shown -> CardOwner.mark(shown, asker, where)), text, follow, forAskerAlone);
    }

    /** Where it goes when it was asked for there. */
    Address to(ConversationRef where, ChatUser asker) {
      return forAskerAlone ? where.only(asker.id()) : where.everybody();
    }
  }

  /** Whether the answer needs no call of the admin API. */
  boolean isImmediate(IncomingMessage said) {
    Command command = parser.parse(said.text());
    if (command instanceof Command.Environments) {
      return environments.areKnown();
    } else if (command instanceof Command.History history) {
      return history.environment().isEmpty() || environments.areKnown();
    } else if (command instanceof Command.Subscribe subscribe) {
      return subscribe.environment().isEmpty() || environments.areKnown();
    } else if (command instanceof Command.Unsubscribe unsubscribe) {
      return unsubscribe.environment().isEmpty() || environments.areKnown();
    } else if (command instanceof Command.Doctor) {
      return !doctor.isFor(said.who());
    }
    return command instanceof Command.Greeting
        || command instanceof Command.Help
        || command instanceof Command.Unknown
        || command instanceof Command.Incomplete
        || command instanceof Command.Status
        || command instanceof Command.Approvals
        || command instanceof Command.Cancel;
  }

  /** Whether answering changes something that the answer tells of. */
  boolean changes(IncomingMessage said) {
    Command command = parser.parse(said.text());
    return command instanceof Command.Cancel
        || command instanceof Command.Subscribe
        || command instanceof Command.Unsubscribe;
  }

  Answer answer(IncomingMessage said) {
    ChatUser who = said.who();
    Command command = parser.parse(said.text());
    if (command instanceof Command.Greeting) {
      return Answer.forAskerAlone(help.greeting(who));
    } else if (command instanceof Command.Help) {
      return Answer.forAskerAlone(help.help());
    } else if (command instanceof Command.Unknown unknown) {
      return Answer.forAskerAlone(help.unknown(unknown));
    } else if (command instanceof Command.Incomplete incomplete) {
      return Answer.forAskerAlone(help.hint(incomplete.hint()));
    } else if (command instanceof Command.Doctor) {
      return doctor.answer(who);
    } else if (command instanceof Command.Subscribe subscribe) {
      return subscriptions.subscribe(subscribe, said);
    } else if (command instanceof Command.Unsubscribe unsubscribe) {
      return subscriptions.unsubscribe(unsubscribe, said);
    }
    return requests
        .answer(command, said)
        .orElseGet(() -> Answer.of(environments.answer(command, who)));
  }
}
