package dev.holdfast.request.store;

import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tells whether somebody else has moved a request since it was stored. */
@Repository
public class RequestVersions {

  private final JdbcClient jdbc;

  RequestVersions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether it's stored in this state and with this version at this moment. */
  public boolean isStoredAs(RequestId id, RequestState state, long version) {
    return jdbc.sql(
                "select count(*) from requests where id = :id and state = :state and version ="
                    + " :version")
            .param("id", id.number())
            .param("state", state.name())
            .param("version", version)
            .query(Integer.class)
            .single()
        == 1;
  }
}
