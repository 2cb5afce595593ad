package dev.holdfast.doctor.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.CheckStatus;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.TestDatabase;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@Tag("postgresql")
class DatabaseCheckTests {

  private static final TestDatabase POSTGRES = Databases.POSTGRESQL.empty();

  @Test
  void postgresqlAnswers() {
    assertThat(check(POSTGRES.dataSource()).sentence())
        .matches("PostgreSQL [\\d.]+ answers in \\d+ ms\\.");
  }

  @Test
  void h2IsForOneReplica() {
    CheckResult verdict = check(Databases.H2.empty().dataSource());

    assertThat(verdict.state()).isEqualTo(CheckStatus.OK);
    assertThat(verdict.sentence()).contains("H2 ", "one replica", "PostgreSQL");
  }

  @Test
  void h2ThatWritesLateCouldForgetAnOrder(@TempDir Path folder) {
    String file = "jdbc:h2:file:" + folder.resolve("late") + ";DB_CLOSE_ON_EXIT=FALSE";

    assertThat(check(h2(file)).state()).isEqualTo(CheckStatus.WARNING);
    assertThat(check(h2(file + ";WRITE_DELAY=0")).state()).isEqualTo(CheckStatus.OK);
  }

  @Test
  void aFileThatIsNotThereIsNotMade(@TempDir Path folder) {
    CheckResult verdict = check(h2("jdbc:h2:file:" + folder.resolve("none") + ";IFEXISTS=TRUE"));

    assertThat(verdict.state()).isEqualTo(CheckStatus.SKIPPED);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aWrongPasswordIsSaidAndNotShown() {
    String host = POSTGRES.url().replaceAll("\\?.*", "");
    CheckResult verdict =
        check(new DriverManagerDataSource(host + "?password=hunter2", "nobody", "hunter2"));

    assertThat(verdict.state()).isEqualTo(CheckStatus.BROKEN);
    assertThat(verdict.sentence()).doesNotContain("hunter2", host);
  }

  @Test
  void aDatabaseThatIsNotThere() {
    CheckResult verdict =
        check(
            new DriverManagerDataSource(
                POSTGRES.url().replaceAll("/[^/?]+(\\?|$)", "/nowhere$1"),
                POSTGRES.user(),
                POSTGRES.password()));

    assertThat(verdict.sentence()).isEqualTo("The server answers, but it has no such database.");
  }

  @Test
  void aServerThatIsNotThere() {
    assertThat(
            check(new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/holdfast")).sentence())
        .isEqualTo("The database does not answer (SQL state 08001).");
  }

  @Test
  void anAddressThatNoDriverTakesIsNotShownEither() {
    try (HikariDataSource pool = new HikariDataSource()) {
      pool.setJdbcUrl("jdbc:nowhere://host?password=hunter2");

      CheckResult verdict = check(pool);

      assertThat(verdict.state()).isEqualTo(CheckStatus.BROKEN);
      assertThat(verdict.sentence()).isEqualTo("No driver takes the address of the database.");
    }
  }

  private static DataSource h2(String url) {
    return new DriverManagerDataSource(url, "sa", "");
  }

  private static CheckResult check(DataSource dataSource) {
    return new DatabaseCheck(dataSource).check();
  }
}
