package dev.holdfast.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Times in their order, of which none meets or touches another. */
public final class Spans {

  /** No time at all. */
  public static final Spans NONE = new Spans(List.of());

  private final List<Span> all;

  private Spans(List<Span> all) {
    this.all = List.copyOf(all);
  }

  /** The union of times: those that meet or touch are one. */
  public static Spans of(Collection<Span> any) {
    List<Span> united = new ArrayList<>();
    for (Span next : any.stream().sorted(Comparator.comparing(Span::from)).toList()) {
      Span last = united.isEmpty() ? next : united.get(united.size() - 1);
      if (united.isEmpty() || next.from().isAfter(last.to())) {
        united.add(next);
      } else {
        united.set(united.size() - 1, new Span(last.from(), later(last.to(), next.to())));
      }
    }
    return new Spans(united);
  }

  public List<Span> all() {
    return all;
  }

  /** What is in both. */
  Spans and(Spans others) {
    List<Span> common = new ArrayList<>();
    for (Span one : all) {
      others.all.stream()
          .filter(one::meets)
          .map(other -> new Span(later(one.from(), other.from()), earlier(one.to(), other.to())))
          .forEach(common::add);
    }
    return new Spans(common);
  }

  /** What is left without some times. */
  Spans without(Spans others) {
    List<Span> left = new ArrayList<>();
    for (Span one : all) {
      Instant from = one.from();
      for (Span other : others.all.stream().filter(one::meets).toList()) {
        if (from.isBefore(other.from())) {
          left.add(new Span(from, other.from()));
        }
        from = later(from, other.to());
      }
      if (from.isBefore(one.to())) {
        left.add(new Span(from, one.to()));
      }
    }
    return new Spans(left);
  }

  /** The one in which an instant is. */
  Optional<Span> at(Instant instant) {
    return all.stream().filter(span -> span.contains(instant)).findFirst();
  }

  /** The first instant, not before another, from which so much time is in one of them. */
  Optional<Instant> firstFit(Instant earliest, Duration length) {
    return all.stream()
        .filter(span -> span.to().isAfter(earliest))
        .filter(span -> span.holds(later(earliest, span.from()), length))
        .map(span -> later(earliest, span.from()))
        .findFirst();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Spans spans && all.equals(spans.all);
  }

  @Override
  public int hashCode() {
    return all.hashCode();
  }

  @Override
  public String toString() {
    return all.toString();
  }
}
