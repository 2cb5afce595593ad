package dev.holdfast.app.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testing.Zips;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleWriterTest {

  @TempDir private Path directory;

  @Test
  void aPartThatFailsSaysWhyAndTheOthersAreThere() throws IOException {
    Path file = directory.resolve("bundle.zip");
    BundleWriter.write(
        file,
        List.of(
            new BundlePart(
                "bad.txt",
                () -> {
                  throw new IOException("the disk is away");
                }),
            new BundlePart("good.txt", () -> List.of("one", "two"))),
        SecretFilter.none());
    assertThat(Zips.texts(file))
        .containsEntry("holdfast-support/good.txt", "one\ntwo\n")
        .hasEntrySatisfying(
            "holdfast-support/bad.txt", text -> assertThat(text).contains("the disk is away"));
    assertThat(directory.toFile().list()).containsExactly("bundle.zip");
  }

  @Test
  void onlyItsOwnerCanReadIt() throws IOException {
    Path file = directory.resolve("bundle.zip");
    Files.writeString(file, "an older one");
    BundleWriter.write(file, List.of(), SecretFilter.none());
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
  }
}
