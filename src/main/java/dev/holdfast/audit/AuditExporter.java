package dev.holdfast.audit;

import dev.holdfast.audit.AuditSealRepository.Head;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Writes the record of a span of time, a page at a time, and checks each seal on the way. First
 * what the chain holds in its order, then what has no seal yet.
 */
@Component
public class AuditExporter {

  private static final int PAGE = 1000;

  private final AuditSealRepository seals;
  private final AuditChainReader chain;

  AuditExporter(AuditSealRepository seals, AuditChainReader chain) {
    this.seals = seals;
    this.chain = chain;
  }

  /**
   * What was written.
   *
   * @param unsealed of the rows, those without a seal
   * @param faulty of the rows, those that are not what was sealed
   * @param first what is wrong with the first of these
   */
  public record Summary(long rows, long unsealed, long faulty, Optional<String> first) {

    private static final Summary NOTHING = new Summary(0, 0, 0, Optional.empty());

    private Summary sealed(AuditChainLink link) {
      Optional<String> fault = link.fault().map(why -> "place " + link.position() + ": " + why);
      return new Summary(
          rows + 1, unsealed, faulty + (fault.isPresent() ? 1 : 0), first.or(() -> fault));
    }

    private Summary withoutSeal() {
      return new Summary(rows + 1, unsealed + 1, faulty, first);
    }
  }

  /**
   * @throws IOException when the writer takes no more
   */
  public Summary write(Writer out, AuditExportFormat format, TimeRange span) throws IOException {
    Head head = seals.head();
    out.write(format.head());
    Summary sealed = sealed(out, format, span, head.position());
    return unsealed(out, format, span, sealed);
  }

  /**
   * A row in the order of the chain.
   *
   * @param at empty where the row is gone
   * @param json an object, with the end of the line
   */
  public record Line(long position, Optional<Instant> at, String json) {}

  /** The next rows behind a place. */
  public List<Line> behind(long position, int limit) {
    return chain.next(position, seals.head().position(), TimeRange.ALWAYS, limit).stream()
        .map(
            link ->
                new Line(
                    link.position(),
                    link.entry().map(AuditEntry::at),
                    AuditExportFormat.JSONL.line(AuditExportRow.of(link))))
        .toList();
  }

  /** The end of the chain. */
  public record Seal(long rows, String hash) {}

  public Seal seal() {
    Head head = seals.head();
    return new Seal(head.position(), head.hash());
  }

  private Summary sealed(Writer out, AuditExportFormat format, TimeRange span, long upTo)
      throws IOException {
    Summary summary = Summary.NOTHING;
    List<AuditChainLink> page = chain.next(0, upTo, span, PAGE);
    while (!page.isEmpty()) {
      for (AuditChainLink link : page) {
        out.write(format.line(AuditExportRow.of(link)));
        summary = summary.sealed(link);
      }
      page = chain.next(page.get(page.size() - 1).position(), upTo, span, PAGE);
    }
    return summary;
  }

  private Summary unsealed(Writer out, AuditExportFormat format, TimeRange span, Summary before)
      throws IOException {
    Summary summary = before;
    List<AuditEntry> page = chain.unsealed(0, span, PAGE);
    while (!page.isEmpty()) {
      for (AuditEntry entry : page) {
        out.write(format.line(AuditExportRow.of(entry)));
        summary = summary.withoutSeal();
      }
      page = chain.unsealed(page.get(page.size() - 1).id(), span, PAGE);
    }
    return summary;
  }
}
