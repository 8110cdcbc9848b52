package consular.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import consular.ledger.postgres.secrets.Erasures;
import consular.ledger.postgres.secrets.Erasures.Level;
import consular.ledger.postgres.secrets.PersonErased;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What was written about guests, and who of them was erased: a list in memory that the log is held against. */
final class GuestBook {

    private static final int STREAMS = 4;
    private static final int GUESTS = 8;

    private final Map<String, List<List<String>>> pages = new HashMap<>();
    private final Map<String, Erased> erased = new HashMap<>();

    /** Writes about some guests, and answers the event; nothing if one of them was erased, for then it is refused. */
    Optional<UUID> write(TestLedger ledger, Random random) throws Exception {
        awaitAnswer(ledger);
        var stream = "stay-" + random.nextInt(STREAMS);
        var guests = some(random);
        var page = pages.computeIfAbsent(stream, _ -> new ArrayList<>());
        var event = Guests.event(stream, page.size(), guests.toArray(String[]::new));
        if (guests.stream().anyMatch(erased::containsKey)) {
            assertThatThrownBy(() -> ledger.engine().appendEvents(event)).isInstanceOf(PersonErased.class);
            return Optional.empty();
        }
        ledger.engine().appendEvents(event);
        page.add(guests);
        return Optional.of(UUID.fromString(event.getIdentifier()));
    }

    /** Erases a guest, for the first time or again. */
    void erase(TestLedger ledger, Random random, long position) throws Exception {
        awaitAnswer(ledger);
        var guest = some(random).getFirst();
        var level = random.nextBoolean() ? Level.KEY : Level.CIPHERTEXT;
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(ledger.dataSource()));
        new Erasures(ledger.jdbc(), transaction, ledger.vault()).erase(Guests.person(guest), level, position);
        erased.merge(
                guest,
                new Erased(position, level),
                (before, now) ->
                        new Erased(before.position, before.level == Level.CIPHERTEXT ? before.level : now.level));
    }

    /** Reads everything that was written. */
    void read(TestLedger ledger) throws Exception {
        awaitAnswer(ledger);
        for (var page : pages.entrySet()) {
            assertThat(ledger.log().stream(page.getKey()))
                    .extracting(LoggedEvent::payload)
                    .isEqualTo(page.getValue().stream().map(this::told).toList());
        }
    }

    long streams() {
        return pages.values().stream().filter(page -> !page.isEmpty()).count();
    }

    /** How many ciphertexts are there. */
    long sealed() {
        return pages.values().stream()
                .flatMap(List::stream)
                .flatMap(List::stream)
                .filter(guest -> !isGone(guest))
                .count();
    }

    /** Of how many events a ciphertext is gone. */
    long erasedEntries() {
        return pages.values().stream()
                .flatMap(List::stream)
                .filter(guests -> guests.stream().anyMatch(this::isGone))
                .count();
    }

    private boolean isGone(String guest) {
        var erasure = erased.get(guest);
        return erasure != null && erasure.level == Level.CIPHERTEXT;
    }

    private String told(List<String> guests) {
        return guests.stream().map(guest -> guest + "=" + word(guest)).collect(Collectors.joining("|", "\"", "\""));
    }

    private String word(String guest) {
        var erasure = erased.get(guest);
        return erasure == null ? Guests.name(guest) : "erased under " + erasure.position;
    }

    private static List<String> some(Random random) {
        var guests = new ArrayList<>(
                IntStream.range(0, GUESTS).mapToObj(number -> "guest-" + number).toList());
        Collections.shuffle(guests, random);
        return List.copyOf(guests.subList(0, 1 + random.nextInt(2)));
    }

    /** The session that this thread has used last may have been ended. */
    private static void awaitAnswer(TestLedger ledger) throws Exception {
        Eventually.await("the database answers", () -> {
            try {
                ledger.vault().look();
                return true;
            } catch (DataAccessException _) {
                return false;
            }
        });
    }

    private record Erased(long position, Level level) {}
}
