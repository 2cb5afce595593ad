package dev.holdfast.approval.policy;

import dev.holdfast.approval.policy.GroupMembership.Listing;
import dev.holdfast.message.Message;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A group of people to which the policy gives a name: people by ID, and the members of groups that
 * are kept elsewhere. Who these are is asked anew each time, of the membership to which a policy in
 * force binds its groups. Until then they have no members.
 */
public final class PeopleGroup {

  private final String name;
  private final List<String> ids;
  private final List<GroupSource> sources;
  private final boolean guests;
  private volatile GroupMembership membership = GroupMembership.NONE;

  /**
   * @param ids Entra object IDs
   */
  public PeopleGroup(String name, List<String> ids) {
    this(name, ids, List.of(), false);
  }

  /**
   * @param ids Entra object IDs; these count whatever is known of the people
   * @param guests whether guests among the members count, and people of whom it isn't known
   */
  public PeopleGroup(String name, List<String> ids, List<GroupSource> sources, boolean guests) {
    this.name = name;
    this.ids = ids.stream().map(id -> id.toLowerCase(Locale.ROOT)).distinct().toList();
    this.sources = sources.stream().distinct().toList();
    this.guests = guests;
  }

  void bind(GroupMembership listed) {
    membership = listed;
  }

  public String name() {
    return name;
  }

  /** Those whom the policy itself names, in lower case, each once. */
  public List<String> ids() {
    return ids;
  }

  public List<GroupSource> sources() {
    return sources;
  }

  public boolean guests() {
    return guests;
  }

  boolean includes(String id) {
    return ids.contains(id)
        || sources.stream().map(membership::of).anyMatch(listing -> counts(listing, id));
  }

  private boolean counts(Listing listing, String id) {
    return listing.members().contains(id) || guests && listing.others().contains(id);
  }

  /** All who are known to be in it now. */
  Stream<String> members() {
    return Stream.concat(ids.stream(), listed());
  }

  private Stream<String> listed() {
    return sources.stream().map(membership::of).flatMap(this::counting);
  }

  private Stream<String> counting(Listing listing) {
    return guests
        ? Stream.concat(listing.members().stream(), listing.others().stream())
        : listing.members().stream();
  }

  /** Why members are missing; empty when they are all known. */
  public Optional<Message> problem() {
    return sources.stream()
        .map(membership::of)
        .flatMap(listing -> listing.problem().stream())
        .findFirst()
        .map(reason -> Message.of("policy.group.unreadable", "group", name, "reason", reason));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PeopleGroup group
        && name.equals(group.name)
        && ids.equals(group.ids)
        && sources.equals(group.sources)
        && guests == group.guests;
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, ids, sources, guests);
  }
}
