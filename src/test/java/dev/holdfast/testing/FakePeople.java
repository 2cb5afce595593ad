package dev.holdfast.testing;

import dev.holdfast.messaging.PersonDirectory;
import dev.holdfast.request.Person;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The people that a test says are known. */
public final class FakePeople implements PersonDirectory {

  private final Map<String, Known> known = new HashMap<>();

  public FakePeople know(Person person, String zone) {
    known.put(person.id(), new Known(person.id(), person.name(), Optional.of(ZoneId.of(zone))));
    return this;
  }

  @Override
  public List<String> teamsIds(List<String> entraIds) {
    return entraIds.stream()
        .map(id -> known.containsKey(id) ? "29:" + id : "8:orgid:" + id)
        .toList();
  }

  @Override
  public List<String> withoutChat(List<String> entraIds) {
    return entraIds.stream().filter(id -> !known.containsKey(id)).toList();
  }

  /** Somebody whose client has never said the time zone. */
  public FakePeople knowWithoutZone(Person person) {
    known.put(person.id(), new Known(person.id(), person.name(), Optional.empty()));
    return this;
  }

  @Override
  public void zoneEntered(String entraId, ZoneId zone) {
    known.computeIfPresent(
        entraId,
        (id, before) -> new Known(id, before.name(), before.zone().or(() -> Optional.of(zone))));
  }

  @Override
  public Optional<Known> find(String entraId) {
    return Optional.ofNullable(known.get(entraId));
  }
}
