package dev.holdfast.operation.several;

import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.Fact;
import dev.holdfast.environment.NameMarks;
import dev.holdfast.message.Message;
import dev.holdfast.operation.OperationPresenter;
import dev.holdfast.request.Request;
import dev.holdfast.request.step.EnvironmentRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How backups of several environments are put into words. */
final class SeveralBackupsPresenter implements OperationPresenter<SeveralBackupsSpec> {

  /** In a sentence; the others are counted. */
  private static final int NAMED = 3;

  @Override
  public Message title() {
    return Message.of("operation.kind.backups");
  }

  @Override
  public Message approvalTitle() {
    return Message.of("operation.approve.backups");
  }

  @Override
  public Message inShort(SeveralBackupsSpec spec) {
    return about(spec, "operation.short.backups");
  }

  @Override
  public Message doneTitle(SeveralBackupsSpec spec) {
    return about(spec, "notification.title.backups");
  }

  @Override
  public Message failedTitle(SeveralBackupsSpec spec) {
    return about(spec, "notification.title.backupsFailed");
  }

  @Override
  public List<Fact> options(SeveralBackupsSpec spec, CardTexts texts) {
    List<Fact> facts = new ArrayList<>();
    facts.add(texts.fact("operation.label", spec.label()));
    if (!spec.notes().isBlank()) {
      facts.add(texts.fact("operation.notes", spec.notes()));
    }
    return facts;
  }

  /** Rule R5. */
  @Override
  public List<Message> nextSteps(SeveralBackupsSpec spec) {
    return List.of(about(spec, "nextStep.backup.wait"));
  }

  @Override
  public Optional<List<Message>> nextSteps(SeveralBackupsSpec spec, Request ended) {
    return switch (ended.state()) {
      case FAILED, UNKNOWN -> Optional.of(List.of(Message.of("nextStep.backups.open")));
      default -> Optional.empty();
    };
  }

  private static Message about(SeveralBackupsSpec spec, String code) {
    return Message.of(code, "environment", names(spec.sources()));
  }

  /** The first ones by name, and how many more there are. */
  private static Message names(List<EnvironmentRef> sources) {
    int named = sources.size() <= NAMED + 1 ? sources.size() : NAMED;
    List<Message> words = new ArrayList<>();
    sources.stream()
        .limit(named)
        .map(source -> Message.plain(NameMarks.shown(source.displayName())))
        .forEach(words::add);
    if (named < sources.size()) {
      words.add(Message.of("operation.backups.more", "count", sources.size() - named));
    }
    return Message.of("operation.backups.names", "names", words);
  }
}
