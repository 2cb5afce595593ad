package dev.holdfast.bot.choice;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.holdfast.bot.ChoiceQuery;
import dev.holdfast.card.view.Choice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Finds choices for somebody who is typing into a form. Whatever is chosen is checked when the form
 * is sent.
 */
@Component
public class ChoiceSearch {

  /** Teams shows no more (facts B3). */
  static final int MOST = 15;

  private final Map<String, ChoiceProvider> providers;

  /** Refuses two providers of one dataset. */
  ChoiceSearch(List<ChoiceProvider> providers) {
    this.providers =
        providers.stream().collect(toUnmodifiableMap(ChoiceProvider::dataset, identity()));
  }

  /** The best choices first; none for what is not searched here. */
  public List<Choice> find(ChoiceQuery query) {
    ChoiceQuerySource source = ChoiceQuerySource.read(query.dataset(), query.inputs());
    int enough = (int) Math.min((long) query.skip() + MOST, Integer.MAX_VALUE);
    return Optional.ofNullable(providers.get(source.name())).stream()
        .flatMap(provider -> provider.choices(query, source.detail(), enough))
        .filter(choice -> !choice.value().contains(","))
        .skip(query.skip())
        .limit(Math.min(query.top(), MOST))
        .toList();
  }
}
