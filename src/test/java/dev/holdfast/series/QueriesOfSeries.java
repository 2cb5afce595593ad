package dev.holdfast.series;

import static dev.holdfast.testing.Samples.ALEX;
import static dev.holdfast.testing.Samples.NOW;

import dev.holdfast.request.RequestId;
import dev.holdfast.request.schedule.SeriesId;
import dev.holdfast.testing.plans.Exercise;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationContext;

/** What the package asks the database. */
public final class QueriesOfSeries implements Exercise {

  private static final SeriesId ID = new SeriesId(700_000);

  @Override
  public List<Class<?>> beans() {
    return List.of(SeriesRepository.class, ExpiredSeries.class);
  }

  @Override
  public void run(ApplicationContext context) {
    SeriesRepository series = context.getBean(SeriesRepository.class);
    Series begun = Series.begun(ID, ALEX, new RequestId(ID.number()), Optional.of(NOW), NOW);
    series.add(begun);
    series.find(ID);
    series.lock(ID);
    series.in(SeriesState.ENDED, 10);
    series.addRun(ID, new Run(NOW, RunState.REQUESTED, Optional.of(new RequestId(7))));
    series.moveRun(ID, NOW, RunState.REQUESTED, RunState.FAILED);
    series.run(ID, NOW);
    series.runs(ID, 10);
    series.outcomes(ID, NOW, 3);
    series.open(ID);
    series.save(begun.followedBy(Optional.empty()));
    context.getBean(ExpiredSeries.class).delete(10);
  }
}
