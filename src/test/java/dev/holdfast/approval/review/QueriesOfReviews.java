package dev.holdfast.approval.review;

import static dev.holdfast.testing.Samples.NOW;

import dev.holdfast.request.RequestId;
import dev.holdfast.testing.plans.Exercise;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationContext;

/** What the package asks the database. */
public final class QueriesOfReviews implements Exercise {

  private static final RequestId REQUEST = new RequestId(1042);

  @Override
  public List<Class<?>> beans() {
    return List.of(MissingReviews.class);
  }

  @Override
  public void run(ApplicationContext context) {
    MissingReviews reviews = context.getBean(MissingReviews.class);
    reviews.add(REQUEST, NOW, NOW);
    reviews.lock(REQUEST);
    reviews.remindAt(REQUEST, NOW);
    reviews.first(10);
    reviews.newest(Optional.empty(), 10);
    reviews.remove(REQUEST);
  }
}
