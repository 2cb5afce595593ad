package dev.holdfast.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which processes make up a window, and which bot it talks to. It lies beside the window's
 * configuration so that a Holdfast that comes after a {@code kill -9} knows its own.
 */
record WindowProcessFile(URI botEndpoint, List<ProcessIdentity> processes) {

  private static final String FILE = "processes.json";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The process and all it has started: npx runs a shell, which runs Node. */
  static WindowProcessFile of(URI botEndpoint, ProcessHandle root) {
    return new WindowProcessFile(
        botEndpoint,
        Stream.concat(Stream.of(root), root.descendants()).map(ProcessIdentity::of).toList());
  }

  /** The record of a window, or empty when there is none that can be read. */
  static Optional<WindowProcessFile> read(Path directory) {
    Path file = directory.resolve(FILE);
    try {
      return Files.exists(file)
          ? Optional.of(JSON.readValue(Files.readAllBytes(file), WindowProcessFile.class))
          : Optional.empty();
    } catch (IOException | JacksonException e) {
      return Optional.empty();
    }
  }

  void write(Path directory) {
    try {
      Path draft = directory.resolve(FILE + ".new");
      Files.write(draft, JSON.writeValueAsBytes(this));
      Files.move(draft, directory.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void forget(Path directory) {
    try {
      Files.deleteIfExists(directory.resolve(FILE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those that still run, with all that they have started since. */
  List<ProcessHandle> running() {
    return processes.stream()
        .map(ProcessIdentity::find)
        .flatMap(Optional::stream)
        .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
        .distinct()
        .toList();
  }
}
