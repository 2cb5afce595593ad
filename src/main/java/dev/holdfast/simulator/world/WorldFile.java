package dev.holdfast.simulator.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * Keeps the world in a file, or nowhere. Written beside it and moved over it, so that a kill leaves
 * the old state or the new one.
 */
public record WorldFile(Optional<Path> path) {

  private static final Logger log = LoggerFactory.getLogger(WorldFile.class);

  /**
   * Empty when there is none yet. One that cannot be read is put aside and the world begins anew.
   */
  Optional<WorldState> load() {
    return path.filter(Files::exists).flatMap(WorldFile::read);
  }

  private static Optional<WorldState> read(Path file) {
    try {
      return Optional.of(
          SimulatorJson.MAPPER.readValue(Files.readAllBytes(file), WorldState.class));
    } catch (JacksonException e) {
      Path aside = file.resolveSibling(file.getFileName() + ".unreadable");
      log.warn(
          "{} cannot be read; it goes to {} and the simulated world begins anew", file, aside, e);
      move(file, aside);
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void save(WorldState state) {
    path.ifPresent(file -> write(file, SimulatorJson.MAPPER.writeValueAsBytes(state)));
  }

  private static void write(Path file, byte[] json) {
    try {
      Path home = file.toAbsolutePath().getParent();
      Files.createDirectories(home);
      Path fresh = home.resolve(file.getFileName() + ".new");
      Files.write(fresh, json);
      move(fresh, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void move(Path from, Path to) {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
