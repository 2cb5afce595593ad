package dev.holdfast.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testing.Databases;
import dev.holdfast.testing.TestDatabase;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.h2.mvstore.DataUtils;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the databases themselves report, as people read it. */
@Tag("process")
@Tag("postgresql")
class DatabaseFaultTest {

  private static final TestDatabase POSTGRES = Databases.POSTGRESQL.empty();

  @TempDir private Path folder;

  @Test
  void anH2FileInUse() throws Exception {
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                url())
            .redirectErrorStream(true)
            .start();
    try {
      assertThat(
              new java.io.BufferedReader(
                      new java.io.InputStreamReader(other.getInputStream(), StandardCharsets.UTF_8))
                  .readLine())
          .isEqualTo("open");

      assertThat(fault(url(), "sa", "").why()).startsWith("the database file is in use");
    } finally {
      other.destroyForcibly();
    }
  }

  /** Keeps a database open until it is ended. */
  static final class Holder {
    public static void main(String[] args) throws Exception {
      try (Connection connection = DriverManager.getConnection(args[0], "sa", "")) {
        System.out.println("open");
        System.in.read();
      }
    }
  }

  @Test
  void anH2FileOfAnotherVersion() throws Exception {
    DriverManager.getConnection(url(), "sa", "").close();
    Path file = folder.resolve("holdfast.mv.db");
    try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
      ofAnotherFormat(raw, 0);
      ofAnotherFormat(raw, 4096);
    }

    assertThat(fault(url(), "sa", "").why()).startsWith("another version of H2");
  }

  /** The same header with a format of the future and the right checksum. */
  private static void ofAnotherFormat(RandomAccessFile file, int at) throws Exception {
    byte[] block = new byte[4096];
    file.seek(at);
    file.readFully(block);
    String header = new String(block, StandardCharsets.ISO_8859_1).split("\\n")[0];
    String changed =
        header
            .replaceAll(",fletcher:.*", "")
            .replaceAll("format:[0-9]+", "format:9")
            .replaceAll("formatRead:[0-9]+", "formatRead:9");
    if (!changed.contains("formatRead")) {
      changed += ",formatRead:9";
    }
    byte[] bytes = changed.getBytes(StandardCharsets.ISO_8859_1);
    byte[] fresh = new byte[4096];
    byte[] whole =
        (changed
                + ",fletcher:"
                + Integer.toHexString(DataUtils.getFletcher32(bytes, 0, bytes.length))
                + "\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(whole, 0, fresh, 0, whole.length);
    file.seek(at);
    file.write(fresh);
  }

  @Test
  void anH2FileThatIsDamaged() throws Exception {
    Files.write(folder.resolve("holdfast.mv.db"), new byte[8192]);

    assertThat(fault(url(), "sa", "").why())
        .isIn("the database file is damaged", "another version of H2 wrote the database file");
  }

  @Test
  void anH2FileThatCannotBeMade() throws Exception {
    Files.createFile(folder.resolve("data"));

    assertThat(fault("jdbc:h2:file:" + folder.resolve("data/holdfast"), "sa", "").why())
        .isEqualTo("the database file can't be created or written");
  }

  @Test
  void aServerThatIsDown() {
    assertThat(fault("jdbc:postgresql://127.0.0.1:1/holdfast?password=hunter2", "me", "").why())
        .isEqualTo("the database does not answer (SQL state 08001)");
  }

  @Test
  void aDatabaseThatDoesNotExist() {
    String elsewhere = POSTGRES.url().replaceAll("/[^/?]+(\\?|$)", "/nowhere$1");

    assertThat(fault(elsewhere, POSTGRES.user(), POSTGRES.password()).why())
        .isEqualTo("the server answers, but it has no such database");
  }

  @Test
  void anythingElseIsNotItsFault() {
    assertThat(DatabaseFault.of(new IllegalStateException("no"))).isEmpty();
  }

  private String url() {
    return "jdbc:h2:file:" + folder.resolve("holdfast");
  }

  private static DatabaseFault fault(String url, String user, String password) {
    try (Connection connection = DriverManager.getConnection(url, user, password)) {
      throw new AssertionError("it opened " + connection);
    } catch (SQLException e) {
      return DatabaseFault.of(new IllegalStateException(e)).orElseThrow();
    }
  }
}
