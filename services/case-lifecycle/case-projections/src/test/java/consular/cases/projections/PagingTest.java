package consular.cases.projections;

import static consular.cases.projections.TestPosts.BOGOTA;
import static consular.cases.projections.TestPosts.MANILA;
import static consular.cases.projections.TestPosts.NASSAU;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import consular.cases.domain.posts.Post;
import consular.cases.domain.posts.PostCode;
import consular.cases.projections.decisionsdue.DecisionDue;
import consular.cases.projections.feewindows.FeeWindow;
import consular.cases.projections.reviews.Priority;
import consular.cases.projections.reviews.RefusalReview;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists a page at a time: every row once, in order, by filters, and by nothing else. */
class PagingTest {
    private static final int DAYS = 12;
    private static ReadSide side;

    @BeforeAll
    static void start() {
        side = ReadSide.started();
        for (var day = 0; day < DAYS; day++) {
            for (var post : List.of(MANILA, BOGOTA)) {
                var date = LocalDate.parse("2024-03-05").plusDays(7L * day).toString();
                side.cases.itIs(date, post);
                side.cases.applied(post);
                side.cases.refused221g(post);
                var last = side.cases.refusedFraud(post, day % 3 > 0);
                side.hasSeen(last);
            }
        }
        side.log.caseIds().forEach(side::hasSeen);
    }

    @AfterAll
    static void stop() {
        side.close();
    }

    @ParameterizedTest
    @EnumSource(ReadModelName.class)
    void pages_of_any_size_cover_every_row_once(ReadModelName name) {
        var whole = side.all(name, Map.of());
        for (var limit : List.of(1, 5, 7, 500)) {
            assertThat(paged(name, limit)).containsExactlyElementsOf(whole).doesNotHaveDuplicates();
        }
    }

    @Test
    void a_full_last_page_says_that_it_is_the_last() {
        var rows = side.all(ReadModelName.FEE_WINDOWS, Map.of()).size();
        assertThat(side.readModels()
                        .page(ReadModelName.FEE_WINDOWS, ReadSide.firstPage(rows))
                        .next())
                .isNull();
        assertThat(side.readModels()
                        .page(ReadModelName.FEE_WINDOWS, ReadSide.firstPage(rows - 1))
                        .next())
                .isNotNull();
    }

    @Test
    void the_window_that_closes_first_stands_in_front() {
        assertThat(feeWindows(Map.of()))
                .hasSize(4 * DAYS)
                .isSortedAccordingTo(Comparator.comparing(FeeWindow::feeWindowEnd));
    }

    @Test
    void closing_before_is_strict() {
        assertThat(feeWindows(Map.of("closingBefore", "2025-03-12")))
                .isNotEmpty()
                .allMatch(row -> row.feeWindowEnd().equals(LocalDate.of(2025, 3, 5)));
        assertThat(feeWindows(Map.of("closingBefore", "2025-03-05"))).isEmpty();
    }

    @Test
    void posts_choose_rows() {
        assertThat(feeWindows(Map.of(), MANILA))
                .isNotEmpty()
                .allMatch(row -> row.post().equals("MNL"));
        assertThat(feeWindows(Map.of(), MANILA, BOGOTA)).hasSize(4 * DAYS);
        assertThat(feeWindows(Map.of(), NASSAU)).isEmpty();
    }

    @Test
    void what_is_not_straightforward_stands_in_front_of_the_queue() {
        assertThat(reviews(Map.of("state", "DUE")))
                .hasSize(2 * DAYS)
                .isSortedAccordingTo(
                        Comparator.comparing(RefusalReview::priority).thenComparing(row -> required(row.deadline())));
        assertThat(reviews(Map.of("state", "DUE")).getFirst().priority()).isEqualTo(Priority.HIGH);
    }

    @Test
    void the_queue_holds_what_somebody_has_to_do() {
        assertThat(reviews(Map.of()))
                .hasSize(2 * DAYS)
                .allMatch(row -> row.state().isOpen())
                .isSortedAccordingTo(
                        Comparator.comparing(RefusalReview::priority).thenComparing(row -> required(row.deadline())));
    }

    @Test
    void reviews_are_chosen_by_state_officer_and_day() {
        assertThat(reviews(Map.of("state", "NOT_REQUIRED"))).hasSize(2 * DAYS);
        assertThat(reviews(Map.of("officer", "officer-a"))).hasSize(2 * DAYS);
        assertThat(reviews(Map.of("officer", "officer-a", "state", "NOT_REQUIRED")))
                .hasSize(2 * DAYS);
        assertThat(reviews(Map.of("officer", "nobody"))).isEmpty();
        assertThat(reviews(Map.of("state", "NOT_REQUIRED", "dueBefore", "2999-01-01")))
                .isEmpty();
        assertThat(reviews(Map.of("dueBefore", "2024-04-05")))
                .hasSize(2)
                .allMatch(row -> required(row.deadline()).equals(LocalDate.of(2024, 4, 4)));
    }

    @Test
    void terminations_are_chosen_by_state_and_day() {
        assertThat(side.all(ReadModelName.TERMINATIONS, Map.of("state", "ACTIVE")))
                .hasSize(2 * DAYS);
        assertThat(side.all(ReadModelName.TERMINATIONS, Map.of("state", "FINAL")))
                .isEmpty();
        assertThat(side.all(ReadModelName.TERMINATIONS, Map.of("terminatingBefore", "2025-03-07")))
                .hasSize(2);
    }

    @Test
    void the_overdue_stand_in_front_across_zones() {
        side.cases.itIs(MANILA.startOf(LocalDate.parse("2024-03-06")));
        var rows = side.all(ReadModelName.DECISIONS_DUE, Map.of()).stream()
                .map(DecisionDue.class::cast)
                .toList();
        assertThat(rows)
                .extracting(DecisionDue::overdue)
                .startsWith(true, false)
                .endsWith(false);
        assertThat(rows.get(0).post()).isEqualTo("MNL");
        assertThat(rows.get(1)).satisfies(sameDay -> {
            assertThat(sameDay.post()).isEqualTo("BGT");
            assertThat(sameDay.decisionDue()).isEqualTo(rows.get(0).decisionDue());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"colour", "post", "dueBefore"})
    void an_unknown_filter_is_named(String filter) {
        assertThatExceptionOfType(BadFilter.class)
                .isThrownBy(() -> feeWindows(Map.of(filter, "2024-01-01")))
                .satisfies(bad -> assertThat(bad.name()).isEqualTo(filter));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tomorrow", "2024-02-30", "+10000-01-01", "2024-01-01T00:00:00Z", "' or 1=1"})
    void a_date_is_a_date(String date) {
        assertThatExceptionOfType(BadFilter.class)
                .isThrownBy(() -> feeWindows(Map.of("closingBefore", date)))
                .satisfies(bad -> assertThat(bad.detail()).isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"due", "OPEN", ""})
    void a_state_is_one_of_the_list(String state) {
        assertThatExceptionOfType(BadFilter.class)
                .isThrownBy(() -> reviews(Map.of("state", state)))
                .satisfies(bad -> assertThat(bad.detail()).contains("IN_DISCUSSION"));
    }

    @Test
    void a_cursor_is_one_that_was_given() {
        var key = "|2024-03-05|" + new UUID(1, 2) + "|F1";
        page(ReadModelName.FEE_WINDOWS, encoded("fee-windows" + key));
        for (var wrong : List.of(
                "",
                "?",
                "%%%",
                encoded(""),
                encoded("reviews" + key),
                encoded("fee-windows|2024-03-05"),
                encoded("fee-windows|2024-13-05|" + new UUID(1, 2) + "|F1"),
                encoded("fee-windows|infinity|" + new UUID(1, 2) + "|F1"),
                encoded("fee-windows|2024-03-05|1-2-3-4-5|F1"),
                encoded("fee-windows" + key + "\0"))) {
            assertThatExceptionOfType(BadCursor.class)
                    .as(wrong)
                    .isThrownBy(() -> page(ReadModelName.FEE_WINDOWS, wrong));
        }
        assertThatExceptionOfType(BadCursor.class)
                .isThrownBy(() -> page(
                        ReadModelName.DECISIONS_DUE,
                        encoded("decisions-due|+1000000000-01-01T00:00:00Z|" + new UUID(1, 2) + "|a1")));
        assertThatExceptionOfType(BadCursor.class)
                .isThrownBy(() ->
                        page(ReadModelName.REVIEWS, encoded("reviews|99999|2024-03-05|" + new UUID(1, 2) + "|R1")));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 501})
    void a_limit_is_one_to_five_hundred(int limit) {
        assertThatIllegalArgumentException().isThrownBy(() -> ReadSide.firstPage(limit));
    }

    private static List<Object> paged(ReadModelName name, int limit) {
        var items = new ArrayList<Object>();
        @Nullable String after = null;
        do {
            var page = side.readModels().page(name, new ReadModelQuery(Set.<PostCode>of(), Map.of(), limit, after));
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            items.addAll(page.items());
            after = page.next();
        } while (after != null);
        return items;
    }

    private static Page page(ReadModelName name, String after) {
        return side.readModels().page(name, new ReadModelQuery(Set.of(), Map.of(), 5, after));
    }

    private static List<FeeWindow> feeWindows(Map<String, String> filters, Post... posts) {
        return side.all(ReadModelName.FEE_WINDOWS, filters, posts).stream()
                .map(FeeWindow.class::cast)
                .toList();
    }

    private static List<RefusalReview> reviews(Map<String, String> filters) {
        return side.all(ReadModelName.REVIEWS, filters).stream()
                .map(RefusalReview.class::cast)
                .toList();
    }

    private static LocalDate required(@Nullable LocalDate date) {
        return java.util.Objects.requireNonNull(date);
    }

    private static String encoded(String plain) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }
}
