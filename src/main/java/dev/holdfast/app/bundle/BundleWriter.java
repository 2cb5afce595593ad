package dev.holdfast.app.bundle;

import dev.holdfast.app.database.OwnerOnlyFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes the zip, for its owner's eyes only. */
public final class BundleWriter {

  private BundleWriter() {}

  /**
   * Writes all parts; one that can't be had says why.
   *
   * @param file gets its name when it's whole
   */
  public static void write(Path file, List<BundlePart> parts, SecretFilter secrets)
      throws IOException {
    Path whole = file.toAbsolutePath();
    Path part = whole.resolveSibling(whole.getFileName() + ".part");
    OwnerOnlyFiles.createOrRestrict(part);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(part))) {
      for (BundlePart one : parts) {
        zip.putNextEntry(new ZipEntry("holdfast-support/" + one.fileName()));
        for (String line : lines(one)) {
          zip.write((secrets.clean(line) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        zip.closeEntry();
      }
    }
    Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
  }

  private static List<String> lines(BundlePart part) {
    try {
      return part.lines().call();
    } catch (Exception e) {
      return List.of("Not available: " + e);
    }
  }
}
