package dev.holdfast.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dev.holdfast.support.LogContext;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApprovalExpiryTaskTest {

  @Test
  void whatItLogsCarriesTheRequest() {
    ApprovalService approvals = mock(ApprovalService.class);
    List<String> trails = new ArrayList<>();
    doAnswer(call -> trails.add(LogContext.known().orElse("none"))).when(approvals).expire(any());

    ApprovalExpiryTask.expireRequest(approvals)
        .execute(new TaskInstance<>("expire-request", "R-1042"), mock(ExecutionContext.class));

    assertThat(trails).containsExactly("R-1042");
    assertThat(LogContext.known()).isEmpty();
  }
}
