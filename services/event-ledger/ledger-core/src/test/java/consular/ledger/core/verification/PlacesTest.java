package consular.ledger.core.verification;

import static org.assertj.core.api.Assertions.assertThat;

import consular.ledger.core.verification.Places.Span;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PlacesTest {

    @Test
    void places_that_follow_one_another_are_one_span() {
        var places = new Places();
        LongStream.of(0, 2, 3, 4, 6, 9, 10).forEach(places::add);
        assertThat(places.count()).isEqualTo(7);
        assertThat(places.spans()).containsExactly(new Span(0, 0), new Span(2, 4), new Span(6, 6), new Span(9, 10));
    }

    @Test
    void without_places_there_are_no_spans() {
        assertThat(new Places().spans()).isEmpty();
        assertThat(new Places().count()).isZero();
    }
}
