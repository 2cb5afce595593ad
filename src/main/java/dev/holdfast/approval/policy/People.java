package dev.holdfast.approval.policy;

import dev.holdfast.message.Message;
import dev.holdfast.request.Person;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * People whom a rule names.
 *
 * @param everybody whether it names everybody in the tenant; applications are nobody
 * @param ids Entra object IDs, in lower case, each once; of applications with {@code app:}
 */
public record People(boolean everybody, List<String> ids, List<PeopleGroup> groups) {

  /** The object ID of a person in Microsoft Entra ID. */
  public static final Pattern OBJECT_ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /** The object ID of an application's service principal, as {@link Person} has it. */
  public static final Pattern APPLICATION_ID =
      Pattern.compile("app:" + OBJECT_ID.pattern(), Pattern.CASE_INSENSITIVE);

  public static final People NOBODY = new People(false, List.of(), List.of());

  public People {
    ids = ids.stream().map(id -> id.toLowerCase(Locale.ROOT)).distinct().toList();
    groups = List.copyOf(groups);
  }

  /** By their IDs; {@code *} stands for everybody. */
  static People of(List<String> ids) {
    return new People(
        ids.contains("*"), ids.stream().filter(id -> !id.equals("*")).toList(), List.of());
  }

  /** Whom this or the other names. */
  public People and(People other) {
    return new People(
        everybody || other.everybody,
        Stream.concat(ids.stream(), other.ids.stream()).toList(),
        Stream.concat(groups.stream(), other.groups.stream()).distinct().toList());
  }

  /** Whether a person is among them. */
  boolean includes(String personId) {
    return everybody && !Person.namesApplication(personId) || names(personId);
  }

  /** Whether a person is named, by ID or in a group; everybody isn't a name. */
  boolean names(String personId) {
    String id = personId.toLowerCase(Locale.ROOT);
    return ids.contains(id) || groups.stream().anyMatch(group -> group.includes(id));
  }

  /** Those who are named, in the order of the policy, each once. */
  public List<String> all() {
    return Stream.concat(ids.stream(), groups.stream().flatMap(PeopleGroup::members))
        .distinct()
        .toList();
  }

  /** The applications that it names. */
  public List<String> applications() {
    return ids.stream().filter(Person::namesApplication).toList();
  }

  /** Where some of them are listed. */
  public Stream<GroupSource> sources() {
    return groups.stream().flatMap(group -> group.sources().stream());
  }

  /** Whether some of them are listed elsewhere. */
  public boolean areListedElsewhere() {
    return sources().findAny().isPresent();
  }

  /** Whether anybody could be among them. */
  public boolean mayBeSomebody() {
    return everybody || areListedElsewhere() || !all().isEmpty();
  }

  /** Why not all of them are known now; empty when they are. */
  public Optional<Message> unreadable() {
    return groups.stream().map(PeopleGroup::problem).flatMap(Optional::stream).findFirst();
  }

  /** Why it isn't known whether a person is among them; empty when it is. */
  Optional<Message> doubt(String personId) {
    return includes(personId) ? Optional.empty() : unreadable();
  }
}
