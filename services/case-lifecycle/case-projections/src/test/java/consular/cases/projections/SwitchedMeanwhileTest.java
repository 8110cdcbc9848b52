package consular.cases.projections;

import static consular.cases.projections.TestPosts.MANILA;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.people.CaseId;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A switch between two statements sends nobody back before their own write. */
class SwitchedMeanwhileTest {

    @Test
    void what_only_a_generation_that_serves_no_more_has_seen_has_not_been_seen() {
        try (var side = ReadSide.started()) {
            var caseId = side.cases.applied(MANILA);
            side.hasSeen(caseId);
            side.bean(Processors.class).stop();
            var version = side.cases.version(caseId) + 1;
            var jdbc = switchingBeforeProgressIsRead(side, caseId, version);
            var readModels =
                    new PostgresReadModels(List.of(), new Generations(jdbc), new Arrivals(), side.cases.clock(), jdbc);

            assertThat(readModels.awaitCase(caseId, version)).isFalse();
        }
    }

    private static JdbcClient switchingBeforeProgressIsRead(ReadSide side, CaseId caseId, long version) {
        return (JdbcClient) Proxy.newProxyInstance(
                JdbcClient.class.getClassLoader(), new Class<?>[] {JdbcClient.class}, (_, method, arguments) -> {
                    if (arguments[0].toString().contains("progress")) {
                        side.jdbc
                                .sql("update read_model_generation set active = 'GREEN'")
                                .update();
                        side.jdbc
                                .sql("update read_models_blue.progress set version = ? where case_id = ?")
                                .params(version, caseId.value())
                                .update();
                    }
                    try {
                        return method.invoke(side.jdbc, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }
}
