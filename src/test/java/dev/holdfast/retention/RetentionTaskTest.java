package dev.holdfast.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;

class RetentionTaskTest {

  @Test
  void deletesAllKindsThoughOneFails() {
    List<String> deleted = new ArrayList<>();

    RetentionTask.delete(List.of(rows("first", deleted), failing(), rows("last", deleted)));

    assertThat(deleted).containsExactly("first", "last");
  }

  @Test
  void repeatsABatchUntilOneIsNotFullAndNotForever() {
    List<Integer> left = new ArrayList<>(List.of(500, 500, 20, 500));
    assertThat(Batches.repeat(500, most -> left.remove(0))).isEqualTo(1020);
    assertThat(left).hasSize(1);

    assertThat(Batches.repeat(10, most -> most)).isEqualTo(1000);
  }

  private static ExpiredRows rows(String name, List<String> deleted) {
    return new ExpiredRows() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public long delete(int batch) {
        deleted.add(name);
        return 1;
      }
    };
  }

  private static ExpiredRows failing() {
    return new ExpiredRows() {
      @Override
      public String name() {
        return "failing";
      }

      @Override
      public long delete(int batch) {
        throw new QueryTimeoutException("the database is busy");
      }
    };
  }
}
