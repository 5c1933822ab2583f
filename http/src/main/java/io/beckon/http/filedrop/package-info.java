/** Watched places over HTTP. */
@NullMarked
package io.beckon.http.filedrop;

import org.jspecify.annotations.NullMarked;
