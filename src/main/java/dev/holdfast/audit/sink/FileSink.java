package dev.holdfast.audit.sink;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/** Appends to a file that only its owner can read, and returns when the disk has it. */
final class FileSink implements AuditSink {

  private static final Set<PosixFilePermission> OWN = PosixFilePermissions.fromString("rw-------");
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private final Path file;

  FileSink(Path file) {
    this.file = file;
  }

  @Override
  public void take(List<String> lines) throws IOException {
    FileAttribute<?>[] attributes =
        POSIX
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWN)}
            : new FileAttribute<?>[0];
    try (FileChannel channel = FileChannel.open(file, Set.of(CREATE, READ, WRITE), attributes)) {
      if (POSIX) {
        Files.setPosixFilePermissions(file, OWN);
      }
      String start = endsInsideALine(channel) ? "\n" : "";
      channel.position(channel.size());
      ByteBuffer bytes =
          ByteBuffer.wrap((start + String.join("", lines)).getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  /** A crash may have left the beginning of a line; the whole line comes again. */
  private static boolean endsInsideALine(FileChannel channel) throws IOException {
    ByteBuffer last = ByteBuffer.allocate(1);
    return channel.size() > 0 && channel.read(last, channel.size() - 1) == 1 && last.get(0) != '\n';
  }
}
