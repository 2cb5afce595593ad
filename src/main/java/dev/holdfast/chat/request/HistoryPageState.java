package dev.holdfast.chat.request;

import dev.holdfast.audit.RequestSearchCriteria;
import dev.holdfast.audit.RequestSearchCriteria.Who;
import dev.holdfast.bot.time.TimeZoneParser;
import dev.holdfast.card.CardTexts;
import dev.holdfast.message.Message;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A question about what has been, as an action carries it from page to page. What in the data of a
 * click is no such thing does not matter.
 *
 * @param search with the id of the environment
 * @param zone the time zone that the person named, in which times are shown
 * @param assumed whether a time was read in UTC because the person's zone isn't known
 */
record HistoryPageState(RequestSearchCriteria search, Optional<ZoneId> zone, boolean assumed) {

  private static final String ENVIRONMENT = "environment";
  private static final String NAME = "by";
  private static final String ID = "byId";
  private static final String STATE = "state";
  private static final String SINCE = "since";
  private static final String UNTIL = "until";
  private static final String BEFORE = "before";
  private static final String ZONE = "zone";
  private static final String ASSUMED = "zoneAssumed";

  static HistoryPageState of(Map<String, String> data) {
    return new HistoryPageState(
        new RequestSearchCriteria(
            given(data, ENVIRONMENT),
            given(data, NAME).map(name -> new Who(name, given(data, ID))),
            given(data, STATE).flatMap(HistoryPageState::state),
            given(data, SINCE).flatMap(HistoryPageState::instant),
            given(data, UNTIL).flatMap(HistoryPageState::instant),
            given(data, BEFORE).flatMap(RequestId::parse)),
        given(data, ZONE).flatMap(TimeZoneParser::parse),
        given(data, ASSUMED).isPresent());
  }

  /** The data of the action that asks this. */
  Map<String, String> data() {
    Map<String, String> data = new HashMap<>();
    put(data, ENVIRONMENT, search.environmentId().orElse(null));
    put(data, NAME, search.person().map(Who::name).orElse(null));
    put(data, ID, search.person().flatMap(Who::id).orElse(null));
    put(data, STATE, search.state().map(RequestState::name).orElse(null));
    put(data, SINCE, search.since().map(Instant::toString).orElse(null));
    put(data, UNTIL, search.until().map(Instant::toString).orElse(null));
    put(data, BEFORE, search.before().map(RequestId::toString).orElse(null));
    put(data, ZONE, zone.map(ZoneId::getId).orElse(null));
    put(data, ASSUMED, assumed ? "true" : null);
    return data;
  }

  /** The same about one environment. */
  HistoryPageState about(String environmentId) {
    return new HistoryPageState(
        new RequestSearchCriteria(
            Optional.of(environmentId),
            search.person(),
            search.state(),
            search.since(),
            search.until(),
            search.before()),
        zone,
        assumed);
  }

  /** The page behind a request; the first one without. */
  HistoryPageState before(Optional<RequestId> last) {
    return new HistoryPageState(
        new RequestSearchCriteria(
            search.environmentId(),
            search.person(),
            search.state(),
            search.since(),
            search.until(),
            last),
        zone,
        assumed);
  }

  /** What is searched for but the environment, in words; may be empty. */
  String words(ZoneId own) {
    List<Message> parts = new ArrayList<>();
    search
        .state()
        .ifPresent(state -> parts.add(Message.of("history.state", "state", state.message())));
    search
        .person()
        .ifPresent(person -> parts.add(Message.of("history.person", "person", person.name())));
    search.since().ifPresent(since -> parts.add(Message.of("history.since", "time", since)));
    search.until().ifPresent(until -> parts.add(Message.of("history.until", "time", until)));
    return String.join("; ", new CardTexts(zone.orElse(own)).of(parts));
  }

  private static void put(Map<String, String> data, String key, @Nullable String value) {
    if (value != null) {
      data.put(key, value);
    }
  }

  private static Optional<String> given(Map<String, String> data, String key) {
    return Optional.ofNullable(data.get(key)).filter(text -> !text.isBlank());
  }

  private static Optional<RequestState> state(String name) {
    return Arrays.stream(RequestState.values())
        .filter(state -> state.name().equals(name))
        .findFirst();
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
