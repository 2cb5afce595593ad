package dev.holdfast.request;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.holdfast.request.checklist.ChecklistItem;
import dev.holdfast.request.checklist.KnownItem;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What there is to do after the target was overwritten, and who says that it's done. It's fixed
 * when the request has succeeded. Each method that returns an event is a transition of the {@link
 * Request} that it came from.
 */
public final class ChecklistTransitions {

  private final Request request;

  ChecklistTransitions(Request request) {
    this.request = request;
  }

  /**
   * The whole list, as it's stored.
   *
   * @param remindedAt when its open items were reminded of; empty before
   */
  public record Checklist(List<Entry> entries, Optional<Instant> remindedAt) {

    /** Of what has none. */
    public static final Checklist NONE = new Checklist(List.of(), Optional.empty());

    public Checklist {
      entries = List.copyOf(Objects.requireNonNullElse(entries, List.of()));
    }

    @JsonIgnore
    public boolean isEmpty() {
      return entries.isEmpty();
    }

    private Checklist map(Function<Entry, Entry> change) {
      return new Checklist(entries.stream().map(change).toList(), remindedAt);
    }
  }

  /**
   * An item of it.
   *
   * @param tick that it's done; empty while it's open
   */
  public record Entry(ChecklistItem item, Optional<Tick> tick) {

    @JsonIgnore
    public boolean isOpen() {
      return tick.isEmpty();
    }

    /** Whether a person has ticked it. */
    @JsonIgnore
    public boolean isTickedByPerson() {
      return tick.filter(done -> !done.isRead()).isPresent();
    }
  }

  /** Who says that an item is done: a person, or Holdfast, which has read it. */
  public record Tick(Person by, Instant at) {

    @JsonIgnore
    public boolean isRead() {
      return by.isSameAs(Person.HOLDFAST);
    }
  }

  /** In the order in which there is something to do; none where there is no list. */
  public List<Entry> entries() {
    return list().entries();
  }

  public boolean exists() {
    return !list().isEmpty();
  }

  public List<ChecklistItem> open() {
    return entries().stream().filter(Entry::isOpen).map(Entry::item).toList();
  }

  /** What is open besides turning off administration mode, and what goes with that. */
  public List<ChecklistItem> openBeforeLeaving() {
    return open().stream()
        .filter(
            item ->
                item.known()
                    .filter(
                        EnumSet.of(KnownItem.ADMIN_MODE, KnownItem.BACKGROUND_OPERATIONS)::contains)
                    .isEmpty())
        .toList();
  }

  public Optional<Entry> find(String key) {
    return entries().stream().filter(entry -> entry.item().key().equals(key)).findFirst();
  }

  /** Whether one of these is open. */
  public boolean isOpen(KnownItem... items) {
    return open().stream()
        .flatMap(item -> item.known().stream())
        .anyMatch(List.of(items)::contains);
  }

  /** Whether people are to be reminded of what is open. */
  public boolean isReminderDue() {
    return !open().isEmpty() && list().remindedAt().isEmpty();
  }

  /** The list of a request that has just succeeded; it's stored with the event of that. */
  public void fix(List<ChecklistItem> items) {
    request.require(isToBeFixed(), "get a checklist");
    request.data().checklist =
        new Checklist(
            items.stream().map(item -> new Entry(item, Optional.empty())).toList(),
            Optional.empty());
    request
        .administrationMode()
        .filter(mode -> mode.backgroundOperationsOn().orElse(false))
        .ifPresent(mode -> tickRead(EnumSet.of(KnownItem.BACKGROUND_OPERATIONS), mode.seenAt()));
  }

  /** Whether the request has succeeded, and overwritten something. */
  public boolean isToBeFixed() {
    return request.state() == RequestState.SUCCEEDED
        && request.details().spec().overwrites()
        && !exists();
  }

  /** A person says that an item is done. */
  public RequestEvent tick(String key, Person by, Instant now) {
    request.require(find(key).filter(Entry::isOpen).isPresent(), "have that item ticked");
    change(key::equals, Optional.of(new Tick(by, now)));
    return request.emit(RequestEventType.CHECKLIST_TICKED, by, now, words(key));
  }

  /** A person says that an item isn't done after all. */
  public RequestEvent untick(String key, Person by, Instant now) {
    request.require(
        find(key).filter(Entry::isTickedByPerson).isPresent(), "have that tick taken back");
    change(key::equals, Optional.empty());
    return request.emit(RequestEventType.CHECKLIST_UNTICKED, by, now, words(key));
  }

  /** Holdfast has read that these are done; no event where none of them was open. */
  public Optional<RequestEvent> read(Set<KnownItem> done, Instant now) {
    List<KnownItem> open = done.stream().filter(this::isOpen).sorted().toList();
    if (open.isEmpty()) {
      return Optional.empty();
    }
    tickRead(done, now);
    return Optional.of(
        request.emit(
            RequestEventType.CHECKLIST_TICKED,
            Person.HOLDFAST,
            now,
            open.stream().map(KnownItem::key).collect(Collectors.joining(", "))));
  }

  /** People are reminded of what is open, once. */
  public RequestEvent remind(Instant now) {
    request.require(isReminderDue(), "have its checklist reminded of");
    request.data().checklist = new Checklist(entries(), Optional.of(now));
    return request.emit(
        RequestEventType.CHECKLIST_REMINDED,
        Person.HOLDFAST,
        now,
        open().stream().map(ChecklistItem::words).collect(Collectors.joining(", ")));
  }

  /** The same as part of another event, which says what was read. */
  void tickRead(Set<KnownItem> done, Instant at) {
    Set<String> keys =
        done.stream().filter(this::isOpen).map(KnownItem::key).collect(Collectors.toSet());
    change(keys::contains, Optional.of(new Tick(Person.HOLDFAST, at)));
  }

  private void change(Predicate<String> which, Optional<Tick> tick) {
    request.data().checklist =
        list().map(it -> which.test(it.item().key()) ? new Entry(it.item(), tick) : it);
  }

  private String words(String key) {
    return find(key).orElseThrow().item().words();
  }

  private Checklist list() {
    return request.data().checklist;
  }
}
