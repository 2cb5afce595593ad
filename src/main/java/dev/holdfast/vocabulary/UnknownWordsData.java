package dev.holdfast.vocabulary;

import dev.holdfast.doctor.SupportData;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Each word that Holdfast doesn't know, so that it can become a test and a rule. */
@Component
class UnknownWordsData implements SupportData {

  private static final int MOST = 10_000;

  private final UnknownWordRepository words;

  UnknownWordsData(UnknownWordRepository words) {
    this.words = words;
  }

  @Override
  public String fileName() {
    return "unknown-words.txt";
  }

  @Override
  public List<String> lines() {
    return Stream.concat(
            Stream.of("place\tword\tfirst seen\tlast seen\tcount"),
            words.all(MOST).stream().map(UnknownWordsData::line))
        .toList();
  }

  private static String line(UnknownWord word) {
    return String.join(
        "\t",
        word.place(),
        word.value(),
        word.firstSeen().toString(),
        word.lastSeen().toString(),
        Long.toString(word.count()));
  }
}
