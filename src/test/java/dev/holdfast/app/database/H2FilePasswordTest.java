package dev.holdfast.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** What lies in the directory is for nobody but its owner. */
class H2FilePasswordTest {

  private static final String USER = "holdfast";

  @TempDir private Path folder;
  private Path directory;

  @BeforeEach
  void directory() {
    directory = folder.resolve("data");
  }

  @Test
  void aNewDatabaseHasAPasswordOfItsOwn() throws Exception {
    store("one");

    assertThat(Files.readString(directory.resolve("holdfast.password")).strip())
        .matches("[0-9a-f]{64}");
    assertThat(stored()).containsExactly("one");
    assertThatThrownBy(() -> DriverManager.getConnection(url(), USER, ""))
        .isInstanceOf(SQLException.class);
  }

  @Test
  void nobodyElseCanReadIt() throws Exception {
    assumeTrue(directory.getFileSystem().supportedFileAttributeViews().contains("posix"));
    store("one");

    assertThat(mode(directory)).isEqualTo("rwx------");
    assertThat(directory.toFile().list())
        .containsExactlyInAnyOrder("holdfast.mv.db", "holdfast.password");
    assertThat(mode(directory.resolve("holdfast.mv.db"))).isEqualTo("rw-------");
    assertThat(mode(directory.resolve("holdfast.password"))).isEqualTo("rw-------");
  }

  @Test
  void aDatabaseOfAnEarlierVersionGetsAPasswordAndKeepsItsData() throws Exception {
    earlier();

    assertThat(stored()).containsExactly("earlier");
    assertThat(directory.resolve("holdfast.password")).exists();
    assertThatThrownBy(() -> DriverManager.getConnection(url(), USER, ""))
        .isInstanceOf(SQLException.class);
    assertThat(stored()).as("at the next start").containsExactly("earlier");
  }

  @Test
  void aCrashBetweenTheFileAndTheDatabaseIsMadeGood() throws Exception {
    earlier();
    Files.writeString(directory.resolve("holdfast.password"), "written\n");

    assertThat(stored()).containsExactly("earlier");
    DriverManager.getConnection(url(), USER, "written").close();
  }

  @Test
  void withoutThePasswordsFileItSaysWhatIsMissing() throws Exception {
    store("one");
    Files.delete(directory.resolve("holdfast.password"));

    try (HikariDataSource pool = pool(serving())) {
      assertThatThrownBy(pool::getConnection)
          .satisfies(
              e ->
                  assertThat(dev.holdfast.doctor.DatabaseFault.of(e).orElseThrow().remedy().words())
                      .contains(".password in place of .mv.db"));
    }
    assertThat(directory.resolve("holdfast.password")).doesNotExist();
  }

  @Test
  void whoOnlyAsksUsesThePasswordAndChangesNothing() throws Exception {
    store("one");
    assertThat(stored(pool(new GenericApplicationContext()))).containsExactly("one");

    Files.delete(directory.resolve("holdfast.mv.db"));
    Files.delete(directory.resolve("holdfast.password"));
    earlier();
    assertThat(stored(pool(new GenericApplicationContext()))).containsExactly("earlier");
    assertThat(directory.resolve("holdfast.password")).doesNotExist();
  }

  @Test
  void aPasswordOfTheOperatorsStays() throws Exception {
    Files.createDirectories(directory);
    try (HikariDataSource pool = new HikariDataSource()) {
      pool.setJdbcUrl(url());
      pool.setUsername(USER);
      pool.setPassword("theirs");
      processor(serving()).postProcessBeforeInitialization(pool, "dataSource");

      assertThat(pool.getPassword()).isEqualTo("theirs");
      assertThat(directory).isEmptyDirectory();
    }
  }

  private void store(String word) throws IOException {
    try (HikariDataSource pool = pool(serving())) {
      JdbcTemplate jdbc = new JdbcTemplate(pool);
      jdbc.execute("create table words (word varchar(20))");
      jdbc.update("insert into words values (?)", word);
    }
  }

  /** As versions before the password made it. */
  private void earlier() throws Exception {
    Files.createDirectories(directory);
    try (Connection connection = DriverManager.getConnection(url(), USER, "")) {
      connection.createStatement().execute("create table words (word varchar(20))");
      connection.createStatement().execute("insert into words values ('earlier')");
    }
  }

  private List<String> stored() {
    return stored(pool(serving()));
  }

  private static List<String> stored(HikariDataSource pool) {
    try (pool) {
      return new JdbcTemplate(pool).queryForList("select word from words", String.class);
    }
  }

  /** As Spring makes it. */
  private HikariDataSource pool(ApplicationContext context) {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(url());
    pool.setUsername(USER);
    pool.setMaximumPoolSize(2);
    pool.setInitializationFailTimeout(1);
    processor(context).postProcessBeforeInitialization(pool, "dataSource");
    return pool;
  }

  private static ApplicationContext serving() {
    return new ServletWebServerApplicationContext();
  }

  private static BeanPostProcessor processor(ApplicationContext context) {
    return H2FileConfiguration.passwordOfTheH2File(context);
  }

  private String url() {
    return "jdbc:h2:file:"
        + directory.resolve("holdfast")
        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
