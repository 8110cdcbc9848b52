/** The packaged service, started as a process of its own and asked over HTTP. */
@NullMarked
package consular.cases.service.packaged;

import org.jspecify.annotations.NullMarked;
