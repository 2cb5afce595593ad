package dev.holdfast.notification.delivery;

import dev.holdfast.approval.PermissionEvaluator;
import dev.holdfast.messaging.Address;
import dev.holdfast.messaging.PersonDirectory;
import dev.holdfast.notification.card.ViewerContext;
import dev.holdfast.notification.store.OutboxRepository;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestDetails;
import dev.holdfast.request.RequestOrigin;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds out who reads at an address: what they may do, and their time zone. */
@Component
class ViewerResolver {

  private final PersonDirectory people;
  private final PermissionEvaluator permissions;
  private final MessageReaders readers;

  ViewerResolver(PersonDirectory people, PermissionEvaluator permissions, MessageReaders readers) {
    this.readers = readers;
    this.people = people;
    this.permissions = permissions;
  }

  /** Whether a message may still go where it was meant to. */
  boolean maySee(OutboxRepository.Row row, Request request) {
    return readers.maySee(row, request);
  }

  /** In a chat of their own people have at once what is theirs. */
  ViewerContext of(Address address, Request request) {
    ZoneId zone = zoneOf(address, request);
    return reader(address, request)
        .map(person -> new ViewerContext(Optional.of(permissions.of(person, request)), false, zone))
        .orElseGet(() -> ViewerContext.byEverybody(zone));
  }

  /** The one person who reads there; empty where several do. */
  private static Optional<Person> reader(Address address, Request request) {
    if (address instanceof Address.Person person) {
      return Optional.of(new Person(person.entraId(), ""));
    }
    RequestDetails details = request.details();
    RequestOrigin origin = details.submission().origin();
    boolean requestersOwn =
        origin.personal() && address.equals(new Address.Conversation(origin.conversation()));
    return requestersOwn ? Optional.of(details.requester()) : Optional.empty();
  }

  /** A person reads in the own zone; a place without one reads in the requester's. */
  ZoneId zoneOf(Address address, Request request) {
    return ownZone(address).orElse(request.details().submission().zone());
  }

  /** The same without a request: a place without a zone reads in UTC. */
  ZoneId zoneOf(Address address) {
    return ownZone(address).orElse(ZoneOffset.UTC);
  }

  private Optional<ZoneId> ownZone(Address address) {
    return address instanceof Address.Person person
        ? people.find(person.entraId()).flatMap(PersonDirectory.Known::zone)
        : Optional.empty();
  }
}
