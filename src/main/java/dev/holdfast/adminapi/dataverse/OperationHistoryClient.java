package dev.holdfast.adminapi.dataverse;

import dev.holdfast.adminapi.Environment;
import dev.holdfast.adminapi.finops.FinOpsAnswer;
import dev.holdfast.adminapi.finops.FinOpsHistoryEntry;
import dev.holdfast.adminapi.http.AdminApiHttpClient;
import dev.holdfast.adminapi.http.HttpCall;
import dev.holdfast.adminapi.http.WireObject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Asks an environment's own Dataverse for its history of operations on the finance and operations
 * apps (facts 6.5, row 2). The credential may have no user there, so nothing that goes wrong here
 * is an error. One page is read; what a link to the next one says is left alone. Descriptions and
 * properties, which may name people, aren't asked for.
 *
 * @param http trusts the hosts of Dataverse, not those of the admin API
 */
public record OperationHistoryClient(AdminApiHttpClient http) {

  private static final Logger log = LoggerFactory.getLogger(OperationHistoryClient.class);

  private static final int MOST = 20;
  private static final String FORMATTED = "@OData.Community.Display.V1.FormattedValue";
  private static final String TABLE =
      "api/data/v9.2/msprov_operationhistories"
          + "?$select=msprov_name,msprov_startedon,statecode,statuscode,createdon,modifiedon"
          + "&$orderby=modifiedon%20desc&$top="
          + MOST;

  private static final Comparator<FinOpsHistoryEntry> NEWEST_FIRST =
      Comparator.comparing((FinOpsHistoryEntry row) -> row.since().orElse(Instant.MIN)).reversed();

  /** What began at or after an instant; the one that changed last is first. */
  public FinOpsAnswer<List<FinOpsHistoryEntry>> since(Environment environment, Instant since) {
    FinOpsAnswer<List<FinOpsHistoryEntry>> answer =
        new DataverseAddress(http, environment)
            .ask(
                at ->
                    HttpCall.annotated(
                        at.resolve(TABLE),
                        "list the operations on finance and operations in environment "
                            + environment.id()),
                json -> read(json, since));
    if (answer instanceof FinOpsAnswer.Unavailable<?> none) {
      log.debug(
          "The history of operations of environment {} can't be read: {}",
          environment.id(),
          none.why());
    }
    return answer;
  }

  /** Rows of which none can be read are no answer. */
  private static Optional<List<FinOpsHistoryEntry>> read(JsonNode json, Instant since) {
    Optional<List<JsonNode>> rows = WireObject.of(json).flatMap(wire -> wire.elements("value"));
    List<FinOpsHistoryEntry> read =
        rows.stream()
            .flatMap(List::stream)
            .map(WireObject::of)
            .flatMap(Optional::stream)
            .map(OperationHistoryClient::entry)
            .filter(row -> !row.name().isEmpty() || !row.status().isEmpty())
            .toList();
    return rows.filter(all -> all.isEmpty() || !read.isEmpty())
        .map(
            all ->
                read.stream()
                    .filter(row -> isAfter(row, since))
                    .sorted(NEWEST_FIRST)
                    .limit(MOST)
                    .toList());
  }

  /** Without a time it may be one from before. */
  private static boolean isAfter(FinOpsHistoryEntry row, Instant since) {
    return row.startedAt().or(row::modifiedAt).filter(at -> !at.isBefore(since)).isPresent();
  }

  private static FinOpsHistoryEntry entry(WireObject row) {
    Optional<String> status =
        Stream.of("statuscode" + FORMATTED, "statecode" + FORMATTED, "statuscode", "statecode")
            .flatMap(name -> row.shortText(name).stream())
            .findFirst();
    return new FinOpsHistoryEntry(
        row.shortText("msprov_name").orElse(""),
        status.orElse(""),
        row.instant("msprov_startedon").or(() -> row.instant("createdon")),
        row.instant("modifiedon"));
  }
}
