package dev.holdfast.operation.series;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.TextLimit;
import dev.holdfast.message.Message;
import dev.holdfast.operation.CheckedOrder;
import dev.holdfast.operation.repeat.RepeatForm;
import dev.holdfast.operation.repeat.RunTexts;
import dev.holdfast.operation.repeat.SeriesSpec;
import dev.holdfast.operation.start.StartForm;
import dev.holdfast.operation.start.StartInput;
import dev.holdfast.request.schedule.PlannedStart;
import dev.holdfast.request.schedule.SeriesId;
import dev.holdfast.request.step.OperationSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes a series of what a form asks for, where it says how often. */
@Component
public class SeriesForm {

  private static final String LABEL = "label";

  private final RepeatForm repeats;
  private final StartForm starts;

  SeriesForm(RepeatForm repeats, StartForm starts) {
    this.repeats = repeats;
    this.starts = starts;
  }

  /** What is wrong with a form because of how often it's to be done, by input. */
  public Map<String, Message> errors(Map<String, String> data, ChatUser who) {
    RepeatForm.Read read = repeats.read(text(data), who);
    Map<String, Message> errors = new LinkedHashMap<>(read.errors());
    read.times()
        .ifPresent(
            times -> {
              if (!StartInput.of(data).start().isEmpty()) {
                errors.put(RepeatForm.ID, Message.of("repeat.withStart"));
              }
              String longest = new RunTexts(times.last()).apply(data.getOrDefault(LABEL, ""));
              if (longest.strip().length() > TextLimit.LABEL.most()) {
                errors.put(
                    LABEL, Message.of("backupForm.label.tooLong", "most", TextLimit.LABEL.most()));
              }
            });
    return errors;
  }

  /** The same order as a series, if the form says how often. */
  public CheckedOrder repeated(CheckedOrder once, Map<String, String> data, ChatUser who) {
    return repeats
        .read(text(data), who)
        .times()
        .map(
            times ->
                once.as(
                    spec ->
                        SeriesSpec.of(
                            spec, times, starts.grace(StartInput.of(data)), changes(data))))
        .orElse(once);
  }

  /** When a series starts for the first time; empty for anything else. */
  public static Optional<PlannedStart> first(OperationSpec spec) {
    return spec instanceof SeriesSpec series
        ? Optional.of(series.start(series.times().occurrences().get(0)))
        : Optional.empty();
  }

  private static String text(Map<String, String> data) {
    return data.getOrDefault(RepeatForm.ID, "").strip();
  }

  private static Optional<String> changes(Map<String, String> data) {
    return SeriesId.parse(data.getOrDefault(RepeatForm.CHANGES, "")).map(SeriesId::toString);
  }
}
