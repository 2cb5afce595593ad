package dev.holdfast.audit;

import dev.holdfast.audit.AuditChainReader.Unsealed;
import dev.holdfast.audit.AuditSealRepository.Head;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Verifies the audit log: that each row is what was sealed, that no row is without a seal, and that
 * the events of each request are those that made its version. Usually it continues where the last
 * verification ended; what was changed before that place only {@link #all} finds.
 */
@Component
class LogVerifier {

  private static final int PAGE = 2000;
  private static final int ROWS = 100_000;
  private static final int NAMED = 5;

  private final AuditSealRepository seals;
  private final AuditChainReader chain;
  private final RequestComparison requests;

  LogVerifier(AuditSealRepository seals, AuditChainReader chain, RequestComparison requests) {
    this.seals = seals;
    this.chain = chain;
    this.requests = requests;
  }

  /**
   * Verifies what is behind a position.
   *
   * @param budget how long links are followed; what is left is for the next time
   */
  Verification since(VerifiedPosition from, Duration budget) {
    Head head = seals.head();
    return changed(from, head)
        .map(fault -> new Verification(from, from, head, Optional.of(fault), Unsealed.NONE))
        .orElseGet(() -> since(from, head, budget));
  }

  private Verification since(VerifiedPosition from, Head head, Duration budget) {
    Walk walk = new Walk(from);
    long began = System.nanoTime();
    while (walk.fault.isEmpty()
        && walk.end < head.position()
        && System.nanoTime() - began < budget.toNanos()) {
      long behind = walk.end;
      walk.follow(behind, Math.min(behind + PAGE, head.position()));
    }
    Unsealed unsealed = unsealed(from.rowId());
    Optional<String> fault =
        walk.fault.or(() -> disagreement(requests.disagreeingOfLate())).or(() -> byHand(unsealed));
    boolean swept = fault.isEmpty() && unsealed.rows() == 0;
    return new Verification(
        from,
        new VerifiedPosition(
            walk.end, walk.hash, swept ? Math.max(from.rowId(), head.swept()) : from.rowId()),
        head,
        fault,
        unsealed);
  }

  /** Verifies everything. Takes as long as the log is. */
  Verification all() {
    VerifiedPosition from = VerifiedPosition.START;
    Verification links = since(from, Duration.ofDays(1));
    return links.fault().isPresent()
        ? links
        : new Verification(
            from,
            links.reached(),
            links.head(),
            disagreement(requests.disagreeingOfAll()),
            links.unsealed());
  }

  /** What is wrong with the end of the log, or with the position from which it is verified. */
  private Optional<String> changed(VerifiedPosition from, Head head) {
    long newest = chain.newest();
    long expected = Math.max(head.position(), from.position());
    if (newest < expected || head.position() < from.position()) {
      return Optional.of(
          "The end of the record is cut off: it had %d rows, and the last that is left is %d."
              .formatted(expected, Math.min(newest, head.position())));
    }
    boolean same =
        from.position() == 0 || chain.seal(from.position()).filter(from.hash()::equals).isPresent();
    return same
        ? Optional.empty()
        : Optional.of(
            faulty(from.position(), "its seal is not the one that was there when it was verified"));
  }

  private static String faulty(long position, String why) {
    return "Place %d of the record: %s.".formatted(position, why);
  }

  private static Optional<String> disagreement(List<Long> requests) {
    return requests.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "The record does not hold exactly what made these requests what they are: %s."
                .formatted(
                    requests.stream()
                        .limit(NAMED)
                        .map(id -> "R-" + id)
                        .collect(Collectors.joining(", "))));
  }

  private static Optional<String> byHand(Unsealed unsealed) {
    return unsealed.unversioned() == 0
        ? Optional.empty()
        : Optional.of(
            "%d row(s) of the record were not written by Holdfast."
                .formatted(unsealed.unversioned()));
  }

  private Unsealed unsealed(long behind) {
    Unsealed found = Unsealed.NONE;
    Optional<Long> first = chain.nextRow(behind);
    while (first.isPresent()) {
      long last = first.get() > Long.MAX_VALUE - ROWS ? Long.MAX_VALUE : first.get() + ROWS;
      found = found.plus(chain.unsealed(first.get() - 1, last));
      first = chain.nextRow(last);
    }
    return found;
  }

  /** Follows the links from a position to the first that is wrong. */
  private final class Walk {
    private long end;
    private String hash;
    private Optional<String> fault = Optional.empty();

    private Walk(VerifiedPosition from) {
      end = from.position();
      hash = from.hash();
    }

    private void follow(long behind, long upTo) {
      List<AuditChainLink> page = chain.between(behind, upTo);
      long last = behind;
      String seal = hash;
      for (AuditChainLink link : page) {
        fault = fault(link, last, seal);
        if (fault.isPresent()) {
          return;
        }
        last = link.position();
        seal = link.hash();
      }
      fault =
          last == upTo
              ? disagreement(requests.disagreeing(requestsOf(page)))
              : Optional.of("Row %d of the record is gone.".formatted(last + 1));
      if (fault.isEmpty()) {
        end = last;
        hash = seal;
      }
    }

    private Optional<String> fault(AuditChainLink link, long last, String seal) {
      Optional<String> own = link.fault().map(why -> faulty(link.position(), why));
      if (own.isPresent()) {
        return own;
      }
      if (link.position() != last + 1) {
        return Optional.of("Row %d of the record is gone.".formatted(last + 1));
      }
      return link.previous().filter(seal::equals).isPresent()
          ? Optional.empty()
          : Optional.of(faulty(last, "its seal is not the one that the next builds on"));
    }

    private Set<Long> requestsOf(List<AuditChainLink> page) {
      return page.stream()
          .flatMapToLong(link -> link.entry().stream().mapToLong(AuditEntry::request))
          .boxed()
          .collect(Collectors.toSet());
    }
  }
}
