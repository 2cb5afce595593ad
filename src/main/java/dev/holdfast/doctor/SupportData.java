package dev.holdfast.doctor;

import java.util.List;

/** What a module adds to the support bundle; each is a bean. */
public interface SupportData {

  /** The file's name in the bundle, such as {@code unknown-words.txt}. */
  String fileName();

  /** The file's lines, without secrets and without what people wrote. */
  List<String> lines();
}
