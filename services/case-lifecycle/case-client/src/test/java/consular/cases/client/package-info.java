@NullMarked
package consular.cases.client;

import org.jspecify.annotations.NullMarked;
