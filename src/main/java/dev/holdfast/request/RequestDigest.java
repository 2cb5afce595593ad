package dev.holdfast.request;

import dev.holdfast.request.step.Digest;
import dev.holdfast.request.step.EnvironmentUse;
import dev.holdfast.request.step.OperationFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The digest of everything that an approver sees. Requests from before it was kept have one of
 * their operation alone; decisions that are stored hold digests, so neither changes.
 */
final class RequestDigest {

  /** Of the operation alone. */
  static final int OF_THE_OPERATION = 1;

  /** Of everything. */
  static final int OF_EVERYTHING = 2;

  private RequestDigest() {}

  /** With a version that isn't known it's nobody's digest, and nothing is approved by it. */
  static Digest of(RequestDetails details) {
    if (details.digestVersion() == OF_THE_OPERATION) {
      return Digest.of(details.spec());
    }
    List<String> parts = new ArrayList<>(List.of("request " + details.digestVersion()));
    addAll(details.spec().digestParts(), parts);
    details.spec().environments().forEach(use -> add(use, parts));
    add(details.spec().facts(), parts);
    parts.addAll(
        List.of(
            details.draft(),
            details.requester().id(),
            details.requester().name(),
            details.reason(),
            String.valueOf(details.warnings().size())));
    details
        .warnings()
        .forEach(warning -> addAll(List.of(warning.rule(), warning.sentence()), parts));
    return Digest.of(parts);
  }

  private static void addAll(List<String> texts, List<String> parts) {
    parts.add(String.valueOf(texts.size()));
    parts.addAll(texts);
  }

  private static void add(EnvironmentUse use, List<String> parts) {
    parts.addAll(
        List.of(
            use.role().name(),
            use.environment().id(),
            use.environment().displayName(),
            use.environment().details()));
  }

  private static void add(OperationFacts facts, List<String> parts) {
    List<String> texts = new ArrayList<>();
    facts.restorePoint().ifPresent(at -> texts.add(at.toString()));
    new TreeMap<>(facts.options()).forEach((name, value) -> texts.addAll(List.of(name, value)));
    addAll(texts, parts);
  }
}
