package consular.cases.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every tile can be asked for by a program that is made from the description. */
class TileDescriptionTest extends DescriptionTestBase {
    static final List<String> SHAPES = List.of(
            "{level}/{index}",
            "{level}/{index}.p/{width}",
            "{level}/x{thousands}/{index}",
            "{level}/x{thousands}/{index}.p/{width}",
            "{path}");

    /** A part of a path that is filled in as clients do it, which encode slashes, is found as a tile of that shape. */
    @ParameterizedTest
    @CsvSource({
        "{level}/{index}, 0/000",
        "{level}/{index}, entries/067",
        "{level}/{index}.p/{width}, entries/000.p/5",
        "{level}/x{thousands}/{index}, 63/x001/067",
        "{level}/x{thousands}/{index}.p/{width}, 0/x067/001.p/255"
    })
    void every_tile_of_a_log_has_one_path_whose_parts_are_good(String shape, String tile) {
        assertThat(SHAPES.stream().filter(other -> matches(other, tile))).containsExactly(shape);
    }

    @ParameterizedTest
    @ValueSource(strings = {"64/000", "00/000", "0/0", "0/x000/001", "0/1000", "0/000.p", "0/x001", "leaves/000"})
    void what_names_no_tile_has_none(String tile) {
        assertThat(SHAPES).noneMatch(shape -> matches(shape, tile));
    }

    private boolean matches(String shape, String tile) {
        var parameters = document.at("/paths/~1api~1v1~1audit~1tile~1" + shape.replace("/", "~1") + "/get/parameters");
        assertThat(parameters).as("parameters of " + shape).isNotEmpty();
        var form = shape.replace(".", "\\.");
        for (var parameter : parameters) {
            var pattern = parameter.at("/schema/pattern").asString("[^/]+").replaceAll("^\\^|\\$$", "");
            form = form.replace("{" + parameter.get("name").stringValue() + "}", "(" + pattern + ")");
        }
        return tile.matches(form);
    }
}
