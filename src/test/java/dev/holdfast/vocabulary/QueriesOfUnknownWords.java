package dev.holdfast.vocabulary;

import dev.holdfast.testing.Samples;
import dev.holdfast.testing.plans.Exercise;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** What the package asks the database. */
public final class QueriesOfUnknownWords implements Exercise {

  @Override
  public List<Class<?>> beans() {
    return List.of(UnknownWordRepository.class, ExpiredUnknownWords.class);
  }

  @Override
  public void run(ApplicationContext context) {
    UnknownWordRepository words = context.getBean(UnknownWordRepository.class);
    words.add("BAP environment: properties.environmentSku", "Elastic", Samples.NOW, 2);
    words.all(10);
    context.getBean(ExpiredUnknownWords.class).delete(10);
  }
}
