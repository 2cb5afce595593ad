package dev.holdfast.operation.series;

import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.Fact;
import dev.holdfast.message.Message;
import dev.holdfast.operation.Operation;
import dev.holdfast.operation.OperationCatalog;
import dev.holdfast.operation.OperationPresenter;
import dev.holdfast.operation.repeat.Repetition;
import dev.holdfast.operation.repeat.SeriesSpec;
import java.util.ArrayList;
import java.util.List;

/** How a series is put into words: with those of what it does each time. */
final class SeriesPresenter implements OperationPresenter<SeriesSpec> {

  private static final int SHOWN = 3;

  private final OperationCatalog operations;

  SeriesPresenter(OperationCatalog operations) {
    this.operations = operations;
  }

  @Override
  public Message title() {
    return Message.of("series.title");
  }

  @Override
  public Message approvalTitle() {
    return Message.of("series.approve");
  }

  @Override
  public Message inShort(SeriesSpec spec) {
    return about(spec, "series.short");
  }

  @Override
  public Message doneTitle(SeriesSpec spec) {
    return about(spec, "series.approved");
  }

  @Override
  public Message failedTitle(SeriesSpec spec) {
    return about(spec, "series.failed");
  }

  private Message about(SeriesSpec spec, String code) {
    return Message.of(code, "operation", each(spec).inShort());
  }

  private Operation<?> each(SeriesSpec spec) {
    return operations.of(spec.run());
  }

  @Override
  public List<Fact> options(SeriesSpec spec, CardTexts texts) {
    Repetition times = spec.times();
    List<Fact> facts = new ArrayList<>();
    spec.changes().ifPresent(series -> facts.add(texts.fact("series.changes", series)));
    facts.add(texts.fact("series.does", texts.of(each(spec).title())));
    facts.add(texts.fact("series.repeats", texts.of(times.message())));
    facts.add(
        texts.fact(
            "series.runs",
            texts.of(
                Message.of("series.runs.until", "runs", times.runs())
                    .with("last", times.last().start()))));
    facts.add(texts.fact("series.first", texts.of(first(times))));
    List<Message> moved = times.occurrences().stream().flatMap(run -> run.note().stream()).toList();
    if (!moved.isEmpty()) {
      facts.add(texts.fact("series.clocks", texts.of(Message.sentences(moved))));
    }
    facts.add(texts.fact("series.grace", texts.duration(spec.grace())));
    facts.addAll(each(spec).options(texts));
    return facts;
  }

  private static Message first(Repetition times) {
    return Message.sentences(
        times.occurrences().stream()
            .limit(SHOWN)
            .map(run -> Message.of("series.run", "start", run.start()))
            .toList());
  }
}
