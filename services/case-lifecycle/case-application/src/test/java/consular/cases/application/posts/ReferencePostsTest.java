package consular.cases.application.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import consular.cases.domain.posts.CalendarDay;
import consular.cases.domain.posts.HostHolidays;
import consular.cases.domain.posts.Post;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.posts.ReviewMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferencePostsTest {
    private static final ReferencePosts POSTS = ReferencePosts.load();

    @Test
    void there_are_225_posts_in_order_of_their_codes_in_countries_that_exist() {
        assertThat(POSTS.all())
                .hasSize(225)
                .extracting(post -> post.code().value())
                .doesNotHaveDuplicates()
                .isSorted()
                .allMatch(code -> code.matches("[A-Z0-9]{3}"));
        // Kosovo has a code that ISO leaves to its users
        assertThat(POSTS.all())
                .extracting(Post::country)
                .allMatch(country ->
                        country.equals("XK") || Set.of(Locale.getISOCountries()).contains(country));
        assertThat(POSTS.all()).allMatch(post -> POSTS.find(post.code()).equals(Optional.of(post)));
        assertThat(POSTS.find(new PostCode("XXX"))).isEmpty();
    }

    @Test
    void in_what_some_posts_differ() {
        assertThat(POSTS.all())
                .filteredOn(Post::nextDayIssuance)
                .extracting(ReferencePostsTest::code)
                .containsExactly("LND");
        assertThat(POSTS.all())
                .filteredOn(Post::borderPost)
                .extracting(ReferencePostsTest::code)
                .containsExactly("CDJ", "MTM", "NGL", "NVL", "TJT");
        assertThat(POSTS.all())
                .filteredOn(post -> post.reviewMode() == ReviewMode.CONSULTATIVE)
                .extracting(ReferencePostsTest::code)
                .containsExactly("NSS");
    }

    @ParameterizedTest
    @CsvSource({
        "SDO, America/Santo_Domingo",
        "GUZ, Asia/Shanghai",
        "BGT, America/Bogota",
        "TJT, America/Tijuana",
        "CDJ, America/Ciudad_Juarez",
        "NGL, America/Hermosillo",
        "LND, Europe/London"
    })
    void zones(String code, String zone) {
        assertThat(post(code).zone()).hasToString(zone);
    }

    @Test
    void the_library_knows_most_host_countries() {
        assertThat(post("LND").hostHolidays()).isEqualTo(HostHolidays.KNOWN);
        assertThat(post("GUZ").hostHolidays()).isEqualTo(HostHolidays.UNKNOWN);
        assertThat(POSTS.all())
                .filteredOn(post -> post.hostHolidays() == HostHolidays.UNKNOWN)
                .extracting(Post::country)
                .containsOnly("BN", "CN", "FJ", "ID", "IL", "KH", "KR", "LA", "LK", "MM", "MN", "MY", "NP", "TH", "TW");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        LND, 2024-05-24, true,  working day
        LND, 2024-05-25, false, weekend
        LND, 2024-05-27, false, U.S. federal holiday: Memorial Day
        LND, 2024-04-01, false, host-country holiday: Easter Monday
        LND, 2024-08-26, false, host-country holiday: Summer bank holiday
        BLF, 2024-03-18, false, host-country holiday: Saint Patrick's Day
        MNL, 2024-04-09, false, host-country holiday: Araw ng Kagitingan (Day of Valor)
        SDO, 2024-02-27, false, host-country holiday: Independence Day
        CDJ, 2024-11-18, false, host-country holiday: Revolution Day
        GUZ, 2024-10-01, true,  working day
        AMM, 2024-05-24, false, weekend
        AMM, 2024-05-25, false, weekend
        AMM, 2024-05-26, false, U.S. federal holiday: Memorial Day
        AMM, 2024-05-27, true,  working day
        ABD, 2024-05-26, false, weekend
        """)
    void a_day_and_why(String code, LocalDate date, boolean open, String why) {
        var day = post(code).calendar().day(date);
        assertThat(day.date()).isEqualTo(date);
        assertThat(day.open()).as(day.why()).isEqualTo(open);
        assertThat(day.why()).isEqualToIgnoringCase(why);
    }

    /** A holiday that the law moves to a Monday leaves its own date a working day. */
    @Test
    void a_moved_holiday_is_kept_on_the_day_it_is_moved_to() {
        var calendar = post("SDO").calendar();
        assertThat(calendar.isOpen(LocalDate.of(2024, 11, 4))).isFalse();
        assertThat(calendar.isOpen(LocalDate.of(2024, 11, 6))).isTrue();
    }

    /** New Year's Day of 2022, a Saturday, was kept in Mexico on the Friday before. */
    @Test
    void a_holiday_may_be_kept_in_the_year_before_its_own() {
        var host = new HostCountryHolidays("MX", List.of()).observedIn(2021);
        assertThat(host).containsKey(LocalDate.of(2021, 12, 31));
    }

    /** The days on which applications are made in the scenarios of the domain. */
    @ParameterizedTest
    @CsvSource({
        "MNL, 2024-03-05", "SDO, 2024-02-14", "SDO, 2024-04-10", "SDO, 2024-06-10", "MNL, 2024-04-08",
        "MNL, 2024-10-07", "GUZ, 2022-06-15", "GUZ, 2023-06-15", "SDO, 2023-09-20", "SDO, 2024-11-05",
        "SDO, 2023-04-12", "SDO, 2024-04-15", "SDO, 2023-08-07", "SDO, 2024-02-12", "MNL, 2024-07-01",
        "MNL, 2024-06-17", "MNL, 2024-01-22", "MNL, 2024-03-22"
    })
    void open_days(String code, LocalDate date) {
        assertThat(post(code).calendar().day(date).why()).isEqualTo("working day");
    }

    /** G-02: a weekend and a holiday that is both countries' own. */
    @Test
    void the_next_working_day_skips_weekend_and_holiday() {
        assertThat(post("LND").calendar().nextWorkingDay(LocalDate.of(2024, 5, 24)))
                .isEqualTo(LocalDate.of(2024, 5, 28));
    }

    @Test
    void a_special_opening_and_a_closure_go_before_everything_else(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("exceptions.csv"), """
            post,date,day,reason
            CDJ,2024-06-02,OPEN,Sunday opening for immediate relatives
            LND,2024-05-27,OPEN,open in spite of the holiday
            MNL,2024-07-24,CLOSED,typhoon, the whole day
            """);
        var posts = ReferencePosts.load(file);

        var sunday = posts.find(new PostCode("CDJ")).orElseThrow().calendar().day(LocalDate.of(2024, 6, 2));
        assertThat(sunday.open()).isTrue();
        assertThat(sunday.why()).isEqualTo("Sunday opening for immediate relatives");
        assertThat(posts.find(new PostCode("LND")).orElseThrow().calendar().nextWorkingDay(LocalDate.of(2024, 5, 24)))
                .isEqualTo(LocalDate.of(2024, 5, 27));
        assertThat(posts.find(new PostCode("MNL"))
                        .orElseThrow()
                        .calendar()
                        .day(LocalDate.of(2024, 7, 24))
                        .why())
                .isEqualTo("typhoon, the whole day");
        assertThat(post("CDJ").calendar().isOpen(LocalDate.of(2024, 6, 2))).isFalse();
    }

    @Test
    void the_edition_is_another_whenever_a_row_is_and_the_same_otherwise(@TempDir Path folder) throws IOException {
        var header = "post,date,day,reason\n";
        var none = Files.writeString(folder.resolve("none.csv"), header);
        var one = Files.writeString(folder.resolve("one.csv"), header + "MNL,2024-07-24,CLOSED,typhoon\n");
        assertThat(ReferencePosts.load(none).edition()).isEqualTo(POSTS.edition());
        assertThat(ReferencePosts.load(one).edition())
                .isNotEqualTo(POSTS.edition())
                .isEqualTo(ReferencePosts.load(one).edition());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CDJ,2024-06-02,OPEN",
                "CDJ,2024-06-02,OPEN,",
                "CDJ,2024-06-02,perhaps,reason",
                "XXX,2024-06-02,OPEN,no such post",
                "CDJ,2024-06-02,OPEN,once\nCDJ,2024-06-02,CLOSED,twice"
            })
    void rows_that_cannot_be_meant(String rows, @TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("exceptions.csv"), "post,date,day,reason\n" + rows + "\n");
        assertThatIllegalArgumentException().isThrownBy(() -> ReferencePosts.load(file));
    }

    /** Ten days in a row are shut at most in these years: in Russia after New Year, in Baku where Nowruz meets Eid. */
    @ParameterizedTest
    @ValueSource(ints = {2000, 2024, 2050})
    void every_post_opens_within_a_fortnight(int year) {
        for (var post : POSTS.all()) {
            var shut = 0;
            for (var date = LocalDate.of(year, 1, 1); date.getYear() == year; date = date.plusDays(1)) {
                shut = post.calendar().isOpen(date) ? 0 : shut + 1;
                assertThat(shut).as("%s %s", post.code(), date).isLessThan(14);
            }
        }
    }

    @Test
    void calendars_reach_somewhat_beyond_2000_to_2050() {
        var calendar = post("LND").calendar();
        assertThat(calendar.isOpen(LocalDate.of(1999, 12, 30))).isTrue();
        assertThat(calendar.isOpen(LocalDate.of(2052, 12, 25))).isFalse();
        // a Saturday, and a New Year's Day in the middle of the week
        assertThat(calendar.isOpen(LocalDate.of(2101, 1, 1))).isFalse();
        assertThat(calendar.day(LocalDate.of(1924, 1, 1)))
                .isEqualTo(new CalendarDay(
                        LocalDate.of(1924, 1, 1), true, "working day, as far as is known: holidays are not, for 1924"));
    }

    @Test
    void many_threads_read_the_same_days() throws Exception {
        var posts = ReferencePosts.load();
        var date = LocalDate.of(2031, 1, 1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 200)
                    .mapToObj(task -> threads.submit(() -> posts.all().stream()
                            .filter(post -> post.code().value().charAt(0) == 'A' + task % 26)
                            .mapToLong(post -> IntStream.range(0, 365)
                                    .filter(day -> post.calendar().isOpen(date.plusDays(day)))
                                    .count())
                            .sum()))
                    .toList();
            for (var task = 26; task < answers.size(); task++) {
                assertThat(answers.get(task).get())
                        .isEqualTo(answers.get(task % 26).get());
            }
        }
    }

    /** The library must not depend on the class loader of whichever thread asks first. */
    @Test
    void a_thread_without_a_class_loader_of_its_own_can_ask() throws InterruptedException {
        var open = new AtomicBoolean(true);
        var thread = Thread.ofPlatform()
                .unstarted(() -> open.set(ReferencePosts.load()
                        .find(new PostCode("PRS"))
                        .orElseThrow()
                        .calendar()
                        .isOpen(LocalDate.of(2033, 7, 14))));
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        thread.start();
        thread.join();
        assertThat(open).isFalse();
    }

    /** Loose bounds: loading computes no holiday, and a day already worked out is a look-up. */
    @Test
    void loading_and_asking_are_quick() {
        var start = System.nanoTime();
        var posts = ReferencePosts.load();
        var load = System.nanoTime() - start;

        var calendar = posts.find(new PostCode("LND")).orElseThrow().calendar();
        var first = LocalDate.of(2024, 1, 1);
        var open = 0L;
        for (var round = 0; round < 5; round++) {
            start = System.nanoTime();
            for (var day = 0; day < 1_000_000; day++) {
                open += calendar.isOpen(first.plusDays(day % 3650)) ? 1 : 0;
            }
        }
        var perDay = (System.nanoTime() - start) / 1_000_000;

        System.out.printf("posts loaded in %d ms, a day in %d ns%n", load / 1_000_000, perDay);
        assertThat(open).isPositive();
        assertThat(load).isLessThan(30_000_000_000L);
        assertThat(perDay).isLessThan(20_000);
    }

    private static Post post(String code) {
        return POSTS.find(new PostCode(code)).orElseThrow();
    }

    private static String code(Post post) {
        return post.code().value();
    }
}
