package dev.holdfast.app.bundle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.logging.LogFile;
import org.springframework.core.env.ConfigurableEnvironment;

/** The end of the log file, where there is one. */
final class LogPart {

  private static final int MOST = 4 * 1024 * 1024;

  private LogPart() {}

  static List<String> lines(ConfigurableEnvironment settings) throws IOException {
    LogFile file = LogFile.get(settings);
    if (file == null) {
      return List.of(
          "Holdfast writes no log file here (logging.file.name isn't set). Add what the platform"
              + " keeps of its standard output.");
    }
    Path path = Path.of(file.toString());
    return Files.isRegularFile(path) ? end(path) : List.of("There is no file " + path + ".");
  }

  private static List<String> end(Path file) throws IOException {
    try (FileChannel log = FileChannel.open(file)) {
      long from = Math.max(0, log.size() - MOST);
      ByteBuffer end = ByteBuffer.allocate((int) (log.size() - from));
      log.position(from);
      while (end.hasRemaining() && log.read(end) >= 0) {
        // reads on
      }
      List<String> lines =
          new String(end.array(), 0, end.position(), StandardCharsets.UTF_8).lines().toList();
      // The first one may be the end of a line.
      return from == 0 || lines.isEmpty() ? lines : lines.subList(1, lines.size());
    }
  }
}
