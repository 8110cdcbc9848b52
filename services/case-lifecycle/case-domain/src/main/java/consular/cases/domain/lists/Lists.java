package consular.cases.domain.lists;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What decisions ask of lists and folds do to them: loops, since the lists are short and each command goes over them many
 * times, and by index, since the iterator of an immutable list costs more than what is done with its elements. Nothing that
 * stays as it was is copied; most events change one element of one list.
 */
public final class Lists {
    private Lists() {}

    /** The list with every element changed; the same list if each stays the same object. */
    @SuppressWarnings(
            "ReferenceEquality") // an unchanged element is the same object; comparing values costs what this saves
    public static <T> List<T> changed(List<T> list, UnaryOperator<T> change) {
        Object @Nullable [] changed = null;
        for (var i = 0; i < list.size(); i++) {
            var before = list.get(i);
            var after = change.apply(before);
            if (after != before) {
                if (changed == null) {
                    changed = list.toArray();
                }
                changed[i] = after;
            }
        }
        return changed == null ? list : listOf(changed);
    }

    /** The list and one element more. */
    public static <T> List<T> and(List<T> list, T last) {
        var longer = list.toArray(new Object[list.size() + 1]);
        longer[list.size()] = last;
        return listOf(longer);
    }

    /** What each element is turned into. */
    public static <T, R> List<R> map(List<T> list, Function<T, R> turn) {
        var turned = new Object[list.size()];
        for (var i = 0; i < list.size(); i++) {
            turned[i] = turn.apply(list.get(i));
        }
        return listOf(turned);
    }

    /** Each element once, in the order of the list. */
    public static <T> List<T> distinct(List<T> list) {
        return list.size() < 2 ? list : new ArrayList<>(new LinkedHashSet<>(list));
    }

    /** Whether there is an element of that kind. */
    public static <T> boolean any(List<T> list, Predicate<T> isWanted) {
        for (var i = 0; i < list.size(); i++) {
            if (isWanted.test(list.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** How many there are of all that the elements have, each a number of its own. */
    public static <T> int sum(List<T> list, ToIntFunction<T> number) {
        var sum = 0;
        for (var i = 0; i < list.size(); i++) {
            sum += number.applyAsInt(list.get(i));
        }
        return sum;
    }

    /** The first element of that kind. */
    public static <T> Optional<T> first(List<T> list, Predicate<T> isWanted) {
        for (var i = 0; i < list.size(); i++) {
            var element = list.get(i);
            if (isWanted.test(element)) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }

    /** Copies once, where copying a list that is being built would copy twice. */
    @SuppressWarnings("unchecked") // the array is filled here, with elements of the type alone
    private static <T> List<T> listOf(Object[] elements) {
        return (List<T>) List.of(elements);
    }
}
