package dev.holdfast.card;

import dev.holdfast.card.view.Fact;
import dev.holdfast.message.Message;
import dev.holdfast.message.MessageFormatter;
import dev.holdfast.message.ReaderLanguage;
import dev.holdfast.message.TextMarks;
import dev.holdfast.message.TimeTexts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The texts of a card for one reader: messages, times, and sentences that were stored. They are in
 * the {@link ReaderLanguage} at the moment at which a text is asked for.
 */
public final class CardTexts {

  /** For what many people see, and for readers who aren't known: with times in UTC. */
  public static final CardTexts SHARED = new CardTexts(ZoneOffset.UTC);

  private final ZoneId zone;

  public CardTexts(ZoneId zone) {
    this.zone = zone;
  }

  private static TimeTexts times() {
    return TimeTexts.of(ReaderLanguage.current());
  }

  /**
   * The text of a message.
   *
   * @param arguments names and values in turn
   */
  public String of(String code, Object... arguments) {
    return of(Message.of(code, arguments));
  }

  public String of(Message message) {
    return new MessageFormatter(ReaderLanguage.current(), zone).text(message);
  }

  public List<String> of(List<Message> several) {
    return several.stream().map(this::of).toList();
  }

  /** Sentences by what they are about, such as the inputs of a form. */
  public Map<String, String> of(Map<String, Message> sentences) {
    Map<String, String> texts = new LinkedHashMap<>();
    sentences.forEach((about, sentence) -> texts.put(about, of(sentence)));
    return texts;
  }

  /**
   * A fact of that name.
   *
   * @param code of the message that is the name
   */
  public Fact fact(String code, String value) {
    return new Fact(of(code), TextMarks.text(value));
  }

  /** The same with a value that is a message too. */
  public Fact fact(String code, Message value) {
    return fact(code, of(value));
  }

  /** An instant in the reader's zone and in UTC. */
  public String at(Instant instant) {
    return times().both(instant, zone);
  }

  /** A duration in its two largest units. */
  public String duration(Duration duration) {
    return times().duration(duration);
  }

  /** How far an instant is from the present. */
  public String relative(Instant instant, Instant now) {
    return times().relative(instant, now);
  }

  /** The day of an instant in the reader's zone. */
  public LocalDate dayOf(Instant instant) {
    return LocalDate.ofInstant(instant, zone);
  }

  /** A day: {@code Friday 20 November}. */
  public String day(LocalDate day) {
    return times().day(day);
  }

  /** The time of day in the reader's zone: {@code 18:00}. */
  public String time(Instant instant) {
    return times().time(instant, zone);
  }

  /** The reader's zone, as its name is. */
  public String zone() {
    return zone.getId();
  }
}
