package dev.holdfast.approval.policy.people;

import dev.holdfast.approval.policy.GroupSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was last read of each group, for all replicas and after a restart. */
@Repository
class GroupReadings {

  private final JdbcClient jdbc;

  GroupReadings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<GroupReading> find(GroupSource source) {
    return jdbc.sql("select * from policy_groups where source = ?")
        .param(source.key())
        .query(GroupReadings::read)
        .optional();
  }

  /** What groups there are readings of, by their keys. */
  List<String> sources() {
    return jdbc.sql("select source from policy_groups order by source").query(String.class).list();
  }

  void remove(String key) {
    jdbc.sql("delete from policy_groups where source = ?").param(key).update();
  }

  /** Not inside a transaction: it may have to try twice. */
  void save(GroupSource source, GroupReading reading) {
    if (!update(source, reading)) {
      try {
        insert(source, reading);
      } catch (DuplicateKeyException faster) {
        update(source, reading);
      }
    }
  }

  private boolean update(GroupSource source, GroupReading reading) {
    return write(
        jdbc.sql(
            """
            update policy_groups set read_at = :readAt, members = :members, problem = :problem
            where source = :source
            """),
        source,
        reading);
  }

  private void insert(GroupSource source, GroupReading reading) {
    write(
        jdbc.sql(
            """
            insert into policy_groups (source, read_at, members, problem)
            values (:source, :readAt, :members, :problem)
            """),
        source,
        reading);
  }

  private boolean write(
      JdbcClient.StatementSpec statement, GroupSource source, GroupReading reading) {
    return statement
            .param("source", source.key())
            .param("readAt", reading.readAt().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
            .param(
                "members",
                reading.members().stream()
                    .map(member -> member.id() + " " + member.standing())
                    .collect(Collectors.joining("\n")))
            .param("problem", reading.problem().map(GroupProblem::name).orElse(null))
            .update()
        > 0;
  }

  private static GroupReading read(ResultSet row, int number) throws SQLException {
    OffsetDateTime readAt = row.getObject("read_at", OffsetDateTime.class);
    return new GroupReading(
        Optional.ofNullable(readAt).map(OffsetDateTime::toInstant),
        row.getString("members")
            .lines()
            .map(line -> line.split(" ", 2))
            .map(parts -> new GroupMember(parts[0], GroupMember.Standing.valueOf(parts[1])))
            .toList(),
        Optional.ofNullable(row.getString("problem")).map(GroupProblem::valueOf));
  }
}
