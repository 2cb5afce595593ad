package dev.holdfast.request.store;

import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/** Makes requests of rows with their id and body, also where a newer version wrote some of them. */
@Component
class RequestRowMapper {

  private static final Logger log = LoggerFactory.getLogger(RequestRowMapper.class);

  private final RequestDocumentMapper documents;

  RequestRowMapper(RequestDocumentMapper documents) {
    this.documents = documents;
  }

  /**
   * @throws UnreadableRequestException when a newer replica has written what this one cannot read
   */
  Request read(ResultSet row, int number) throws SQLException {
    RequestId id = new RequestId(row.getLong("id"));
    try {
      return documents.read(id, row.getString("body"));
    } catch (JacksonException e) {
      throw new UnreadableRequestException(id, e);
    }
  }

  /** The same; empty where this version cannot read it. */
  Optional<Request> readable(ResultSet row, int number) throws SQLException {
    try {
      return Optional.of(read(row, number));
    } catch (UnreadableRequestException e) {
      log.info("{} It is left out of the list.", e.getMessage());
      return Optional.empty();
    }
  }

  /** All of a query that this version can read. */
  List<Request> list(JdbcClient.StatementSpec query) {
    return query.query(this::readable).list().stream().flatMap(Optional::stream).toList();
  }
}
