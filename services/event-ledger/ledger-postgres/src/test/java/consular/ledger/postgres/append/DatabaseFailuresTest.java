package consular.ledger.postgres.append;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.postgresql.util.ServerErrorMessage;

class DatabaseFailuresTest {

    @ParameterizedTest
    @ValueSource(strings = {"53100", "53200", "58030", "55P03", "57014", "25006"})
    void what_the_server_says_it_lacks_was_not_stored(String state) {
        var said = new PSQLException(new ServerErrorMessage("SERROR\0C" + state + "\0Mfor want of something\0"));
        assertThat(DatabaseFailures.isPassing(said)).isTrue();
        assertThat(DatabaseFailures.isLost(said)).isFalse();
    }

    /** The statement may have been stored before its answer was too much for the driver. */
    @ParameterizedTest
    @ValueSource(strings = {"53200", "08006", "57P01"})
    void what_the_driver_says_leaves_open_whether_it_was_stored(String state) {
        var said = new SQLException("no answer", state);
        assertThat(DatabaseFailures.isPassing(said)).isFalse();
        assertThat(DatabaseFailures.isLost(said)).isTrue();
        var ofTheDriver = new PSQLException("Ran out of memory retrieving query results.", PSQLState.OUT_OF_MEMORY);
        assertThat(DatabaseFailures.isLost(ofTheDriver)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "40001", "40P01"})
    void who_comes_second_may_try_again(String state) {
        assertThat(DatabaseFailures.isRace(new SQLException("second", state))).isTrue();
    }
}
