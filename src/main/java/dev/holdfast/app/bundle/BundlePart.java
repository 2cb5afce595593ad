package dev.holdfast.app.bundle;

import java.util.List;
import java.util.concurrent.Callable;

/**
 * A file of the support bundle.
 *
 * @param lines may fail, for example because the database is away; the file then says that
 */
public record BundlePart(String fileName, Callable<List<String>> lines) {}
