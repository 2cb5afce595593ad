package dev.holdfast.audit;

import dev.holdfast.audit.Chain.Unsealed;
import dev.holdfast.audit.Seals.Head;
import dev.holdfast.doctor.Area;
import dev.holdfast.doctor.Checkup;
import dev.holdfast.doctor.Remedy;
import dev.holdfast.doctor.State;
import dev.holdfast.doctor.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Whether the record is what was written, the newest first and for some seconds; the export looks
 * at all of it. Against somebody who may change the database and knows this code it helps only to
 * keep what was exported, or the seal that is said here: whoever computes all later seals anew, and
 * changes the requests with them, leaves nothing to see.
 */
@Component
class RecordCheckup implements Checkup {

  private static final int PAGE = 2000;
  private static final Duration BUDGET = Duration.ofSeconds(5);
  private static final int NAMED = 5;

  private static final Remedy TAMPERED =
      new Remedy(
          "Somebody changed the database by hand, or it was put back to an older state. Compare with"
              + " the last export, and find out who has access. Holdfast works on:",
          Optional.of("java -jar holdfast.jar --audit-export --output=record.jsonl"));

  private final Seals seals;
  private final Chain chain;
  private final Duration budget;

  @Autowired
  RecordCheckup(Seals seals, Chain chain) {
    this(seals, chain, BUDGET);
  }

  /**
   * @param budget how long rows are looked at
   */
  RecordCheckup(Seals seals, Chain chain, Duration budget) {
    this.seals = seals;
    this.chain = chain;
    this.budget = budget;
  }

  @Override
  public Area area() {
    return Area.DATABASE;
  }

  @Override
  public String name() {
    return "Record";
  }

  @Override
  public List<String> needs() {
    return List.of(MIGRATIONS);
  }

  @Override
  public Verdict check() {
    Head head = seals.head();
    Optional<Verdict> cut = cut(head);
    Verdict links = cut.orElseGet(() -> links(head));
    return links.state() == State.OK ? disagreement().or(this::added).orElse(links) : links;
  }

  private static Optional<Verdict> broken(String sentence) {
    return Optional.of(Verdict.broken(sentence, TAMPERED));
  }

  private Optional<Verdict> cut(Head head) {
    long newest = chain.newest();
    return newest < head.position()
        ? broken(
            "The end of the record is cut off: it had %d rows, and the last that is left is %d."
                .formatted(head.position(), newest))
        : Optional.empty();
  }

  private Optional<Verdict> disagreement() {
    List<Long> requests = chain.requestsThatDisagree(NAMED);
    return requests.isEmpty()
        ? Optional.empty()
        : broken(
            "The record does not hold exactly what made these requests what they are: %s."
                .formatted(
                    requests.stream().map(id -> "R-" + id).collect(Collectors.joining(", "))));
  }

  private Optional<Verdict> added() {
    Unsealed unsealed = chain.unsealed();
    if (unsealed.unversioned() > 0) {
      return broken(
          "%d row(s) of the record were not written by Holdfast."
              .formatted(unsealed.unversioned()));
    }
    return unsealed.rows() == 0
        ? Optional.empty()
        : Optional.of(
            Verdict.warning(
                "%d row(s) of the record have no seal yet.".formatted(unsealed.rows()),
                Remedy.of(
                    "An older Holdfast wrote them. One of this version seals them within some"
                        + " minutes; look again then.")));
  }

  private Verdict links(Head head) {
    long began = System.nanoTime();
    long end = head.position();
    String expected = head.hash();
    while (end > 0 && System.nanoTime() - began < budget.toNanos()) {
      long behind = Math.max(0, end - PAGE);
      List<Link> page = new ArrayList<>(chain.between(behind, end));
      Collections.reverse(page);
      for (Link link : page) {
        if (link.position() != end) {
          return Verdict.broken("Row %d of the record is gone.".formatted(end), TAMPERED);
        }
        if (!link.hash().equals(expected)) {
          return faulty(end, "its seal is not the one that the next builds on");
        }
        Optional<String> fault = link.fault();
        if (fault.isPresent()) {
          return faulty(end, fault.get());
        }
        expected = link.previous().orElseThrow();
        end--;
      }
      if (end > behind) {
        return Verdict.broken("Row %d of the record is gone.".formatted(end), TAMPERED);
      }
    }
    return Verdict.ok(words(head, end));
  }

  private static Verdict faulty(long position, String why) {
    return Verdict.broken("Place %d of the record: %s.".formatted(position, why), TAMPERED);
  }

  private static String words(Head head, long left) {
    if (head.position() == 0) {
      return "It is empty.";
    }
    String seen =
        left == 0
            ? "All %d rows are as they were written".formatted(head.position())
            : "The newest %d of %d rows are as they were written; --audit-export looks at all"
                .formatted(head.position() - left, head.position());
    return "%s. The last seal is %s….".formatted(seen, head.hash().substring(0, 16));
  }
}
